/** Coefficients of x'Hx - 2 c'x in two unknowns. */
export interface Quadratic2 {
  readonly h11: number;
  readonly h12: number;
  readonly h22: number;
  readonly c1: number;
  readonly c2: number;
}

/**
 * Where x'Hx - 2 c'x is least over the square 0 <= x1, x2 <= cap, H positive semidefinite: the inside if the free minimum
 * lies there, else the best of the four edges.
 */
export function leastInBox({ h11, h12, h22, c1, c2 }: Quadratic2, cap: number): readonly [number, number] {
  const determinant = h11 * h22 - h12 * h12;
  const x1 = (c1 * h22 - c2 * h12) / determinant;
  const x2 = (c2 * h11 - c1 * h12) / determinant;
  if (x1 >= 0 && x1 <= cap && x2 >= 0 && x2 <= cap) return [x1, x2];
  let best: readonly [number, number] = [0, 0];
  let least = Number.POSITIVE_INFINITY;
  for (let edge = 0; edge < 4; edge++) {
    const fixed = edge < 2 ? 0 : cap;
    const onFirst = edge % 2 === 0;
    const other = onFirst ? (c2 - fixed * h12) / h22 : (c1 - fixed * h12) / h11;
    const free = other > 0 ? Math.min(other, cap) : 0; // NaN (no curvature at all) becomes 0
    const [a, b] = onFirst ? [fixed, free] : [free, fixed];
    const value = a * (a * h11 + 2 * b * h12 - 2 * c1) + b * (b * h22 - 2 * c2);
    if (value < least) [best, least] = [[a, b], value];
  }
  return best;
}
