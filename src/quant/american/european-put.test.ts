import fc from 'fast-check';
import { expect, it } from 'vitest';
import { europeanPremium, europeanPut, europeanSlopes } from './european-put.ts';

it('is the reference premium of a European put', () => {
  // mpmath, 30 digits
  const put = europeanPut({ r: 0.03, q: 0.01, sigma: 0.2, T: 0.5 });
  expect(europeanPremium(put, 0.95)).toBeCloseTo(0.0766333434009329, 15);
});

it('has the slopes its premium has', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0.5, max: 2, noNaN: true }),
      fc.double({ min: 0.05, max: 1, noNaN: true }),
      fc.double({ min: -0.05, max: 0.1, noNaN: true }),
      (spot, sigma, r) => {
        const put = europeanPut({ r, q: 0.02, sigma, T: 0.6 });
        const { slope, bend } = europeanSlopes(put, spot);
        const h = 1e-4 * spot;
        const at = (x: number): number => europeanPremium(put, x);
        // third and fourth derivatives reach 1e3 and 1e5 at 4 % total vol, times h^2 / 6 and h^2 / 12
        expect(Math.abs((at(spot + h) - at(spot - h)) / (2 * h) - slope)).toBeLessThan(1e-5);
        const difference = (at(spot + h) - 2 * at(spot) + at(spot - h)) / (h * h);
        expect(Math.abs(difference - bend)).toBeLessThan(2e-3 * Math.max(1, bend));
      },
    ),
  );
});

it('has a step for a slope once nothing is uncertain', () => {
  const put = europeanPut({ r: 0, q: 0, sigma: 0, T: 1 });
  expect(europeanSlopes(put, 0.9)).toEqual({ slope: -1, bend: 0 });
  expect(europeanSlopes(put, 1)).toEqual({ slope: -0.5, bend: 0 });
  expect(europeanSlopes(put, 1.1)).toEqual({ slope: 0, bend: 0 });
});
