import { describe, expect, it } from 'vitest';
import { type ExercisePoints, exercisePoints } from './exercise-points.ts';
import { exerciseValue, exerciseValueSlopes } from './exercise-value.ts';
import { timeQuadrature } from './time-quadrature.ts';
import type { UnitPut } from './unit-put.ts';

/** A flat boundary at B, over all of the time. */
const flat = (put: UnitPut, boundary: number): ExercisePoints =>
  exercisePoints(put, put.T, timeQuadrature('arc', 60), () => Math.log(boundary));

describe('what exercise below a flat boundary is worth', () => {
  it('is its integral', () => {
    // mpmath, 30 digits: int_0^T r e^{-r u} N(-d2) - q S e^{-q u} N(-d1) du with B = 0.8
    const put = { r: 0.05, q: 0.02, sigma: 0.25, T: 1 };
    expect(exerciseValue(flat(put, 0.8), 0.95, Math.log(0.95))).toBeCloseTo(0.00504485576576532, 14);
    expect(exerciseValue(flat({ ...put, q: 0 }, 0.8), 0.95, Math.log(0.95))).toBeCloseTo(
      0.00646739140330054,
      14,
    );
    expect(exerciseValue(flat({ ...put, q: -0.04 }, 0.8), 0.6, Math.log(0.6))).toBeCloseTo(
      0.0670052462836017,
      14,
    );
  });

  it('is everything far below and nothing far above', () => {
    const put = { r: 0.05, q: 0.02, sigma: 0.25, T: 1 };
    const deep = exerciseValue(flat(put, 0.8), 1e-3, Math.log(1e-3));
    expect(deep).toBeCloseTo(-Math.expm1(-0.05) + 1e-3 * Math.expm1(-0.02), 12);
    expect(exerciseValue(flat(put, 0.8), 100, Math.log(100))).toBeLessThan(1e-15);
  });

  it('has the slopes that its differences give', () => {
    for (const q of [0, 0.02, 0.09, -0.03]) {
      const points = flat({ r: 0.05, q, sigma: 0.25, T: 1 }, 0.7);
      for (const spot of [0.8, 1, 1.4]) {
        const at = (x: number): number => exerciseValue(points, x, Math.log(x));
        const { value, slope, bend } = exerciseValueSlopes(points, spot, Math.log(spot));
        const h = 1e-4;
        expect(value).toBeCloseTo(at(spot), 15);
        expect(slope).toBeCloseTo((at(spot + h) - at(spot - h)) / (2 * h), 7); // h^2 times a third derivative near 1
        expect(bend).toBeCloseTo((at(spot + h) - 2 * at(spot) + at(spot - h)) / (h * h), 5);
      }
    }
  });
});
