/**
 * How much of each strike's option a claim on the n-th power of the log return holds, over dK / K^2.
 *
 *     K^2 d^2/dK^2 [ln(K/F)]^n = n (n - 1) k^(n - 2) - n k^(n - 1),   k = ln(K/F)
 *
 * One rule for all claims a strip of options replicates: n = 1 gives -1, the log contract of the variance swap; n = 2 and
 * 3 the square and cubic contracts of Bakshi, Kapadia and Madan, 2 (1 - k) and 3 k (2 - k).
 *
 * @param order  n, an integer >= 1
 * @see Carr and Madan (2001), Optimal positioning in derivative securities, Quant. Finance 1, 19-37, equation 1
 */
export function momentWeight(order: number, k: number): number {
  const bend = order < 2 ? 0 : order * (order - 1) * k ** (order - 2);
  return bend - order * k ** (order - 1);
}
