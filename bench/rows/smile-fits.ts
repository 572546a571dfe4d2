import { type FitQuality, measureSmileFits, realChains } from '../measure/smile-fit.ts';
import { type Row, skipped } from '../row.ts';
import { sharedRoot } from '../shared-root.ts';

const IDS = [
  'kernel.target.svi-slice',
  'kernel.smile.svi',
  'kernel.smile.essvi',
  'kernel.smile.law',
] as const;

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;

const fitted = ({ judged, rmseMedian, rmseP95, calendarViolations, calendarPoints }: FitQuality): string =>
  `${judged} quotes within 2.5 deviations; error median ${rmseMedian.toFixed(3)}, p95 ${rmseP95.toFixed(3)} vol points; ` +
  `total variance falls at ${calendarViolations} of ${calendarPoints} points`;

/** SVI and eSSVI on every real SPX chain: time of a slice, share of quotes priced inside bid and ask, arbitrage. */
export async function smileFitRows(): Promise<readonly Row[]> {
  const root = sharedRoot();
  if (root === undefined) return IDS.map((id) => skipped(id, 'no ../shared folder beside the checkout'));
  const { chains, slices, quotes, svi, essvi, law } = measureSmileFits(await realChains(root));
  const against = `${slices} slices of ${chains} real SPX chains, ${quotes} quotes`;
  return [
    {
      id: 'kernel.target.svi-slice',
      value: svi.ms.p95,
      unit: 'ms per slice, 95th percentile',
      target: '<= 1, aim 0.2 in the median',
      pass: svi.ms.p95 <= 1,
      against: `${against}, each the best of five`,
      note: `median ${svi.ms.median.toFixed(3)}, most ${svi.ms.most.toFixed(3)} ms`,
    },
    {
      id: 'kernel.smile.svi',
      value: svi.butterflySlices,
      unit: 'slices with g < 0 between their quotes',
      target: '0',
      pass: svi.butterflySlices === 0,
      against,
      note: `${percent(svi.insideSpread)} inside bid and ask; ${fitted(svi)}`,
    },
    {
      id: 'kernel.smile.essvi',
      value: essvi.butterflySlices + essvi.calendarViolations,
      unit: 'slices with g < 0 and points where total variance falls',
      target: '0',
      pass: essvi.butterflySlices + essvi.calendarViolations === 0,
      against,
      note: `${percent(essvi.insideSpread)} inside bid and ask; ${fitted(essvi)}; a surface takes ${essvi.ms.median.toFixed(1)} ms`,
    },
    {
      id: 'kernel.smile.law',
      value: Math.max(law.worstMass, law.worstMean),
      unit: 'worst distance of the mass from 1, or of the mean from the forward',
      target: '<= 1e-8',
      pass: Math.max(law.worstMass, law.worstMean) <= 1e-8,
      against: `${law.smiles} smiles of the day sheet, by quadrature and tails`,
      note: `${law.trimmed} imply a law only with an edge pulled in, ${law.refused} none`,
    },
  ];
}
