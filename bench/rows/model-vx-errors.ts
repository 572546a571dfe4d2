import { errorStats } from '../measure/model/error-stats.ts';
import { VX_BUCKETS, type VxError } from '../measure/model/vx-errors.ts';
import { type Row, skipped } from '../row.ts';
import { signed } from './signed.ts';

const PARTS = [
  { part: 'fit', says: '2007-2015, which a refit might use' },
  { part: 'check', says: '2016-2021, only looked at' },
] as const;

/** The VX curve of the model beside the settled one. */
export function vxErrorRows(errors: readonly VxError[]): Row[] {
  return PARTS.flatMap(({ part, says }) => {
    const ofPart = errors.filter((one) => one.part === part);
    const row = (id: string, what: string, chosen: readonly VxError[]): Row => {
      const all = errorStats(chosen.map(({ error }) => error));
      if (all === undefined) return skipped(id, 'no settlements');
      const split = (['real', 'proxied'] as const).flatMap((tag) => {
        const found = errorStats(chosen.filter(({ vix3m }) => vix3m === tag).map(({ error }) => error));
        if (found === undefined) return [];
        return `VIX3M ${tag}: ${found.count}, bias ${signed(100 * found.bias)} %, rmse ${(100 * found.rmse).toFixed(1)} %`;
      });
      return {
        id,
        value: all.rmse,
        unit: 'root mean square of ln(model / settled)',
        target: '',
        pass: null,
        against: `${all.count} settlements ${what}, ${says}; the model knows VIX and VIX3M alone`,
        note: `bias ${signed(100 * all.bias)} %, 10-90 % ${signed(100 * all.low)} to ${signed(100 * all.high)} %; ${split.join('; ')}`,
      };
    };
    return [
      row(`model.vx.${part}.all`, 'of 1 to 280 days', ofPart),
      ...VX_BUCKETS.map(({ name }) =>
        row(
          `model.vx.${part}.${name}`,
          `of ${name} days`,
          ofPart.filter(({ bucket }) => bucket === name),
        ),
      ),
    ];
  });
}
