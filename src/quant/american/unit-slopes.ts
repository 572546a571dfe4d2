import { type AmericanBoundary, NO_DEVIATION } from './american-boundary.ts';
import { europeanPremium, europeanSlopes } from './european-put.ts';
import { POINT } from './exercise-points.ts';
import { exerciseValueSlopes, type ValueSlopes } from './exercise-value.ts';
import { exerciseWithoutVol } from './no-vol.ts';

export interface UnitSlopes extends ValueSlopes {
  /** Whether it is exercised now. */
  readonly isExercised: boolean;
}

const NOTHING: ValueSlopes = { value: 0, slope: 0, bend: 0 };

/**
 * Premium of the put struck at 1 and its first two derivatives with the spot; at the money at expiry, half the slope.
 *
 * @param spot  in strikes
 */
export function unitSlopes(boundary: AmericanBoundary, spot: number): UnitSlopes {
  const { put, european, now } = boundary;
  if (european.sd < NO_DEVIATION) {
    const { when, value } = exerciseWithoutVol(put, spot);
    const share = value > 0 ? 1 : 0.5;
    const slope = value < 0 ? 0 : -share * Math.exp(-put.q * when);
    return { value: Math.max(value, 0), slope, bend: 0, isExercised: when === 0 };
  }
  const log = Math.log(spot);
  if (log >= now.from && log <= now.to) return { value: 1 - spot, slope: -1, bend: 0, isExercised: true };
  const { value, slope } = heldSlopes(boundary, spot);
  return {
    value: Math.max(value, 1 - spot, 0),
    slope,
    bend: heldBend(boundary, spot, log),
    isExercised: false,
  };
}

/** The decomposition's own derivatives. */
function heldSlopes({ european, upper, lower }: AmericanBoundary, spot: number): ValueSlopes {
  const log = Math.log(spot);
  const held = { value: europeanPremium(european, spot), ...europeanSlopes(european, spot) };
  const plus = upper === undefined ? NOTHING : exerciseValueSlopes(upper.points, spot, log);
  const minus = lower === undefined ? NOTHING : exerciseValueSlopes(lower.points, spot, log);
  return {
    value: held.value + plus.value - minus.value,
    slope: held.slope + plus.slope - minus.slope,
    bend: held.bend + plus.bend - minus.bend,
  };
}

/** Standard deviations from the boundary, times points of the quadrature, within which the bend is interpolated. */
const NEAR = 7;

/**
 * Second derivative with the spot.
 *
 * Close to the boundary the integrand is a spike that a quadrature misses, but at it the bend is known: there theta is 0,
 * so sigma^2 B^2 bend / 2 = r - q B. So up to `reach` from it the bend is the parabola in ln S through the value there
 * and those of the integral at one and two reaches.
 */
function heldBend(boundary: AmericanBoundary, spot: number, log: number): number {
  const { put, european, upper, now } = boundary;
  const edge = log > now.to ? now.to : now.from;
  const side = log > now.to ? 1 : -1;
  const reach = upper === undefined ? 0 : (NEAR * POINT * european.sd) / upper.points.table.length;
  const x = (side * (log - edge)) / reach;
  if (!(now.from <= now.to && x < 1)) return heldSlopes(boundary, spot).bend;
  const there = Math.exp(edge);
  const atEdge = (2 * (put.r - put.q * there)) / (put.sigma * there) ** 2;
  const bendAt = (reaches: number): number =>
    heldSlopes(boundary, Math.exp(edge + side * reaches * reach)).bend;
  return (atEdge * (1 - x) * (2 - x)) / 2 + bendAt(1) * x * (2 - x) + (bendAt(2) * x * (x - 1)) / 2;
}
