import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { americanBoundary, type BoundaryInputs } from './american-boundary.ts';
import { americanPremium } from './american-premium.ts';
import { logPerpetual } from './boundary-limits.ts';
import { type ExerciseRegion, exerciseRegion } from './exercise-region.ts';

const terms: BoundaryInputs = { right: 'put', vol: 0.2, expiry: 1, rate: 0.05, yield: 0.02 };
const TIMES = [0, 1e-4, 0.01, 0.05, 0.1, 0.2, 0.35, 0.5, 0.75, 1];

const regionsOf = (change: Partial<BoundaryInputs>): readonly ExerciseRegion[] => {
  const boundary = americanBoundary({ ...terms, ...change });
  return TIMES.map((time) => exerciseRegion(boundary, 100, time)).filter((one) => one !== undefined);
};

describe('the region of a put', () => {
  it('runs from 0 to the lesser of K and K r/q just before expiry, and shrinks with time left', () => {
    for (const [rate, dividends, limit] of [
      [0.05, 0.02, 100],
      [0.05, 0.05, 100],
      [0.02, 0.05, 40],
      [0.05, -0.03, 100],
      [0, -0.03, 100],
    ] as const) {
      const regions = regionsOf({ rate, yield: dividends });
      expect(regions).toHaveLength(TIMES.length);
      expect(regions[0]?.to).toBeCloseTo(limit, 10);
      regions.forEach(({ from, to }, i) => {
        expect(from).toBe(0);
        if (i > 0) expect(to).toBeLessThan(regions[i - 1]?.to ?? 0);
        expect(to).toBeGreaterThan(100 * Math.exp(logPerpetual({ r: rate, q: dividends, sigma: 0.2, T: 1 })));
      });
    }
  });

  it('is where the premium is what exercise pays, and nowhere else', () => {
    const boundary = americanBoundary(terms);
    const { to } = exerciseRegion(boundary, 100, 1) as ExerciseRegion;
    expect(americanPremium(boundary, 0.999999 * to, 100)).toBeCloseTo(100 - 0.999999 * to, 12);
    expect(americanPremium(boundary, 1.02 * to, 100)).toBeGreaterThan(100 - 1.02 * to);
  });

  it('scales with the strike', () => {
    const boundary = americanBoundary(terms);
    const [one, other] = [100, 250].map((strike) => exerciseRegion(boundary, strike, 0.4) as ExerciseRegion);
    expect((other as ExerciseRegion).to / (one as ExerciseRegion).to).toBeCloseTo(2.5, 14);
  });

  it('lies between two boundaries that close in on each other, and ends where they meet', () => {
    const boundary = americanBoundary({
      ...terms,
      vol: 0.3,
      rate: -0.005,
      yield: -0.01,
      accuracy: 'precise',
    });
    // found by the solver at two sizes of grid to seven digits, and between the times at which its premium and
    // intrinsic value part company
    expect(boundary.meeting).toBeCloseTo(0.427933, 5);
    expect(exerciseRegion(boundary, 100, 0)).toEqual({ from: 50, to: 100 });
    const regions = [0.05, 0.2, 0.4, 0.4279].map(
      (time) => exerciseRegion(boundary, 100, time) as ExerciseRegion,
    );
    regions.forEach(({ from, to }, i) => {
      expect(from).toBeLessThan(to);
      expect(from).toBeGreaterThan(i === 0 ? 50 : (regions[i - 1] as ExerciseRegion).from);
      expect(to).toBeLessThan(i === 0 ? 100 : (regions[i - 1] as ExerciseRegion).to);
    });
    expect(exerciseRegion(boundary, 100, 0.43)).toBeUndefined();
  });
});

it('runs from the boundary of a call upwards, the reciprocal of its put', () => {
  const call = americanBoundary({ ...terms, right: 'call', rate: 0.02, yield: 0.05 });
  const put = americanBoundary(terms);
  for (const time of TIMES) {
    const { from, to } = exerciseRegion(call, 100, time) as ExerciseRegion;
    expect(from * (exerciseRegion(put, 100, time) as ExerciseRegion).to).toBeCloseTo(100 * 100, 8);
    expect(to).toBe(Number.POSITIVE_INFINITY);
  }
});

it('stays where it is just before expiry without vol, and where drift has settled it with little', () => {
  const still = americanBoundary({ ...terms, vol: 0, rate: 0.02, yield: 0.05 });
  expect(exerciseRegion(still, 100, 0.7)?.to).toBeCloseTo(40, 12);
  const settled = americanBoundary({ ...terms, vol: 0.01, yield: 0, expiry: 10 });
  expect(exerciseRegion(settled, 100, 10)).toEqual(exerciseRegion(settled, 100, 9));
});

it('is nowhere where exercise never pays', () => {
  expect(exerciseRegion(americanBoundary({ ...terms, right: 'call', yield: 0 }), 100, 0.5)).toBeUndefined();
});

it('refuses a time outside the option’s life and a strike that is none', () => {
  const boundary = americanBoundary(terms);
  fc.assert(
    fc.property(fc.constantFrom(-0.1, 1.0001, Number.NaN), (time) => {
      expect(() => exerciseRegion(boundary, 100, time)).toThrow(
        `timeLeft must be >= 0 and <= 1, was ${time}`,
      );
    }),
  );
  expect(() => exerciseRegion(boundary, 0, 0.5)).toThrow('strike must be finite and > 0, was 0');
});
