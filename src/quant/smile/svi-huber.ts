/** Residuals beyond this many robust standard deviations pull only linearly (Huber 1964; 95 % efficient at 1.345, kept
 * wider because the wings of a real smile depart from SVI together, and are not errors). */
const HUBER = 2.5;
/** Standard deviations of a normal law in one median absolute deviation. */
const MAD = 1.4826;

/**
 * Weights of quotes with those that lie far from a fitted slice weighed down: by limit / |residual| in weighted units,
 * beyond 2.5 robust standard deviations of all of them.
 *
 * @param weight  the quotes' own weights, which are returned when no quote lies that far
 * @see Huber (1964), Ann. Math. Stat. 35(1), 73-101, doi 10.1214/aoms/1177703732
 */
export function huberWeights(residual: Float64Array, weight: Float64Array): Float64Array {
  const pull = weight.map((h, i) => Math.abs(residual[i] as number) * Math.sqrt(h));
  const sorted = pull.slice().sort();
  const limit = HUBER * MAD * (sorted[sorted.length >> 1] as number);
  if (!((sorted[sorted.length - 1] as number) > limit)) return weight;
  return weight.map((h, i) => ((pull[i] as number) > limit ? (h * limit) / (pull[i] as number) : h));
}
