import { percentile } from '../../src/quant/stats.ts';
import { type GridGap, gridGaps, ZONES, type ZoneName } from '../measure/model/grid-error.ts';
import type { Row } from '../row.ts';

const TARGETS: Readonly<Partial<Record<ZoneName, number>>> = { centre: 0.15, puts: 0.3 };

/** Implied vols of the shipped grid between its nodes, zone by zone. */
export function modelGridRows(): readonly Row[] {
  const gaps = gridGaps();
  const days = [...new Set(gaps.map((gap) => gap.days))];
  const p95 = (mine: readonly GridGap[]): number =>
    percentile(
      mine.map(({ gap }) => Math.abs(gap)),
      0.95,
    );
  return ZONES.map(({ name, low, high }): Row => {
    const mine = gaps.filter(({ zone }) => zone === name);
    const each = days.map((d) => ({ d, p95: p95(mine.filter((gap) => gap.days === d)) }));
    const most = Math.max(...each.map((one) => one.p95));
    const target = TARGETS[name];
    return {
      id: `model.grid.${name.replace(' ', '-')}`,
      value: most,
      unit: 'vol points, p95 at the worst maturity',
      target: target === undefined ? '' : `<= ${target}`,
      pass: target === undefined ? null : most <= target,
      against: `131,072 other paths with steps four times finer, 8 states between nodes, ${low} < k < ${high}`,
      note: each.map((one) => `${one.d} d ${one.p95.toFixed(2)}`).join(', '),
    };
  });
}
