/** A 2 x 2 matrix by rows. */
export interface Matrix2 {
  readonly xx: number;
  readonly xy: number;
  readonly yx: number;
  readonly yy: number;
}

/**
 * exp(-A t) of a 2 x 2 matrix.
 *
 *     exp(M) = e^s (C I + S (M - s I)),   s = tr(M)/2,   d^2 = s^2 - det(M),   C = cosh d,   S = sinh(d)/d
 *
 * with cos and sin where d^2 < 0: Cayley and Hamilton, since (M - sI)^2 = d^2 I. A diagonal A gives back its two decays.
 */
export function decayMatrix(a: Matrix2, t: number): Matrix2 {
  // A diagonal one to the last bit: a law that must be exact is not left to a difference of large numbers.
  if (a.xy === 0 && a.yx === 0) return { xx: Math.exp(-a.xx * t), xy: 0, yx: 0, yy: Math.exp(-a.yy * t) };
  const half = (-t * (a.xx + a.yy)) / 2;
  const lean = (-t * (a.xx - a.yy)) / 2;
  const square = lean * lean + t * t * a.xy * a.yx;
  const d = Math.sqrt(Math.abs(square));
  const scale = Math.exp(half);
  const even = scale * (square < 0 ? Math.cos(d) : Math.cosh(d));
  const odd = scale * (d < 1e-8 ? 1 : square < 0 ? Math.sin(d) / d : Math.sinh(d) / d);
  return { xx: even + odd * lean, xy: -odd * t * a.xy, yx: -odd * t * a.yx, yy: even - odd * lean };
}
