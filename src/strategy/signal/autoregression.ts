/** A one-step forecast and the errors the same coefficients made on the sample they were fitted to. */
export interface ArForecast {
  readonly forecast: number;
  readonly residuals: Float64Array;
}

/** Solves the symmetric positive definite A x = b from A's lower half, in place (Cholesky); undefined when singular. */
function solve(a: Float64Array[], b: Float64Array): Float64Array | undefined {
  const n = b.length;
  const get = (i: number, j: number): number => a[i]?.[j] ?? 0;
  for (let j = 0; j < n; j++) {
    for (let i = j; i < n; i++) {
      let sum = get(i, j);
      for (let k = 0; k < j; k++) sum -= get(i, k) * get(j, k);
      if (i === j && !(sum > 1e-12 * Math.abs(get(j, j)))) return undefined;
      const row = a[i];
      if (row !== undefined) row[j] = i === j ? Math.sqrt(sum) : sum / get(j, j);
    }
  }
  const x = Float64Array.from(b);
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < i; k++) x[i] = (x[i] ?? 0) - get(i, k) * (x[k] ?? 0);
    x[i] = (x[i] ?? 0) / get(i, i);
  }
  for (let i = n - 1; i >= 0; i--) {
    for (let k = i + 1; k < n; k++) x[i] = (x[i] ?? 0) - get(k, i) * (x[k] ?? 0);
    x[i] = (x[i] ?? 0) / get(i, i);
  }
  return x;
}

/** Regressor `lag` of x[t]: 1 for the intercept, then x[t-1] ... x[t-order]. */
const regressor = (x: Float64Array, t: number, lag: number): number => (lag === 0 ? 1 : (x[t - lag] ?? 0));

/** Sum over the sample of the product of two regressors; `other` below 0 stands for x[t] itself. */
function moment(x: Float64Array, order: number, lag: number, other: number): number {
  let sum = 0;
  for (let t = order; t < x.length; t++) {
    sum += regressor(x, t, lag) * (other < 0 ? (x[t] ?? 0) : regressor(x, t, other));
  }
  return sum;
}

/** What the coefficients say of x[t] from the values before it. */
function predicted(x: Float64Array, t: number, coefficients: Float64Array): number {
  let sum = 0;
  for (let lag = 0; lag < coefficients.length; lag++) sum += (coefficients[lag] ?? 0) * regressor(x, t, lag);
  return sum;
}

/**
 * Forecast of the value after the last, by least squares on the sample's own lags with an intercept:
 *
 *     x[t] = c + a1 x[t-1] + ... + ap x[t-p] + e[t]
 *
 * @returns undefined when the sample is too short for more equations than unknowns, or never varies
 */
export function arForecast(x: Float64Array, order: number): ArForecast | undefined {
  const unknowns = order + 1;
  if (x.length - order <= unknowns) return undefined;
  const normal = Array.from({ length: unknowns }, (_, i) =>
    Float64Array.from({ length: unknowns }, (_, j) => (j <= i ? moment(x, order, i, j) : 0)),
  );
  const right = Float64Array.from({ length: unknowns }, (_, i) => moment(x, order, i, -1));
  const coefficients = solve(normal, right);
  if (coefficients === undefined) return undefined;
  const residuals = Float64Array.from(
    { length: x.length - order },
    (_, i) => (x[order + i] ?? 0) - predicted(x, order + i, coefficients),
  );
  return { forecast: predicted(x, x.length, coefficients), residuals };
}
