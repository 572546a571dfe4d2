import { measureStripTenors, type TenorIndex, tenorGap } from '../measure/strip-tenors.ts';
import { type Row, skipped } from '../row.ts';
import { sharedRoot } from '../shared-root.ts';

/** Tenors the design asks to agree with the published closes; SKEW's inputs are not all published, so it is reported. */
const INDICES: readonly { readonly index: TenorIndex; readonly limit?: number }[] = [
  { index: 'VIX9D', limit: 0.05 },
  { index: 'VIX', limit: 0.05 },
  { index: 'VIX3M', limit: 0.05 },
  { index: 'VIX6M', limit: 0.05 },
  { index: 'SKEW' },
];

const idOf = (index: TenorIndex): string => `kernel.tenor.${index.toLowerCase()}`;

/** Volatility indices and SKEW recomputed from real chains taken at the close. */
export async function tenorRows(): Promise<readonly Row[]> {
  const root = sharedRoot();
  if (root === undefined)
    return INDICES.map(({ index }) => skipped(idOf(index), 'no ../shared folder beside the checkout'));
  const values = await measureStripTenors(root);
  return INDICES.map(({ index, limit }) => {
    const gap = tenorGap(values, index);
    if (gap === undefined) return skipped(idOf(index), 'no chain taken at the close has its expirations');
    return {
      id: idOf(index),
      value: gap.median,
      unit: 'index points, median absolute gap',
      target: limit === undefined ? '' : `<= ${limit}`,
      pass: limit === undefined ? null : gap.median <= limit,
      against: `${gap.chains} real chains at the close against the published ${index}`,
      note: `mean gap ${gap.mean.toFixed(3)}, worst ${gap.worst.toFixed(3)} on ${gap.worstOn}`,
    };
  });
}
