import fc from 'fast-check';
import { expect, it } from 'vitest';
import { PreconditionError } from '../core/errors.ts';
import { condorTailPayout } from './condor-tail.ts';
import { condorPayout } from './lognormal.ts';
import { normalQuantile } from './normal.ts';

const condor = { longPut: 2770, shortPut: 2800, shortCall: 2980, longCall: 3005 };
const fortnight = { forward: 2900, vol: 0.15, expiry: 14 / 365, ...condor };

/** The same by sorting equally likely outcomes. */
function bySorting({ forward, vol, expiry }: typeof fortnight, share: number, count = 200_000): number {
  const s = vol * Math.sqrt(expiry);
  const owed = Float64Array.from({ length: count }, (_, i) => {
    const level = forward * Math.exp(s * normalQuantile((i + 0.5) / count) - (s * s) / 2);
    const put = Math.min(Math.max(condor.shortPut - level, 0), 30);
    return put + Math.min(Math.max(level - condor.shortCall, 0), 25);
  }).sort();
  const worst = owed.subarray(count - Math.round(share * count));
  return worst.reduce((sum, x) => sum + x, 0) / worst.length;
}

it('is the mean of the worst outcomes, sorted', () => {
  for (const share of [0.01, 0.05, 0.2, 0.5]) {
    expect(condorTailPayout({ ...fortnight, share })).toBeCloseTo(bySorting(fortnight, share), 2);
  }
  const calm = { ...fortnight, vol: 0.08 };
  expect(condorTailPayout({ ...calm, share: 0.05 })).toBeCloseTo(bySorting(calm, 0.05), 2);
});

it('is the plain mean for the whole distribution', () => {
  expect(condorTailPayout({ ...fortnight, share: 1 })).toBeCloseTo(condorPayout(fortnight).mean, 12);
});

it('is the whole wing when that is lost more often than the share', () => {
  expect(condorTailPayout({ ...fortnight, vol: 1.5, share: 0.05 })).toBeCloseTo(30, 6);
});

it('falls as the share grows, from at most the wider wing', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0.05, max: 1, noNaN: true }),
      fc.double({ min: 0.001, max: 0.9, noNaN: true }),
      (vol, share) => {
        const tail = condorTailPayout({ ...fortnight, vol, share });
        expect(tail).toBeLessThanOrEqual(30 + 1e-9);
        expect(tail).toBeGreaterThanOrEqual(
          condorTailPayout({ ...fortnight, vol, share: share * 1.1 }) - 1e-8,
        );
      },
    ),
  );
});

it('refuses a share outside (0, 1]', () => {
  expect(() => condorTailPayout({ ...fortnight, share: 0 })).toThrow(PreconditionError);
  expect(() => condorTailPayout({ ...fortnight, share: 1.1 })).toThrow('share');
});
