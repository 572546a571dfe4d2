import { PreconditionError, requirePositive } from '../../core/errors.ts';

/** Sessions each exponential mean looks back over, as spans: a close weighs 2 / (span + 1). */
const SPANS = [10, 30, 90, 250] as const;
const INTERCEPT = 0.3848;
const ON_TODAY = 0.5653;
const ON_MEANS = [0.1, -0.0179, 0.2588, -0.0024] as const;

/**
 * VIX3M on every session of a run of VIX closes, from VIX alone:
 *
 *     ln VIX3M = .3848 + .5653 ln VIX + .1000 E10 - .0179 E30 + .2588 E90 - .0024 E250
 *     E_n := E_n + 2 / (n + 1) (ln VIX - E_n),   from E_n = ln VIX on the first session
 *
 * The slope of the term structure is mostly how far VIX stands from where it has been. Means begin at the first close
 * rather than at a mean of the first n, so that there is a value from that close on; a year later the start is forgotten.
 *
 * Least squares on the 2,337 sessions from VIX3M's first (2009-09-18) to the end of 2018, with means begun on 1990-01-02,
 * gives these coefficients to the last digit. Error there 3.6 % (root mean square of logarithms); 2019 to April 2026, which
 * the fit did not see, 4.6 %, VIX3M lying 1.0 % above in the mean. Before 2009 nothing tells how good it is.
 *
 * @param vix  closes of consecutive sessions, vol points, the first the oldest there is
 * @throws PreconditionError for a close that is not > 0
 */
export function vix3mProxies(vix: Float64Array): Float64Array {
  const means = new Float64Array(SPANS.length);
  return vix.map((close, i) => {
    requirePositive('vix', close);
    const log = Math.log(close);
    let sum = INTERCEPT + ON_TODAY * log;
    for (let m = 0; m < SPANS.length; m++) {
      const before = means[m] ?? 0;
      const mean = i === 0 ? log : before + (2 / ((SPANS[m] ?? 0) + 1)) * (log - before);
      means[m] = mean;
      sum += (ON_MEANS[m] ?? 0) * mean;
    }
    return Math.exp(sum);
  });
}

/** The proxy on the last session of the run. @throws PreconditionError for an empty run or a close that is not > 0 */
export function vix3mProxy(vix: Float64Array): number {
  const proxy = vix3mProxies(vix).at(-1);
  if (proxy === undefined) throw new PreconditionError('vix', 'must hold a close', vix.length);
  return proxy;
}
