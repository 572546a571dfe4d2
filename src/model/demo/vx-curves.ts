import { addDays } from '../../core/dates.ts';
import { epochMs, type IsoDate, points } from '../../core/units.ts';
import type { VxCurve, VxQuote } from '../../market/history.ts';
import { stockClose } from '../../market/session-calendar.ts';
import { yearsToExpiry } from '../../market/settlement.ts';
import { vixMonthlyExpirations } from '../../market/vix-expirations.ts';
import type { FactorState } from '../two-factor.ts';
import type { DemoYears } from './demo-years.ts';
import { vixMoments } from './vix-moments.ts';

/** The exchange lists nine serial months. */
const CONTRACTS = 9;
/** Calendar days that hold nine of them. */
const REACH = 300;
/** Settles are rounded to a tenth of a cent, $1 a contract: nothing a strategy could live on. */
const perMille = (x: number): number => Math.round(1000 * x) / 1000;

/**
 * VX settles of each session: the model's futures at the nearest nine monthly settlements, without noise, so that a future,
 * the options on it and VIX at its settlement belong to one law. A curve is worked out when it is first read.
 *
 * @param availableAt  when the settles of each wanted session may be read
 */
export function vxCurves(
  { model, dates, from, x, y }: DemoYears,
  availableAt: Float64Array,
): readonly VxCurve[] {
  const shown = dates.slice(from);
  const [first, last] = [shown[0], shown.at(-1)];
  if (first === undefined || last === undefined) return [];
  const listed = vixMonthlyExpirations(first, addDays(last, REACH));
  const contractsOf = (session: IsoDate, state: FactorState): readonly VxQuote[] => {
    const next = listed.findIndex((expiration) => expiration > session);
    return listed.slice(next, next + CONTRACTS).map((expiration) => {
      const years = yearsToExpiry(stockClose(session), 'VX', expiration);
      return { expiration, settle: points(perMille(vixMoments(model, state, years).future)) };
    });
  };
  return shown.map((session, i) => {
    let contracts: readonly VxQuote[] | undefined;
    return {
      session,
      availableAt: epochMs(availableAt[i] ?? 0),
      get contracts() {
        contracts ??= contractsOf(session, { x: x[from + i] ?? 0, y: y[from + i] ?? 0 });
        return contracts;
      },
    };
  });
}
