import { dayNumber, isoDate } from '../../src/core/dates.ts';
import { xirr } from '../../src/quant/finance/xirr.ts';
import { MICROSOFT_XIRR } from '../peers/compare/rates.ts';
import type { DatedFlow } from '../peers/npm/money-weighted.ts';
import type { Answered } from './known-wrong.ts';

/** Our rate of dated flows, NaN where there is none. */
export function ourXirr(flows: readonly DatedFlow[]): number {
  const solved = xirr(
    flows.map(({ amount }) => amount),
    flows.map(({ date }) => dayNumber(isoDate(date))),
  );
  return solved.ok ? solved.value.rate : Number.NaN;
}

export const excelXirr: Answered = {
  status: 'answered',
  id: 'excel-xirr',
  peer: 'Microsoft Excel, the example on its own page of XIRR',
  link: 'https://support.microsoft.com/office/xirr-function-de1242ec-6477-445b-b11b-a303ad9adc9d',
  dated: '2026-11-20',
  question:
    'What yearly rate do -10000 on 2008-01-01, 2750 on 2008-03-01, 4250 on 2008-10-30, 3250 on 2009-02-15 and 2750 on 2009-04-01 earn?',
  labels: ['rate'],
  theirs: { recorded: [0.373362535], how: 'the figure printed on the page' },
  ours: () => [ourXirr(MICROSOFT_XIRR)],
  truth: { answer: [0.37336253351883153], why: '60-digit root (mpmath), days over 365' },
  tolerance: { relative: 1e-14, why: 'a few units in the last place' },
  verdict:
    'The printed figure is off by 1.5e-9, within the accuracy the page states (0.000001 percent). Worth knowing only for whoever takes it as a test vector: the exact root is not that number.',
};
