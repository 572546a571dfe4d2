import { irr } from '../../src/quant/finance/irr.ts';
import { loadFinancial } from '../peers/npm/money-weighted.ts';
import { askNpm, orRefused } from './ask-npm.ts';
import type { Answered } from './known-wrong.ts';

const CASES: readonly (readonly number[])[] = [
  [-70_000, 12_000, 15_000],
  [-1000, 100],
];

export const npmFinancialIrr: Answered = {
  status: 'answered',
  id: 'npm-financial-irr',
  peer: 'npm financial 0.2.4',
  link: 'https://www.npmjs.com/package/financial',
  dated: '2026-11-20',
  question:
    "What rate per period do -70000, 12000, 15000 earn (the two-year case of Excel's page on IRR, which prints -44.4 %), and what -1000, 100?",
  labels: ['two years', 'one period'],
  theirs: {
    recorded: [-1.3850644872361801, Number.POSITIVE_INFINITY],
    how: 'its own answers: irr with its default guess of 10 %',
    ask: askNpm(async () => {
      const lib = await loadFinancial();
      return CASES.map((flows) => orRefused(() => lib.irr(flows)));
    }),
  },
  ours: () =>
    CASES.map((flows) => {
      const solved = irr(flows);
      return solved.ok ? solved.value.rate : Number.NaN;
    }),
  truth: {
    answer: [-0.44350694133474056, -0.9],
    why: 'the roots above -1 of a quadratic and of a line, at 60 digits',
  },
  tolerance: { relative: 1e-14, why: 'a few units in the last place' },
  verdict:
    "A rate below -100 % would mean that money left behind turns negative: Newton's method stepped over -1 and found the quadratic's other root, and on a total loss it ran off to infinity, both without a failure. Given a guess of -40 % it answers the first rightly.",
};
