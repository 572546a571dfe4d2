import { PreconditionError } from '../../core/errors.ts';
import type { Values } from './observations.ts';

/** Takes the p-values of all tests made; gives them back in the same order, adjusted for there being so many. */
export type PValueAdjustment = (pValues: Values) => Float64Array;

/**
 * Controls the false discovery rate: of the tests called significant at q, at most a share q is expected to be false.
 *
 *     p~_(i) = min_{j >= i} min(1, m p_(j) / j)
 *
 * For tests that are independent or positively dependent, as those of overlapping signals are.
 *
 * @throws PreconditionError unless every p-value lies in [0, 1]
 * @see Benjamini and Hochberg (1995), J. R. Stat. Soc. B 57(1), 289-300, doi 10.1111/j.2517-6161.1995.tb02031.x
 */
export const benjaminiHochberg: PValueAdjustment = (pValues) => stepUp(pValues, 1);

/**
 * The same under any dependence, at the price of a factor c(m) = 1 + 1/2 + ... + 1/m.
 *
 * @throws PreconditionError unless every p-value lies in [0, 1]
 * @see Benjamini and Yekutieli (2001), Annals of Statistics 29(4), 1165-1188, doi 10.1214/aos/1013699998
 */
export const benjaminiYekutieli: PValueAdjustment = (pValues) => {
  let harmonic = 0;
  for (let i = 1; i <= pValues.length; i++) harmonic += 1 / i;
  return stepUp(pValues, harmonic);
};

/**
 * Controls the chance of even one false discovery, under any dependence; never weaker than `bonferroni`.
 *
 *     p~_(i) = max_{j <= i} min(1, (m - j + 1) p_(j))
 *
 * @throws PreconditionError unless every p-value lies in [0, 1]
 * @see Holm (1979), Scand. J. Statistics 6(2), 65-70
 */
export const holm: PValueAdjustment = (pValues) => {
  const order = ascending(pValues);
  const out = new Float64Array(order.length);
  let least = 0;
  order.forEach((test, j) => {
    least = Math.max(least, Math.min(1, (order.length - j) * (pValues[test] as number)));
    out[test] = least;
  });
  return out;
};

/**
 * Controls the chance of even one false discovery, each test by itself: min(1, m p).
 *
 * @throws PreconditionError unless every p-value lies in [0, 1]
 */
export const bonferroni: PValueAdjustment = (pValues) => {
  requirePValues(pValues);
  return Float64Array.from(pValues, (p) => Math.min(1, pValues.length * p));
};

function stepUp(pValues: Values, factor: number): Float64Array {
  const order = ascending(pValues);
  const m = order.length;
  const out = new Float64Array(m);
  let least = 1;
  for (let j = m; j >= 1; j--) {
    const test = order[j - 1] as number;
    least = Math.min(least, (factor * m * (pValues[test] as number)) / j);
    out[test] = least;
  }
  return out;
}

/** Which test has the least p-value, the next, and so on. */
function ascending(pValues: Values): readonly number[] {
  requirePValues(pValues);
  return Array.from(pValues, (_, i) => i).sort((a, b) => (pValues[a] as number) - (pValues[b] as number));
}

function requirePValues(pValues: Values): void {
  for (let i = 0; i < pValues.length; i++) {
    const p = pValues[i] as number;
    if (!(p >= 0 && p <= 1)) throw new PreconditionError(`pValues[${i}]`, 'must lie in [0, 1]', p);
  }
}
