import { requirePositive } from '../../core/errors.ts';
import { momentWeight } from './moment-weight.ts';
import type { VixStrip } from './vix-strip.ts';

/** Moments about zero of the log return ln(S_T/F) to one expiration, under the market's own prices. */
export interface LogReturnMoments {
  readonly mean: number;
  readonly second: number;
  readonly third: number;
  readonly fourth: number;
}

/**
 * Moments of the log return from the strip of one expiration, strike by strike as VIX sums it.
 *
 *     E[R^n] = L^n + n L^(n-1) (F/K0 - 1) + sum w_n(ln K_i/F) dK_i/K_i^2 e^{RT} Q(K_i),   L = ln(K0/F)
 *
 * The terms in L carry the claim from F to K0, where puts give way to calls; they are Cboe's epsilon corrections. For
 * n = 1 and 3 they are the ones of the SKEW paper. For n = 2 the expansion gives L^2, where the figures printed in its
 * example come out with half of that; SKEW differs by hundredths of a point at most.
 *
 * @see Bakshi, Kapadia and Madan (2003), Rev. Financial Studies 16, 101-143, theorem 1; Cboe (2010), The CBOE Skew Index,
 *   appendix
 */
export function logReturnMoments(strip: VixStrip): LogReturnMoments {
  const moment = (order: number): number => stripMoment(strip, order);
  return { mean: moment(1), second: moment(2), third: moment(3), fourth: moment(4) };
}

function stripMoment({ forward, atStrike, included }: VixStrip, order: number): number {
  const level = Math.log(atStrike / forward);
  let sum = 0;
  for (const { strike, contribution } of included)
    sum += momentWeight(order, Math.log(strike / forward)) * contribution;
  return level ** order + order * level ** (order - 1) * (forward / atStrike - 1) + sum;
}

/**
 * Annualised variance a swap on realised variance is fairly struck at, from the expected log return.
 *
 *     K_var = -(2/T) E[ln S_T/F]
 *
 * What VIX squares is this to the second order in F/K0 - 1. Exact for a price that moves without jumps.
 *
 * @param expiry  years
 * @returns decimal squared
 * @throws PreconditionError unless expiry is > 0
 * @see Demeterfi, Derman, Kamal and Zou (1999), More than you ever wanted to know about volatility swaps, equation 21
 */
export function varianceSwapVariance({ mean }: LogReturnMoments, expiry: number): number {
  requirePositive('expiry', expiry);
  return (-2 / expiry) * mean;
}

/** Second central moment of the log return, over the whole life of the strip. */
export const logReturnVariance = ({ mean, second }: LogReturnMoments): number => second - mean * mean;

/**
 * Skewness of the log return.
 *
 *     S = (P3 - 3 P1 P2 + 2 P1^3) / (P2 - P1^2)^(3/2)
 *
 * @returns undefined when the variance is not > 0
 */
export function skewness(moments: LogReturnMoments): number | undefined {
  const { mean, second, third } = moments;
  const variance = logReturnVariance(moments);
  return variance > 0 ? (third - 3 * mean * second + 2 * mean ** 3) / variance ** 1.5 : undefined;
}

/**
 * Kurtosis of the log return; 3 for a normal one.
 *
 *     (P4 - 4 P1 P3 + 6 P1^2 P2 - 3 P1^4) / (P2 - P1^2)^2
 *
 * @returns undefined when the variance is not > 0
 */
export function kurtosis(moments: LogReturnMoments): number | undefined {
  const { mean, second, third, fourth } = moments;
  const variance = logReturnVariance(moments);
  return variance > 0
    ? (fourth - 4 * mean * third + 6 * mean * mean * second - 3 * mean ** 4) / variance ** 2
    : undefined;
}
