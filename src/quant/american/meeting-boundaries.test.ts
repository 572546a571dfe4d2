import { describe, expect, it } from 'vitest';
import { schemeOf } from './accuracy.ts';
import { type BoundaryCurve, logBoundary } from './boundary-curve.ts';
import { logPerpetual } from './boundary-limits.ts';
import { type MeetingBoundaries, meetingBoundaries } from './meeting-boundaries.ts';
import type { UnitPut } from './unit-put.ts';

const meet = (put: UnitPut, accuracy: 'accurate' | 'precise' = 'precise'): MeetingBoundaries => {
  const { grid, tolerance } = schemeOf(accuracy);
  const found = meetingBoundaries(put, grid, tolerance);
  if (found === undefined) throw new Error('no boundaries');
  return found;
};
const spotAt = (curve: BoundaryCurve, tau: number): number => Math.exp(logBoundary(curve, tau));

describe('two boundaries', () => {
  it('start at the strike and at r/q, and close in on each other', () => {
    const { upper, lower, meeting } = meet({ r: -0.01, q: -0.05, sigma: 0.1, T: 2 });
    expect(meeting).toBe(2);
    expect(spotAt(upper, 0)).toBe(1);
    expect(spotAt(lower, 0)).toBeCloseTo(0.2, 15);
    const times = [0, 0.05, 0.2, 0.6, 1.3, 2];
    times.slice(1).forEach((tau, i) => {
      const before = times[i] as number;
      expect(spotAt(upper, tau)).toBeLessThan(spotAt(upper, before));
      expect(spotAt(lower, tau)).toBeGreaterThan(spotAt(lower, before));
    });
  });

  it('meet in finite time if and only if vol is large enough', () => {
    // the perpetual quadratic has real roots up to sigma = sqrt(-2 q) - sqrt(-2 r): 0.0414
    const low = { r: -0.005, q: -0.01, sigma: 0.03, T: 60 };
    expect(meet(low).meeting).toBe(60);
    expect(logBoundary(meet(low).upper, 60)).toBeGreaterThan(logPerpetual(low));
    const high = { ...low, sigma: 0.3 };
    const { upper, lower, meeting } = meet(high);
    expect(meeting).toBeLessThan(1);
    expect(logBoundary(upper, meeting) - logBoundary(lower, meeting)).toBeGreaterThanOrEqual(0);
    expect(logBoundary(upper, meeting) - logBoundary(lower, meeting)).toBeLessThan(1e-5);
  });

  it('meet at the same time on two grids, and however long the option lasts', () => {
    const put = { r: -0.02, q: -0.021, sigma: 0.1, T: 1 };
    const { meeting } = meet(put);
    expect(meet(put, 'accurate').meeting / meeting).toBeCloseTo(1, 5);
    expect(meet({ ...put, T: 40 }).meeting / meeting).toBeCloseTo(1, 5);
    expect(meet({ ...put, T: 0.9 * meeting }).meeting).toBe(0.9 * meeting);
  });
});
