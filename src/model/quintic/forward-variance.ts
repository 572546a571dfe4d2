import { requirePositive } from '../../core/errors.ts';

/** xi_0(t): the variance per year expected today for the instant t years ahead. */
export type ForwardVariance = (t: number) => number;

/** @throws PreconditionError unless the level is finite and > 0 */
export function flatForwardVariance(level: number): ForwardVariance {
  requirePositive('level', level);
  return () => level;
}

/** Parameters of `exponentialForwardVariance`, in the letters of the paper. */
export interface ExponentialCurve {
  /** Variance per year now. */
  readonly a: number;
  /** Per year. */
  readonly b: number;
  /** Variance per year far ahead. */
  readonly c: number;
}

/**
 * xi_0(t) = a e^(-b t) + c (1 - e^(-b t))
 *
 * @throws PreconditionError unless a, b and c are finite and > 0
 * @see Abi Jaber, Illand, Li (2023), arXiv 2212.10917v2, equation 5.2
 */
export function exponentialForwardVariance({ a, b, c }: ExponentialCurve): ForwardVariance {
  requirePositive('a', a);
  requirePositive('b', b);
  requirePositive('c', c);
  return (t) => {
    const left = Math.exp(-b * t);
    return a * left + c * (1 - left);
  };
}
