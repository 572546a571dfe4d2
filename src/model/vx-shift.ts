import { PreconditionError, requirePositive } from '../core/errors.ts';
import { cubicOnInterval, monotoneSlopes } from '../quant/monotone-cubic.ts';

/** What multiplies the model's VIX at a settlement so many years ahead. */
export type VxShift = (years: number) => number;

/** One quoted VX future beside the model's. */
export interface VxPair {
  readonly years: number;
  readonly quoted: number;
  readonly model: number;
}

/**
 * The deterministic shift under which the model's futures are the quoted ones: quoted over model at each settlement, a
 * monotone cubic of its logarithm between them, 0 today (VIX itself is matched by the factors) and flat beyond the last.
 *
 * It scales VIX futures and VIX options alone. Forward variance of SPX is left as the factors have it, because VIX and VIX3M
 * are quoted on SPX options and are matched already: carrying the shift there would unmatch them.
 *
 * @param pairs  ascending in years, at least one
 * @throws PreconditionError for a value that is not > 0 or years that do not ascend
 */
export function vxShift(pairs: readonly VxPair[]): VxShift {
  const [times, logs] = [[0], [0]];
  for (const { years, quoted, model } of pairs) {
    requirePositive('quoted', quoted);
    requirePositive('model', model);
    if (!(years > (times.at(-1) ?? 0))) throw new PreconditionError('years', 'must be > 0 and ascend', years);
    times.push(years);
    logs.push(Math.log(quoted / model));
  }
  if (pairs.length === 0) return () => 1;
  const slopes = monotoneSlopes(times, logs);
  const last = times.length - 1;
  return (years) => {
    if (years >= (times[last] ?? 0)) return Math.exp(logs[last] ?? 0);
    const i = Math.max(
      times.findLastIndex((time) => time <= years),
      0,
    );
    return Math.exp(cubicOnInterval(times, logs, slopes, i, years));
  };
}
