import { PreconditionError, requireFinite, requireNonNegative, requirePositive } from '../../core/errors.ts';
import type { ForwardVariance } from './forward-variance.ts';
import { smoothed, squared } from './polynomial.ts';

/** One Ornstein-Uhlenbeck factor int_0^t e^(-rate (t - s)) dW_s, and what it counts for in Z. */
export interface OuFactor {
  readonly weight: number;
  /** Mean reversion, per year. */
  readonly rate: number;
}

/** a_0 ... a_5 of p(z) = sum a_k z^k. */
export type QuinticCoefficients = readonly [number, number, number, number, number, number];

/**
 * A quintic Ornstein-Uhlenbeck model of SPX and its variance, one or two factors:
 *
 *     dS/S = sigma dB,   B = rho W + sqrt(1 - rho^2) W',   sigma_t = sqrt(xi_0(t) / g(t)) p(Z_t),   g(t) = E p(Z_t)^2
 *     Z_t = sum_j w_j int_0^t e^(-lambda_j (t - s)) dW_s
 *
 * **For verification only.** The workbench's market is another model; this one is here because its numbers are published,
 * and quadrature that reproduces them can be trusted elsewhere. It is not offered as a market, for three reasons. p changes
 * sign half to one standard deviation below the centre in every published set: there sigma crosses zero, VIX turns up again
 * as Z falls on, and so is no monotone function of the state and cannot be inverted for it. One W drives both factors, while
 * the states read off daily VIX and VIX3M have innovations of correlation 0.1 to 0.2. And the one factor, with a mean
 * reversion of 19 to 33 a year, forgets within weeks where VIX remembers for months.
 */
export interface QuinticModel {
  readonly coefficients: QuinticCoefficients;
  readonly factors: readonly [OuFactor] | readonly [OuFactor, OuFactor];
  /** Correlation of W with the spot's B. */
  readonly rho: number;
  readonly forwardVariance: ForwardVariance;
}

/** Parameters of the one-factor model, in the letters of its paper. */
export interface OneFactorQuintic {
  readonly a0: number;
  readonly a1: number;
  readonly a3: number;
  readonly a5: number;
  readonly rho: number;
  readonly H: number;
  /** Years. */
  readonly eps: number;
}

/**
 * The one-factor model: X has mean reversion (1/2 - H)/eps and vol of vol eps^(H - 1/2).
 *
 * @throws PreconditionError unless eps > 0, H < 1/2, rho is in [-1, 1] and the coefficients are >= 0 and not all 0
 * @see Abi Jaber, Illand, Li (2023), arXiv 2212.10917v2, equation 2.1
 */
export function oneFactorQuintic(
  { a0, a1, a3, a5, rho, H, eps }: OneFactorQuintic,
  forwardVariance: ForwardVariance,
): QuinticModel {
  for (const [name, a] of Object.entries({ a0, a1, a3, a5 })) requireNonNegative(name, a);
  requirePositive('eps', eps);
  if (!(Number.isFinite(H) && H < 0.5)) throw new PreconditionError('H', 'must be finite and < 1/2', H);
  return checked({
    coefficients: [a0, a1, 0, a3, 0, a5],
    factors: [{ weight: eps ** (H - 0.5), rate: (0.5 - H) / eps }],
    rho,
    forwardVariance,
  });
}

/** Parameters of the two-factor model, in the letters of its paper. */
export interface TwoFactorQuintic {
  readonly lambdaX: number;
  readonly lambdaY: number;
  readonly theta: number;
  readonly rho: number;
  readonly alpha: QuinticCoefficients;
}

/**
 * The two-factor model, Z = theta X + (1 - theta) Y, both driven by one Brownian motion.
 *
 * @throws PreconditionError unless the lambdas are > 0 and differ, theta >= 0, rho is in [-1, 1] and the coefficients are
 *   finite and not all 0
 * @see Abi Jaber, Li (2025), arXiv 2503.14158v1, equations 2.1 and 2.2
 */
export function twoFactorQuintic(
  { lambdaX, lambdaY, theta, rho, alpha }: TwoFactorQuintic,
  forwardVariance: ForwardVariance,
): QuinticModel {
  requirePositive('lambdaX', lambdaX);
  requirePositive('lambdaY', lambdaY);
  if (lambdaX === lambdaY)
    throw new PreconditionError('lambdaY', 'must differ from lambdaX, else there is one factor', lambdaY);
  requireNonNegative('theta', theta);
  alpha.forEach((a, k) => {
    requireFinite(`alpha[${k}]`, a);
  });
  return checked({
    coefficients: alpha,
    factors: [
      { weight: theta, rate: lambdaX },
      { weight: 1 - theta, rate: lambdaY },
    ],
    rho,
    forwardVariance,
  });
}

function checked(model: QuinticModel): QuinticModel {
  if (!(model.rho >= -1 && model.rho <= 1))
    throw new PreconditionError('rho', 'must be in [-1, 1]', model.rho);
  if (model.coefficients.every((a) => a === 0))
    throw new PreconditionError('coefficients', 'must not all be 0', model.coefficients);
  return model;
}

/**
 * Covariance gathered over a time t by two factors on one Brownian motion, (1 - e^(-(a + b) t)) / (a + b).
 *
 * @see Abi Jaber, Li (2025), section 2.2
 */
export const factorCovariance = (a: OuFactor, b: OuFactor, t: number): number =>
  -Math.expm1(-(a.rate + b.rate) * t) / (a.rate + b.rate);

/** Standard deviation of what is added to Z over a time t. */
export function mixedStdDev({ factors }: QuinticModel, t: number): number {
  let variance = 0;
  for (const a of factors)
    for (const b of factors) variance += a.weight * b.weight * factorCovariance(a, b, t);
  return Math.sqrt(variance);
}

/** g(t) = E p(Z_t)^2, seen from time 0 where Z = 0. */
export const meanSquare = (model: QuinticModel, t: number): number =>
  smoothed(squared(model.coefficients), mixedStdDev(model, t))[0] ?? 0;

/**
 * xi_0(t) / g(t), by which p(Z_t)^2 is scaled so that its mean is the forward variance.
 *
 * @throws PreconditionError unless the forward variance there is finite and > 0
 */
export function varianceScale(model: QuinticModel, t: number): number {
  const forward = model.forwardVariance(t);
  requirePositive(`forwardVariance(${t})`, forward);
  return forward / meanSquare(model, t);
}
