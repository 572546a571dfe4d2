import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalDraw, seededRandom } from '../../core/random.ts';
import { blockLengths } from './block-length.ts';

/** x[t] = phi x[t - 1] + e[t]. */
function autoregression(seed: number, n: number, phi: number): Float64Array {
  const random = seededRandom(seed);
  let last = 0;
  return Float64Array.from({ length: n }, () => {
    last = phi * last + normalDraw(random);
    return last;
  });
}

describe('agrees with arch 8.0, optimal_block_length of the same numbers', () => {
  const cases: readonly (readonly [string, Float64Array, number, number])[] = [
    ['white noise, 400', autoregression(1, 400, 0), 1.056883480889672, 1.2098295732937498],
    ['phi 0.3, 250', autoregression(7, 250, 0.3), 3.5447228568248357, 4.0576947401117245],
    ['phi 0.7, 1000', autoregression(2, 1000, 0.7), 29.59783676404895, 33.88106529257545],
    ['phi -0.5, 500', autoregression(3, 500, -0.5), 1.6138061303399658, 1.8473468621200373],
    ['phi 0.95, 300', autoregression(4, 300, 0.95), 25.952020147006866, 29.70764708530977],
    ['a random walk, 200', autoregression(5, 200, 1), 21.134120072846667, 24.192528251219834],
  ];

  it.each(cases)('%s', (_, values, stationary, circular) => {
    const lengths = blockLengths(values);
    expect(lengths?.stationary).toBeCloseTo(stationary, 10);
    expect(lengths?.circular).toBeCloseTo(circular, 10);
  });
});

it('tends to the length that is best for an autoregression, [4 phi^2 n/(1 - phi^2)^2]^(1/3)', () => {
  const n = 100_000;
  const best = Math.cbrt(((2 * 0.5) / (1 - 0.5 ** 2)) ** 2 * n);
  const length = blockLengths(autoregression(6, n, 0.5))?.stationary ?? 0;
  // G and g(0) are fixed to a few percent each by 100,000 values and some thirty lags
  expect(Math.abs(length / best - 1)).toBeLessThan(0.1);
});

it('has the circular length in a fixed proportion, (3/2)^(1/3), where no bound holds it', () => {
  const lengths = blockLengths(autoregression(7, 250, 0.3));
  expect((lengths?.circular ?? 0) / (lengths?.stationary ?? 1)).toBeCloseTo(Math.cbrt(1.5), 13);
});

it('lies between 1 and ceil[min(3 sqrt n, n/3)], whatever the series, and does not see units', () => {
  const values = fc
    .array(fc.integer({ min: -100, max: 100 }), { minLength: 10, maxLength: 80 })
    .filter((xs) => new Set(xs).size > 1);
  fc.assert(
    fc.property(values, (xs) => {
      const longest = Math.ceil(Math.min(3 * Math.sqrt(xs.length), xs.length / 3));
      const lengths = blockLengths(xs);
      for (const length of [lengths?.stationary, lengths?.circular]) {
        expect(length).toBeGreaterThanOrEqual(1);
        expect(length).toBeLessThanOrEqual(longest);
      }
      expect(blockLengths(xs.map((x) => x / 1024))).toEqual(lengths);
    }),
  );
});

it('is absent for equal values, and refuses fewer than ten', () => {
  expect(blockLengths(new Array<number>(20).fill(0.1))).toBeUndefined();
  expect(() => blockLengths([1, 2, 3])).toThrow('values must have at least 10 entries, was 3');
  expect(() => blockLengths([...new Array<number>(20).fill(0.1), Number.NaN])).toThrow(
    'values[20] must be finite, was NaN',
  );
});
