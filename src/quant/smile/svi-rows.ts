import type { SviParams } from './svi.ts';

/** Coordinates of a slice whose rules are a box: a, slopes of the right and left wings, m, ln sigma. */
const [A, UP, DOWN] = [0, 1, 2] as const;
export const [M, LOG_SIGMA, SIZE] = [3, 4, 5] as const;

export const coordinatesOf = ({ a, b, rho, m, sigma }: SviParams): Float64Array =>
  Float64Array.of(a, b * (1 + rho), b * (1 - rho), m, Math.log(sigma));

export function paramsOf(x: Float64Array): SviParams {
  const [up, down] = [x[UP] as number, x[DOWN] as number];
  return {
    a: x[A] as number,
    b: (up + down) / 2,
    rho: up + down === 0 ? 0 : (up - down) / (up + down),
    m: x[M] as number,
    sigma: Math.exp(x[LOG_SIGMA] as number),
  };
}

/** Gradients of w, w' and w'' at one k by the five coordinates. */
export interface SviRows {
  readonly w: Float64Array;
  readonly w1: Float64Array;
  readonly w2: Float64Array;
}

export const sviRows = (): SviRows => ({
  w: new Float64Array(SIZE),
  w1: new Float64Array(SIZE),
  w2: new Float64Array(SIZE),
});

/**
 * With x = k - m, R = sqrt(x^2 + sigma^2) and slopes U, D:
 *
 *     w = a + U (R + x)/2 + D (R - x)/2,   w' = U (1 + x/R)/2 - D (1 - x/R)/2,   w'' = (U + D) sigma^2 / 2R^3
 */
export function fillRows({ b, rho, m, sigma }: SviParams, k: number, rows: SviRows): void {
  const x = k - m;
  const square = sigma * sigma;
  const root = Math.sqrt(x * x + square);
  const lean = x / root;
  const bend = square / (root * root * root);
  const w2 = b * bend;
  const { w, w1, w2: row2 } = rows;
  w[A] = 1;
  w[UP] = 0.5 * (root + x);
  w[DOWN] = 0.5 * (root - x);
  w[M] = -b * (rho + lean);
  w[LOG_SIGMA] = (b * square) / root;
  w1[UP] = 0.5 * (1 + lean);
  w1[DOWN] = -0.5 * (1 - lean);
  w1[M] = -w2;
  w1[LOG_SIGMA] = -x * w2;
  row2[UP] = 0.5 * bend;
  row2[DOWN] = 0.5 * bend;
  row2[M] = (3 * w2 * lean) / root;
  row2[LOG_SIGMA] = w2 * (2 - (3 * square) / (root * root));
}
