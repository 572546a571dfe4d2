import fc from 'fast-check';
import { expect, it } from 'vitest';
import { exerciseWithoutVol } from './no-vol.ts';

it('exercises now, at expiry, or where both terms decay equally fast', () => {
  expect(exerciseWithoutVol({ r: 0.05, q: 0, sigma: 0, T: 2 }, 0.9).when).toBe(0);
  expect(exerciseWithoutVol({ r: 0.01, q: 0.08, sigma: 0, T: 2 }, 1).when).toBe(2);
  const { when, value } = exerciseWithoutVol({ r: 0.04, q: 0.08, sigma: 0, T: 20 }, 0.9);
  expect(when).toBeCloseTo(Math.log(0.04 / (0.08 * 0.9)) / (0.04 - 0.08), 12);
  expect(value).toBeGreaterThan(0.1);
});

it('finds nothing better on a thousand dates', () => {
  const rate = fc.double({ min: -0.2, max: 0.2, noNaN: true });
  fc.assert(
    fc.property(
      rate,
      rate,
      fc.double({ min: 0.1, max: 3, noNaN: true }),
      fc.double({ min: 0, max: 20, noNaN: true }),
      (r, q, spot, T) => {
        const best = exerciseWithoutVol({ r, q, sigma: 0, T }, spot);
        expect(best.when).toBeGreaterThanOrEqual(0);
        expect(best.when).toBeLessThanOrEqual(T);
        const dates = Array.from({ length: 1001 }, (_, i) => (T * i) / 1000);
        const most = Math.max(...dates.map((t) => Math.exp(-r * t) - spot * Math.exp(-q * t)));
        expect(best.value).toBeGreaterThanOrEqual(most - 1e-13 * Math.exp(4)); // rounding of terms up to 3 e^4
      },
    ),
  );
});
