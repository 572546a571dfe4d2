/** c_0 + c_1 x + c_2 x^2 + ..., by Horner's rule. */
export function polynomialAt(coefficients: ArrayLike<number>, x: number): number {
  let value = 0;
  for (let k = coefficients.length - 1; k >= 0; k--) value = value * x + (coefficients[k] ?? 0);
  return value;
}

/** Coefficients of q(x)^2: the discrete convolution (c * c)_k = sum_j c_j c_(k-j). */
export function squared(coefficients: ArrayLike<number>): Float64Array {
  const product = new Float64Array(2 * coefficients.length - 1);
  for (let i = 0; i < coefficients.length; i++)
    for (let j = 0; j < coefficients.length; j++)
      product[i + j] = (product[i + j] ?? 0) + (coefficients[i] ?? 0) * (coefficients[j] ?? 0);
  return product;
}

/**
 * Coefficients in h of the mean over a normal disturbance:
 *
 *     E q(h + s G) = sum_n (s^2 / 2)^n / n! q^(2n)(h),   G ~ N(0, 1)
 *
 * the heat equation's series, which ends by itself; the moments (k - 1)!! of the papers are hidden in it.
 */
export function smoothed(coefficients: ArrayLike<number>, stdDev: number): Float64Array {
  const mean = Float64Array.from(coefficients);
  const term = Float64Array.from(coefficients);
  for (let n = 1; 2 * n < mean.length; n++) {
    const factor = (stdDev * stdDev) / (2 * n);
    for (let k = 0; k < mean.length; k++) {
      term[k] = factor * (k + 2) * (k + 1) * (term[k + 2] ?? 0);
      mean[k] = (mean[k] ?? 0) + (term[k] ?? 0);
    }
  }
  return mean;
}

/** Coefficients in g of q(base + slope g): Taylor's shift by repeated synthetic division, then a power of the slope each. */
export function alongLine(coefficients: ArrayLike<number>, base: number, slope: number): Float64Array {
  const shifted = Float64Array.from(coefficients);
  for (let i = 0; i < shifted.length - 1; i++)
    for (let k = shifted.length - 2; k >= i; k--)
      shifted[k] = (shifted[k] ?? 0) + base * (shifted[k + 1] ?? 0);
  let power = 1;
  return shifted.map((c) => {
    const scaled = c * power;
    power *= slope;
    return scaled;
  });
}

/** c_0 + c_2 x^2 + c_4 x^4 + ... */
export const evenPartAt = (coefficients: ArrayLike<number>, x: number): number =>
  everyOther(coefficients, 0, x);

/** c_1 x + c_3 x^3 + ..., so that q(-x) is the even part less this. */
export const oddPartAt = (coefficients: ArrayLike<number>, x: number): number =>
  x * everyOther(coefficients, 1, x);

function everyOther(coefficients: ArrayLike<number>, first: 0 | 1, x: number): number {
  const last = coefficients.length - 1;
  let value = 0;
  for (let k = last - ((last - first) & 1); k >= first; k -= 2)
    value = value * x * x + (coefficients[k] ?? 0);
  return value;
}

/** Coefficients of the integral of q from 0 to x. */
export function integrated(coefficients: ArrayLike<number>): Float64Array {
  const integral = new Float64Array(coefficients.length + 1);
  for (let k = 0; k < coefficients.length; k++) integral[k + 1] = (coefficients[k] ?? 0) / (k + 1);
  return integral;
}
