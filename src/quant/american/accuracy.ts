import { type Collocation, collocation, fillInterpolationRow } from './collocation.ts';
import { type TimeQuadrature, timeQuadrature } from './time-quadrature.ts';
import type { UnitPut } from './unit-put.ts';

/**
 * How closely to solve. The worst and the root-mean-square error, as shares of the strike, over 2,000 random puts (vol
 * 10-60 %, rate 1-10 %, yield 0-10 %, a week to two years), and the time to solve one boundary on a 2026 server core:
 *
 *     fast       2.5e-6   2.1e-7     7 us
 *     accurate   7.3e-8   6.0e-9    31 us
 *     precise    1.5e-10  1.4e-11  510 us
 *
 * `accurate` is the default: on a strike of 600 it is within a hundredth of a cent, which no quote can tell, and a
 * chain shares one boundary. `fast` is for searches over vol, `precise` for reference values.
 */
export type Accuracy = 'fast' | 'accurate' | 'precise';

/** The numbers behind an accuracy. */
export interface Scheme {
  readonly grid: Collocation;
  /** Newton's method stops after the step from where the residual is below this. */
  readonly tolerance: number;
  /** For the premium, once the boundary is known. */
  readonly premium: TimeQuadrature;
  /** Interpolation from the grid's nodes to the premium's points, row by row. */
  readonly premiumRows: Float64Array;
}

interface Sizes {
  readonly nodes: number;
  readonly order: number;
  readonly premiumOrder: number;
  readonly tolerance: number;
}

const SIZES: Readonly<Record<Accuracy, Sizes>> = {
  fast: { nodes: 6, order: 5, premiumOrder: 15, tolerance: 1e-3 },
  accurate: { nodes: 12, order: 12, premiumOrder: 36, tolerance: 1e-5 },
  precise: { nodes: 32, order: 40, premiumOrder: 100, tolerance: 1e-8 },
};

const schemes = new Map<Accuracy, Scheme>();

/** The scheme of an accuracy, worked out at its first use. */
export function schemeOf(accuracy: Accuracy): Scheme {
  const known = schemes.get(accuracy);
  if (known !== undefined) return known;
  const { nodes, order, premiumOrder, tolerance } = SIZES[accuracy];
  const grid = collocation(nodes, order, 'arc');
  const premium = timeQuadrature('arc', premiumOrder);
  const premiumRows = new Float64Array(premiumOrder * nodes);
  for (let k = 0; k < premiumOrder; k++)
    fillInterpolationRow(grid.root, premium.restRoot[k] as number, premiumRows, k * nodes);
  const scheme = { grid, tolerance, premium, premiumRows };
  schemes.set(accuracy, scheme);
  return scheme;
}

/**
 * The schemes to try for a put, in order. What is asked for comes first unless the put is outside its reach: the
 * boundary of a put with much drift for its vol settles early and then stays flat, one with a large total vol falls far,
 * and one of two turns down steeply before they meet, all of which want more nodes. Over random puts and calls with vol 5-150 %, rate and yield up to 15 % of either
 * sign and a day to five years, errors so stay below 1e-5, 5e-7 and 1e-8 of the strike.
 */
export function schemesFor(accuracy: Accuracy, { r, q, sigma, T }: UnitPut): readonly Scheme[] {
  const sd = sigma * Math.sqrt(T);
  const drift = ((r - q - 0.5 * sigma * sigma) * T) / sd;
  const isPlain = r >= 0 && sd < 0.75 && drift < 1.5 && drift > -1.5;
  const first =
    accuracy === 'precise' || sd > 2 || drift < -10
      ? 'precise'
      : accuracy === 'fast' && isPlain
        ? 'fast'
        : 'accurate';
  const rest = (['accurate', 'precise', 'fast'] as const).filter((other) => other !== first);
  const order: readonly Accuracy[] = [first, ...rest];
  return order.map((one) => schemeOf(one));
}
