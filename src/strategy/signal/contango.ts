import { fail, ok, type Result } from '../../core/result.ts';
import type { IsoDate } from '../../core/units.ts';
import { constantMaturity, proxiedContango } from '../../market/vix-term-structure.ts';
import { closePair } from './aligned.ts';
import { isStaleDaily } from './closes.ts';
import type { SignalContext } from './context.ts';

/** Slope of the VX curve between 30 and 60 days, decimal. */
export interface Contango {
  /** c1 = CM60 / CM30 - 1; > 0 is contango. */
  readonly c1: number;
  readonly source: 'vx' | 'proxied';
  readonly asOf: IsoDate;
  readonly cm30?: number;
  readonly cm60?: number;
}

/** Spot VIX over three-month VIX; > 1 is an inverted curve. */
export interface VixRatio {
  readonly ratio: number;
  readonly vix: number;
  readonly vix3m: number;
  readonly asOf: IsoDate;
}

function fromFutures({ past, session }: SignalContext): Contango | undefined {
  const curve = past.vx.findLast((candidate) => candidate.session <= session);
  if (curve === undefined || isStaleDaily(curve.session, session)) return undefined;
  const cm30 = constantMaturity(curve, 30);
  const cm60 = constantMaturity(curve, 60);
  if (cm30 === undefined || cm60 === undefined) return undefined;
  return { c1: cm60 / cm30 - 1, source: 'vx', asOf: curve.session, cm30, cm60 };
}

/** Sessions looked back for a common day: as many as a close may be old, and that day. */
const RATIO_BARS = 4;

/** VIX / VIX3M on the newest session that has both, or why there is none. */
export function vixRatio(context: SignalContext): Result<VixRatio, string> {
  const both = closePair(context, ['VIX.close', 'VIX3M.close'], RATIO_BARS, 1);
  if (!both.ok) return both;
  const vix = both.value.left.at(-1) ?? 0;
  const vix3m = both.value.right.at(-1) ?? 0;
  if (!(vix > 0 && vix3m > 0)) return fail(`VIX3M.close: not positive on ${both.value.asOf}`);
  return ok({ ratio: vix / vix3m, vix, vix3m, asOf: both.value.asOf });
}

/**
 * c1 on constant maturity (methodology 3.0, E8). Front against second future would jump on every settlement day, as
 * the pair changes; without VX quotes it is proxied from VIX3M / VIX (correlation .82) and says so.
 */
export function contangoOf(context: SignalContext): Result<Contango, string> {
  const futures = fromFutures(context);
  if (futures !== undefined) return ok(futures);
  const spot = vixRatio(context);
  if (!spot.ok) return fail(`VX curve: no usable value by ${context.session}; ${spot.failure}`);
  const { vix, vix3m, asOf } = spot.value;
  return ok({ c1: proxiedContango(vix, vix3m), source: 'proxied', asOf });
}
