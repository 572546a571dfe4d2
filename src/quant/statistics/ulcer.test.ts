import { expect, it } from 'vitest';
import { normalDraw, seededRandom } from '../../core/random.ts';
import { compounded, maximumDrawdown } from './drawdown.ts';
import { painIndex, ulcerIndex } from './ulcer.ts';

it('is the root mean square, and the mean, of the drawdowns', () => {
  expect(ulcerIndex([100, 80, 100, 60])).toBeCloseTo(Math.sqrt((0.04 + 0.16) / 4), 15);
  expect(painIndex([100, 80, 100, 60])).toBeCloseTo(0.15, 15);
  expect(ulcerIndex([1, 2, 3])).toBe(0);
});

it('agrees with numpy on 250 returns, 0.001 + 0.01 times an autoregression of 0.3', () => {
  const random = seededRandom(7);
  let last = 0;
  const equity = compounded(
    Float64Array.from({ length: 250 }, () => {
      last = 0.3 * last + normalDraw(random);
      return 0.001 + 0.01 * last;
    }),
  );
  // 1 - equity/np.maximum.accumulate(equity): its rms, mean, max, argmax; peak and recovery by search
  expect(ulcerIndex(equity)).toBeCloseTo(0.04062535119861105, 14);
  expect(painIndex(equity)).toBeCloseTo(0.031581251236277766, 14);
  expect(maximumDrawdown(equity)).toMatchObject({ start: 10, trough: 33, recovery: 110, duration: 100 });
  expect(maximumDrawdown(equity)?.depth).toBeCloseTo(0.11014901001250332, 14);
});

it('refuses a curve that reaches zero', () => {
  expect(() => ulcerIndex([1, 0])).toThrow('equity[1] must be finite and > 0, was 0');
  expect(() => painIndex([])).toThrow('equity must have at least 1 entries, was 0');
});
