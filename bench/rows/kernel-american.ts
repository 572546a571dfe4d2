import { americanBoundary } from '../../src/quant/american/american-boundary.ts';
import { americanPremium, americanPremiums } from '../../src/quant/american/american-premium.ts';
import type { RunOptions } from '../catalogue.ts';
import { interleaved } from '../peers/best-of.ts';
import { compareAmerican } from '../peers/compare/american.ts';
import type { Comparison } from '../peers/compare/comparison.ts';
import { ourAmerican } from '../peers/our-american.ts';
import { type Row, skipped } from '../row.ts';
import { judgedRows, type RatioTarget } from './kernel-targets.ts';

const TARGETS: readonly RatioTarget[] = [
  { id: 'kernel.target.american', our: 'fast', peer: 'quantlib-qdfp-fast', must: 1, aim: 2 },
  { id: 'kernel.target.american-accurate', our: 'accurate', peer: 'quantlib-qdfp-accurate', must: 1, aim: 2 },
];

/** Our worst and mean error against theirs, on the rows both were judged on. */
function errorRow({ ours, peers, absent }: Comparison, full: boolean): Row {
  const id = 'kernel.target.american-error';
  const mine = ours.find((one) => one.id === 'fast')?.errors ?? [];
  const theirs = peers.find((one) => one.id === 'quantlib-qdfp-fast')?.errors ?? [];
  const [worst, typical] = [mine[0], mine[1]];
  const [theirWorst, theirTypical] = [theirs[0], theirs[1]];
  if (worst === undefined || typical === undefined || theirWorst === undefined || theirTypical === undefined)
    return skipped(id, absent.map(({ reason }) => reason).join('; ') || 'nobody was judged');
  const ratio = Math.max(worst.error / theirWorst.error, typical.error / theirTypical.error);
  return {
    id,
    value: ratio,
    unit: "x QdFp fast's error, the larger of worst and root mean square",
    target: '<= 1',
    pass: ratio <= 1,
    against: `QuantLib at high precision, where both its equations agree to 1e-6; ${worst.cases} puts`,
    note: `ours ${worst.error.toExponential(1)} at worst and ${typical.error.toExponential(1)} rms, theirs ${theirWorst.error.toExponential(1)} and ${theirTypical.error.toExponential(1)}${full ? '' : '; the whole sample with --full'}`,
  };
}

const STRIKES = 200;
const SPY = { vol: 0.18, expiry: 0.25, rate: 0.045, yield: 0.013 } as const;

/** One expiration of SPY puts: a boundary for every strike, and one for all of them. */
async function sharedRow({ peers, absent }: Comparison): Promise<Row> {
  const strikes = Float64Array.from({ length: STRIKES }, (_, i) => 400 + i);
  const out = new Float64Array(STRIKES);
  const boundary = () => americanBoundary({ right: 'put', ...SPY, accuracy: 'fast' });
  const ns = await interleaved({
    own: () => {
      for (let i = 0; i < STRIKES; i++) out[i] = americanPremium(boundary(), 500, strikes[i] as number);
      return STRIKES;
    },
    shared: () => {
      americanPremiums(boundary(), 500, strikes, out);
      return STRIKES;
    },
  });
  const id = 'kernel.target.american-shared';
  const qdFp = peers.find((peer) => peer.id === 'quantlib-qdfp-fast');
  if (qdFp === undefined) return skipped(id, absent.map(({ reason }) => reason).join('; '));
  const ratio = qdFp.ns / ns.shared;
  return {
    id,
    value: ratio,
    unit: 'x less per strike than QdFp fast takes, with one boundary for all',
    target: '>= 20',
    pass: ratio >= 20,
    against: `QdFp fast of the same run; ${STRIKES} strikes of one expiration, the boundary included`,
    note: `${ns.shared.toFixed(0)} ns per strike; ${(ns.own / 1e3).toFixed(1)} us, ${(ns.own / ns.shared).toFixed(1)} x as much, with a boundary of ours for each`,
  };
}

/** American puts: ours, QuantLib's QdFp, and the npm package that prices them. */
export async function americanRows({ full }: RunOptions): Promise<readonly Row[]> {
  const comparison = await compareAmerican(ourAmerican, { full });
  return [errorRow(comparison, full), await sharedRow(comparison), ...judgedRows(comparison, TARGETS)];
}
