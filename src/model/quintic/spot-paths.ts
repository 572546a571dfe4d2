import { PreconditionError, requirePositive } from '../../core/errors.ts';
import { normalDraw, seededRandom } from '../../core/random.ts';
import { pathIntegrals } from './path-integrals.ts';
import { evenPartAt, oddPartAt } from './polynomial.ts';
import type { OuFactor, QuinticModel } from './quintic-model.ts';

export interface SpotSimulation {
  /** Years. */
  readonly expiry: number;
  /** 50 a month leave no bias that shows beside a million paths. */
  readonly steps: number;
  /** Paths of X drawn; each is also run with its sign turned. */
  readonly pairs: number;
  /** An integer; the same seed gives the same paths. */
  readonly seed: number;
}

/** What is known of the spot at expiry once the path of W is: lognormal with this forward and variance. S_0 = 1. */
export interface SpotPaths {
  readonly expiry: number;
  /** E[S_T | W]; a path and its mirror are neighbours, at 2 i and 2 i + 1. */
  readonly forwards: Float64Array;
  /** Variance of ln S_T given W. */
  readonly variances: Float64Array;
}

/**
 * Conditional Monte Carlo of the one-factor model: only the factor is drawn, the rest of ln S being Gaussian.
 *
 *     E[S_T | W] = exp(rho int sigma dW - rho^2/2 int sigma^2 dt),   variance (1 - rho^2) int sigma^2 dt
 *
 * X is drawn by its exact law and both integrals follow from it (`path-integrals.ts`). The mirror path costs one addition
 * per polynomial, even and odd parts being kept apart.
 *
 * @throws PreconditionError unless the model has one factor, rho <= 0 and a5 > 0 (else S is no martingale), a0 is not 0,
 *   expiry > 0, steps and pairs are integers >= 1, the seed is an integer and the forward variance is > 0 throughout
 * @see Abi Jaber, Illand, Li (2023), arXiv 2212.10917v2, section 4 and appendix A
 */
export function simulateSpot(model: QuinticModel, simulation: SpotSimulation): SpotPaths {
  const factor = onlyFactor(model);
  checkSimulation(model, simulation);
  const { expiry, steps, pairs, seed } = simulation;
  const { rho, coefficients } = model;
  const { clock, drift, end } = pathIntegrals(model, factor, expiry, steps);
  const decay = Math.exp((-factor.rate * expiry) / steps);
  const stdDev = factor.weight * Math.sqrt((1 - decay * decay) / (2 * factor.rate));
  const random = seededRandom(seed);
  const paths = { expiry, forwards: new Float64Array(2 * pairs), variances: new Float64Array(2 * pairs) };
  for (let pair = 0; pair < pairs; pair++) {
    let x = 0;
    let [spent, mirrorSpent, even, odd] = [0, 0, 0, 0];
    for (let i = 0; i <= steps; i++) {
      if (i > 0) x = decay * x + stdDev * normalDraw(random);
      const p = evenPartAt(coefficients, x);
      const q = oddPartAt(coefficients, x);
      const weight = clock[i] ?? 0;
      spent += weight * (p + q) * (p + q);
      mirrorSpent += weight * (p - q) * (p - q);
      even -= evenPartAt(drift[i] as Float64Array, x);
      odd -= oddPartAt(drift[i] as Float64Array, x);
    }
    even += evenPartAt(end, x);
    odd += oddPartAt(end, x);
    store(paths, 2 * pair, rho, even + odd, spent);
    store(paths, 2 * pair + 1, rho, even - odd, mirrorSpent);
  }
  return paths;
}

/** @param gain  int sigma dW; @param spent  int sigma^2 dt */
function store(
  { forwards, variances }: SpotPaths,
  at: number,
  rho: number,
  gain: number,
  spent: number,
): void {
  forwards[at] = Math.exp(rho * gain - 0.5 * rho * rho * spent);
  variances[at] = (1 - rho * rho) * spent;
}

function onlyFactor({ factors }: QuinticModel): OuFactor {
  if (factors.length !== 1)
    throw new PreconditionError('factors', 'must be one for a simulated spot', factors.length);
  return factors[0];
}

function checkSimulation(
  { rho, coefficients }: QuinticModel,
  { expiry, steps, pairs, seed }: SpotSimulation,
): void {
  const [a0, , , , , a5] = coefficients;
  if (!(rho <= 0)) throw new PreconditionError('rho', 'must be <= 0, else the spot is no martingale', rho);
  if (!(a5 > 0)) throw new PreconditionError('a5', 'must be > 0, else the spot is no martingale', a5);
  if (a0 === 0)
    throw new PreconditionError('a0', 'must not be 0, else the vol at time 0 is 0 times infinity', a0);
  requirePositive('expiry', expiry);
  for (const [name, count] of Object.entries({ steps, pairs }))
    if (!(Number.isInteger(count) && count >= 1))
      throw new PreconditionError(name, 'must be an integer >= 1', count);
  if (!Number.isInteger(seed)) throw new PreconditionError('seed', 'must be an integer', seed);
}
