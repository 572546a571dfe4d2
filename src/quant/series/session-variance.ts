import type { Ohlc } from './ohlc.ts';

/**
 * An estimate of the variance of the log price from a session's open to its close, from that session alone. It sees
 * nothing of the night before: for a market that gaps, a year of it lacks the nights (see `yangZhangVol`).
 */
export type SessionVariance = (session: Ohlc) => number;

/**
 * Parkinson's estimator from the range: 5.2 times less variance than the squared move from open to close. Unbiased
 * without drift; a drift widens the range and is taken for volatility. Sampled ticks miss the true extremes, so all
 * three estimators here come out somewhat low where trades are few.
 *
 *     ln(H / L)^2 / (4 ln 2)
 *
 * @see Parkinson (1980), J. Business 53(1), 61-65, doi 10.1086/296071
 */
export function parkinson({ high, low }: Ohlc): number {
  const range = Math.log(high / low);
  return (range * range) / (4 * Math.LN2);
}

/**
 * Garman and Klass's estimator from range and body: 7.4 times less variance. Unbiased without drift.
 *
 *     ln(H / L)^2 / 2 - (2 ln 2 - 1) ln(C / O)^2
 *
 * the practical form, which lacks the cross terms of their best one (weights .511, .019, .383) and loses next to
 * nothing by it.
 *
 * @see Garman and Klass (1980), J. Business 53(1), 67-78, doi 10.1086/296072
 */
export function garmanKlass({ open, high, low, close }: Ohlc): number {
  const range = Math.log(high / low);
  const body = Math.log(close / open);
  return 0.5 * range * range - (2 * Math.LN2 - 1) * body * body;
}

/**
 * Rogers and Satchell's estimator: unbiased whatever the drift, 6.0 times less variance than the squared move.
 *
 *     ln(H / C) ln(H / O) + ln(L / C) ln(L / O)
 *
 * @see Rogers and Satchell (1991), Annals of Applied Probability 1(4), 504-512, doi 10.1214/aoap/1177005835
 */
export function rogersSatchell({ open, high, low, close }: Ohlc): number {
  return Math.log(high / close) * Math.log(high / open) + Math.log(low / close) * Math.log(low / open);
}
