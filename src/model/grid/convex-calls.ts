/**
 * The nearest call premiums that are convex in strike and fall no faster than one for one: butterflies and verticals then
 * cost something. Slopes between neighbours are replaced by their isotonic regression, clipped to [-1, 0], with gaps as
 * weights (pool adjacent violators); both end premiums stay unless a slope was clipped.
 *
 * @param strikes  ascending
 * @see Barlow, Bartholomew, Bremner and Brunk (1972), Statistical inference under order restrictions, 1.2
 */
export function convexCalls(strikes: Float64Array, calls: Float64Array): Float64Array {
  const pools: { slope: number; gap: number; count: number }[] = [];
  for (let n = 1; n < strikes.length; n++) {
    const gap = (strikes[n] ?? 0) - (strikes[n - 1] ?? 0);
    let pool = { slope: ((calls[n] ?? 0) - (calls[n - 1] ?? 0)) / gap, gap, count: 1 };
    for (let last = pools.at(-1); last !== undefined && last.slope > pool.slope; last = pools.at(-1)) {
      const total = last.gap + pool.gap;
      const slope = (last.slope * last.gap + pool.slope * pool.gap) / total;
      pool = { slope, gap: total, count: last.count + pool.count };
      pools.pop();
    }
    pools.push(pool);
  }
  const slopes = pools.flatMap(({ slope, count }) =>
    Array<number>(count).fill(Math.min(Math.max(slope, -1), 0)),
  );
  // Rebuilt from the far call down: the smallest premiums keep their relative accuracy.
  const convex = Float64Array.from(calls);
  for (let n = strikes.length - 1; n > 0; n--)
    convex[n - 1] = (convex[n] ?? 0) - (slopes[n - 1] ?? 0) * ((strikes[n] ?? 0) - (strikes[n - 1] ?? 0));
  return convex;
}
