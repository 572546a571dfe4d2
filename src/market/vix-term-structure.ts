import { daysBetween } from '../core/dates.ts';
import { type IsoDate, type Points, points } from '../core/units.ts';
import type { VxCurve } from './history.ts';

/** The VX curve of one session, as the sheet and the rules read it. */
export interface VixTermStructure {
  readonly session: IsoDate;
  readonly contracts: readonly {
    readonly expiration: IsoDate;
    readonly dte: number;
    readonly settle: Points;
  }[];
  /** Constant-maturity values at 30 and 60 days. */
  readonly cm30?: Points;
  readonly cm60?: Points;
  /** CM60 / CM30 - 1, decimal: methodology 3.0, E8. */
  readonly contango?: number;
  /** Second over first future less one. Saw-toothed by the roll; for display only. */
  readonly frontContango?: number;
}

/**
 * How many days before the nearest future the line through the first two may still be drawn. 7: in the week after a
 * settlement the nearest future is up to 35 days out, and 30 days must not vanish for it.
 */
const MAX_DAYS_BEFORE_FIRST = 7;

interface CurvePoint {
  readonly expiration: IsoDate;
  readonly dte: number;
  readonly settle: Points;
}

/** The curve in days to settlement; contracts that settled on or before the session, and zero settles, left out. */
const curvePoints = ({ session, contracts }: VxCurve): CurvePoint[] =>
  contracts
    .map(({ expiration, settle }) => ({ expiration, dte: daysBetween(session, expiration), settle }))
    .filter(({ dte, settle }) => dte > 0 && settle > 0)
    .sort((a, b) => a.dte - b.dte);

/** The straight line through two points of the curve, at `days`. */
const onLine = (a: CurvePoint, b: CurvePoint, days: number): Points =>
  points(a.settle + ((b.settle - a.settle) * (days - a.dte)) / (b.dte - a.dte));

function interpolated(curve: readonly CurvePoint[], days: number): Points | undefined {
  const exact = curve.find((point) => point.dte === days);
  if (exact !== undefined) return exact.settle;
  const above = curve.findIndex((point) => point.dte > days);
  const [first, second] = curve;
  if (above === 0) {
    const near = first !== undefined && second !== undefined && first.dte - days <= MAX_DAYS_BEFORE_FIRST;
    return near ? onLine(first, second, days) : undefined;
  }
  const [low, high] = [curve[above - 1], curve[above]];
  return low === undefined || high === undefined ? undefined : onLine(low, high, days);
}

/**
 * The VX curve at a fixed distance: linear in calendar time between the two settles around it (in price, as a rolled
 * position would earn it). Up to a week before the nearest future the line through the first two is prolonged.
 *
 * @returns undefined beyond the last future, or more than a week before the first
 */
export const constantMaturity = (curve: VxCurve, days: number): Points | undefined =>
  interpolated(curvePoints(curve), days);

/** Everything the rules read off one VX curve. */
export function termStructure(curve: VxCurve): VixTermStructure {
  const contracts = curvePoints(curve);
  const cm30 = interpolated(contracts, 30);
  const cm60 = interpolated(contracts, 60);
  const [first, second] = contracts;
  return {
    session: curve.session,
    contracts,
    ...(cm30 === undefined ? {} : { cm30 }),
    ...(cm60 === undefined ? {} : { cm60 }),
    ...(cm30 === undefined || cm60 === undefined ? {} : { contango: cm60 / cm30 - 1 }),
    ...(first === undefined || second === undefined
      ? {}
      : { frontContango: second.settle / first.settle - 1 }),
  };
}

/**
 * CM60 / CM30 - 1 where there is no VX curve, from the index family:
 *
 *     c1 = 0.46 ln(VIX3M / VIX) - 0.003
 *
 * Correlation 0.82 with the real one; whoever shows it tags it `proxied`.
 *
 * @param vix, vix3m  index levels in vol points, > 0
 * @see methodology 3.0, E8
 */
export const proxiedContango = (vix: number, vix3m: number): number => 0.46 * Math.log(vix3m / vix) - 0.003;

/** A VX value for one expiration, and whether a contract of exactly that date was quoted. */
export interface FutureValue {
  readonly value: Points;
  readonly source: 'vx' | 'vx-interpolated';
}

/** The VX future of an expiration: its own settle, else the curve interpolated to its date. */
export function futureFor(curve: VxCurve, expiration: IsoDate): FutureValue | undefined {
  const own = curve.contracts.find((contract) => contract.expiration === expiration && contract.settle > 0);
  if (own !== undefined) return { value: own.settle, source: 'vx' };
  const days = daysBetween(curve.session, expiration);
  const value = days > 0 ? constantMaturity(curve, days) : undefined;
  return value === undefined ? undefined : { value, source: 'vx-interpolated' };
}
