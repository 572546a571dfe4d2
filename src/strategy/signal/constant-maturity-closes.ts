import { dateOfDay, dayNumber } from '../../core/dates.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import type { VxCurve } from '../../market/history.ts';
import { constantMaturity } from '../../market/vix-term-structure.ts';
import { type Closes, isStaleDaily } from './closes.ts';
import type { SignalContext } from './context.ts';

/** Days to expiration of the constant-maturity VX value whose RSI is compared with that of VIX. */
const CM_DAYS = 30;

/** Curves are the same objects every evening, so each is interpolated once in a back-test. */
const interpolated = new WeakMap<VxCurve, { readonly value: number | undefined }>();

function cm30(curve: VxCurve): number | undefined {
  const known = interpolated.get(curve);
  if (known !== undefined) return known.value;
  const value = constantMaturity(curve, CM_DAYS);
  interpolated.set(curve, { value });
  return value;
}

/**
 * The last `bars` values of CM30, the VX curve read at 30 days: one number a session without the saw-tooth that
 * following one contract to its settlement would give.
 */
export function constantMaturityCloses(
  { past, session }: SignalContext,
  bars: number,
  atLeast: number,
): Result<Closes, string> {
  const days: number[] = [];
  const values: number[] = [];
  for (let i = past.vx.length - 1; i >= 0 && days.length < bars; i--) {
    const curve = past.vx[i];
    const value = curve === undefined || curve.session > session ? undefined : cm30(curve);
    if (curve === undefined || value === undefined) continue;
    days.push(dayNumber(curve.session));
    values.push(value);
  }
  const asOf = dateOfDay(days[0] ?? 0);
  if (days.length === 0) return fail(`VX curve: no data by ${session}`);
  if (isStaleDaily(asOf, session)) return fail(`VX curve: no value since ${asOf}`);
  if (days.length < atLeast) return fail(`VX curve: ${days.length} sessions of history, ${atLeast} needed`);
  return ok({
    name: 'CM30',
    days: Int32Array.from(days.reverse()),
    values: Float64Array.from(values.reverse()),
    asOf,
    tags: [],
  });
}
