import { type Comparison, comparisonRows, timesFaster } from '../peers/compare/comparison.ts';
import { compareIndicators } from '../peers/compare/indicators.ts';
import { compareNormal } from '../peers/compare/normal.ts';
import { compareRates } from '../peers/compare/rates.ts';
import { ourIndicators } from '../peers/our-indicators.ts';
import { type Row, skipped } from '../row.ts';

/** How many times as fast as the best npm package an indicator has to be. */
const MUST = 3;
/** How much longer than TA-Lib's C it is hoped to take at most. */
const AIM = 1.1;

/** The target on one indicator: against the fastest npm package, TA-Lib told beside it. */
function targetRow(comparison: Comparison): Row {
  const id = `kernel.target.${comparison.task}`;
  const { ours, peers, absent } = comparison;
  const mine = ours.find(({ id: one }) => one === 'into');
  const fresh = ours.find(({ id: one }) => one === 'batch');
  const npm = peers.filter((peer) => !peer.id.startsWith('ta-lib'));
  if (mine === undefined || npm.length === 0)
    return skipped(id, absent.map(({ reason }) => reason).join('; '));
  const best = npm.reduce((a, b) => (b.ns < a.ns ? b : a));
  const ratio = best.ns / mine.ns;
  const ta = peers.find((peer) => peer.id.startsWith('ta-lib'));
  const toTaLib = ta === undefined ? undefined : timesFaster(comparison, mine.id, ta.id);
  return {
    id,
    value: ratio,
    unit: `x as fast as ${best.id}`,
    target: `>= ${MUST}, aim ${AIM} x the time of TA-Lib's C`,
    pass: ratio >= MUST,
    against: `the fastest of ${npm.length} npm packages, in turns`,
    note: `${mine.ns.toFixed(1)} ns a bar into columns that are kept, ${fresh?.ns.toFixed(1)} into new ones${toTaLib === undefined ? '; no TA-Lib in the run' : `, ${(1 / toTaLib).toFixed(2)} x the time of TA-Lib`}`,
  };
}

/** RSI, EMA, MACD, ATR and Bollinger, with TA-Lib's C and the npm packages. */
export async function indicatorRows(): Promise<readonly Row[]> {
  const comparisons = await compareIndicators(ourIndicators);
  return [...comparisons.map(targetRow), ...comparisons.flatMap(comparisonRows)];
}

/** Normal distribution functions, IRR and XIRR, with the npm packages. */
export const otherPeerRows = async (): Promise<readonly Row[]> => [
  ...(await compareNormal()).flatMap(comparisonRows),
  ...(await compareRates()).flatMap(comparisonRows),
];
