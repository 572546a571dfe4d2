/** Premiums of one moment, on points evenly spaced in y = ln X. */
export interface PriceGrid {
  readonly low: number;
  readonly spacing: number;
  /** X at the points. */
  readonly levels: Float64Array;
  readonly premiums: Float64Array;
  /** What exercise pays at the points, now; may be negative. */
  readonly exercise: Float64Array;
  /** 1: exercised at the high end, a call. -1: at the low end, a put. */
  readonly sign: 1 | -1;
  /** Scratch of a step. */
  readonly rhs: Float64Array;
  readonly pivots: Float64Array;
}

export function priceGrid(low: number, spacing: number, count: number, sign: 1 | -1): PriceGrid {
  return {
    low,
    spacing,
    levels: Float64Array.from({ length: count }, (_, i) => Math.exp(low + i * spacing)),
    premiums: new Float64Array(count),
    exercise: new Float64Array(count),
    sign,
    rhs: new Float64Array(count),
    pivots: new Float64Array(count),
  };
}

/**
 * One step back in time for a premium that is a martingale in X unless exercised, under
 *
 *     V_tau = A V,   A = (sigma^2 / 2) (d2/dy2 - d/dy),   (1 - a w A) V' = (1 + (1 - a) w A) V,   V' >= exercise
 *
 * by central differences inside; at both ends V is linear in X, so A V = 0. The complementarity problem is solved
 * exactly: elimination runs towards the end where the option is exercised and substitution away from it, which is right
 * because the exercise region is joined to that end.
 *
 * @param variance  sigma^2 w over the step of w years
 * @param implicit  a: 1 is backward Euler, which smooths; 0.5 Crank-Nicolson, of second order
 * @see Brennan and Schwartz (1977), J. Finance 32(2), 449-462
 */
export function stepBack(grid: PriceGrid, variance: number, implicit: number): void {
  const { spacing, premiums, exercise, sign, rhs, pivots } = grid;
  const last = premiums.length - 1;
  const spread = variance / (2 * spacing * spacing);
  const drift = variance / (4 * spacing);
  const before = 1 - implicit;
  const [below, above] = [spread + drift, spread - drift]; // A V = below V(y-h) - 2 spread V(y) + above V(y+h)
  rhs[0] = premiums[0] as number;
  rhs[last] = premiums[last] as number;
  for (let i = 1; i < last; i++) {
    const here = premiums[i] as number;
    const pull =
      below * (premiums[i - 1] as number) - 2 * spread * here + above * (premiums[i + 1] as number);
    rhs[i] = here + before * pull;
  }
  const far = sign === 1 ? 0 : last;
  const [behind, ahead] =
    sign === 1 ? [-implicit * below, -implicit * above] : [-implicit * above, -implicit * below];
  const diagonal = 1 + 2 * implicit * spread;
  pivots[far] = 1;
  for (let k = 1; k < last; k++) {
    const i = far + sign * k;
    const factor = behind / (pivots[i - sign] as number);
    pivots[i] = diagonal - (k === 1 ? 0 : factor * ahead);
    (rhs[i] as number) -= factor * (rhs[i - sign] as number);
  }
  const near = last - far;
  premiums[near] = Math.max(rhs[near] as number, exercise[near] as number);
  for (let k = last - 1; k >= 1; k--) {
    const i = far + sign * k;
    const held = ((rhs[i] as number) - ahead * (premiums[i + sign] as number)) / (pivots[i] as number);
    premiums[i] = Math.max(held, exercise[i] as number);
  }
  premiums[far] = Math.max(rhs[far] as number, exercise[far] as number);
}

/**
 * Exercise where that pays more, once, with no time passing.
 *
 * At the point next to the change-over the premium is the mean over its cell rather than its value: a kink between two
 * points would otherwise leave an error that jumps about as the grid is refined, and extrapolation needs a smooth one.
 *
 * @returns X at the change-over; undefined if exercise pays nowhere, or everywhere, on the grid
 */
export function exerciseNow({ low, spacing, premiums, exercise, sign }: PriceGrid): number | undefined {
  const count = premiums.length;
  const gain = (i: number): number => (exercise[i] as number) - (premiums[i] as number);
  let inside = sign === 1 ? count - 1 : 0;
  if (!(gain(inside) > 0)) return undefined;
  while (inside >= 0 && inside < count && gain(inside) > 0) inside -= sign;
  const outside = inside;
  inside += sign;
  if (outside < 0 || outside >= count) return undefined;
  const share = gain(inside) / (gain(inside) - gain(outside)); // of a spacing, from the inside point
  const perSpacing = gain(inside) - gain(outside);
  const kink = share < 0.5 ? inside : outside;
  const past = share < 0.5 ? share : share - 1; // from the change-over to the point, inwards
  const mean = (perSpacing * (past + 0.5) ** 2) / 2;
  const held = premiums[kink] as number;
  for (let i = inside; i >= 0 && i < count; i += sign)
    premiums[i] = Math.max(premiums[i] as number, exercise[i] as number);
  premiums[kink] = held + mean;
  return Math.exp(low + (inside - sign * share) * spacing);
}

/** A premium with its first two derivatives in y. */
export interface GridPremium {
  readonly value: number;
  readonly slope: number;
  readonly bend: number;
  /** Whether all the points it is made from are exercised. */
  readonly isExercised: boolean;
}

/** By the cubic through the four points around y. */
export function premiumOnGrid({ low, spacing, premiums, exercise }: PriceGrid, y: number): GridPremium {
  const i = Math.max(1, Math.min(Math.floor((y - low) / spacing), premiums.length - 3));
  const x = (y - low) / spacing - i;
  const at = (j: number): number => premiums[i + j] as number;
  // Newton's form on the points -1, 0, 1, 2.
  const d1 = at(0) - at(-1);
  const d2 = (at(1) - 2 * at(0) + at(-1)) / 2;
  const d3 = (at(2) - 3 * at(1) + 3 * at(0) - at(-1)) / 6;
  return {
    value: at(-1) + (x + 1) * (d1 + x * (d2 + (x - 1) * d3)),
    slope: (d1 + (2 * x + 1) * d2 + (3 * x * x - 1) * d3) / spacing,
    bend: (2 * d2 + 6 * x * d3) / (spacing * spacing),
    isExercised: [-1, 0, 1, 2].every((j) => at(j) === exercise[i + j]),
  };
}
