import { dayNumber, isoDate } from '../../../src/core/dates.ts';
import { irr } from '../../../src/quant/finance/irr.ts';
import { xirr } from '../../../src/quant/finance/xirr.ts';
import type { DatedFlow } from '../npm/money-weighted.ts';
import { sink } from '../sink.ts';
import type { Comparison } from './comparison.ts';
import { contest, npmContender, npmField, our, type Reference } from './contest.ts';
import { irrReference, xirrReference } from './rates-reference.ts';

/** The example of Microsoft's page on XIRR. */
export const MICROSOFT_XIRR: readonly DatedFlow[] = [
  { date: '2008-01-01', amount: -10_000 },
  { date: '2008-03-01', amount: 2750 },
  { date: '2008-10-30', amount: 4250 },
  { date: '2009-02-15', amount: 3250 },
  { date: '2009-04-01', amount: 2750 },
];

/** The example of Microsoft's page on IRR, five years of income. */
const MICROSOFT_IRR: readonly number[] = [-70_000, 12_000, 15_000, 18_000, 21_000, 26_000];

type Rate = () => number;

/** The rate of dated flows, made ready: the days are worked out once, as the packages are given dates ready made. */
function ourXirr(flows: readonly DatedFlow[]): Rate {
  const amounts = flows.map(({ amount }) => amount);
  const days = flows.map(({ date }) => dayNumber(isoDate(date)));
  return () => {
    const solved = xirr(amounts, days);
    return solved.ok ? solved.value.rate : Number.NaN;
  };
}

const ourIrr =
  (flows: readonly number[]): Rate =>
  () => {
    const solved = irr(flows);
    return solved.ok ? solved.value.rate : Number.NaN;
  };

/** Ours on one case, judged on all of them. */
function ours<Flows>(
  ready: (flows: Flows) => Rate,
  one: Flows,
  reference: Reference<readonly Flows[]> | undefined,
) {
  const rate = ready(one);
  const pass = (): number => {
    sink.sum += rate();
    return 1;
  };
  return our('scalar', pass, async () =>
    reference === undefined
      ? []
      : reference.judge([Float64Array.from(reference.input, (flows) => ready(flows)())]),
  );
}

const ROUNDS = { rounds: 5, minMs: 30 };

/** Internal rates of return, with the npm packages on the examples every one of them documents. */
export async function compareRates(): Promise<readonly Comparison[]> {
  const [dated, even] = [xirrReference(), irrReference()];
  return [
    await contest({
      task: 'xirr',
      item: 'rate',
      ours: [ours(ourXirr, MICROSOFT_XIRR, dated)],
      fields: [await npmField(async (npm) => [npmContender(await npm.xirr(), [MICROSOFT_XIRR], [dated])])],
      rounds: ROUNDS,
    }),
    await contest({
      task: 'irr',
      item: 'rate',
      ours: [ours(ourIrr, MICROSOFT_IRR, even)],
      fields: [await npmField(async (npm) => [npmContender(await npm.irr(), [MICROSOFT_IRR], [even])])],
      rounds: ROUNDS,
    }),
  ];
}
