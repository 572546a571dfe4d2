import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PreconditionError } from '../core/errors.ts';
import { normalDraw, seededRandom } from '../core/random.ts';
import { smoothingSpline, splineAt } from './smoothing-spline.ts';

const grid = (n: number, low = -1, high = 1): Float64Array =>
  Float64Array.from({ length: n }, (_, i) => low + ((high - low) * i) / (n - 1));
const ones = (n: number, size = 1): Float64Array => new Float64Array(n).fill(size);
const misfit = (y: Float64Array, values: Float64Array, error: Float64Array): number =>
  Math.sqrt(y.reduce((sum, v, i) => sum + ((v - (values[i] ?? 0)) / (error[i] ?? 1)) ** 2, 0) / y.length);

describe('smoothingSpline', () => {
  it('interpolates as a natural cubic spline when hardly any misfit is allowed', () => {
    // Knots 0, 1, 2 with values 0, 1, 0: the natural spline has S''(1) = -3 and S(1/2) = 11/16 (by hand: 4 M1 = 6 x (-2)).
    const data = { x: Float64Array.of(0, 1, 2), y: Float64Array.of(0, 1, 0), error: ones(3, 1e-6) };
    const spline = smoothingSpline(data, 1e-3);
    expect(splineAt(spline, 1).value).toBeCloseTo(1, 6);
    expect(splineAt(spline, 1).bend).toBeCloseTo(-3, 4);
    expect(splineAt(spline, 0.5).value).toBeCloseTo(11 / 16, 5);
  });

  it('is the weighted straight line when that is near enough', () => {
    const x = grid(21);
    const y = x.map((v, i) => 2 + 3 * v + (i % 2 === 0 ? 0.1 : -0.1));
    const spline = smoothingSpline({ x, y, error: ones(21, 1) }, 0.5);
    for (const at of [-3, -1, 0, 0.7, 4]) expect(splineAt(spline, at).slope).toBeCloseTo(3, 1);
    expect(splineAt(spline, 0.3).bend).toBeCloseTo(0, 6);
  });

  it('spends exactly the misfit it is allowed', () => {
    const random = seededRandom(5);
    const x = grid(80, -0.2, 0.1);
    const y = x.map((v) => 0.02 * Math.sin(25 * v) + 0.001 * normalDraw(random));
    const error = x.map((_, i) => (i % 3 === 0 ? 0.002 : 0.001));
    for (const allowed of [0.3, 0.6, 0.9]) {
      expect(misfit(y, smoothingSpline({ x, y, error }, allowed).values, error)).toBeCloseTo(allowed, 2);
    }
  });

  it('is nearer the truth than the noisy points it is drawn through', () => {
    const random = seededRandom(11);
    const x = grid(120);
    const truth = x.map((v) => Math.exp(-2 * v * v));
    const y = truth.map((v) => v + 0.05 * normalDraw(random));
    const spline = smoothingSpline({ x, y, error: ones(120, 0.05) }, 0.95);
    expect(misfit(truth, spline.values, ones(120))).toBeLessThan(0.5 * misfit(truth, y, ones(120)));
  });

  it('has one value, slope and bend at each knot from both sides, and runs straight outside', () => {
    const column = fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 4, maxLength: 30 });
    fc.assert(
      fc.property(column, (values) => {
        const x = grid(values.length);
        const spline = smoothingSpline(
          { x, y: Float64Array.from(values), error: ones(values.length, 0.1) },
          0.5,
        );
        for (const knot of x) {
          const [left, right] = [splineAt(spline, knot - 1e-7), splineAt(spline, knot + 1e-7)];
          expect(Math.abs(left.value - right.value)).toBeLessThan(1e-4);
          expect(Math.abs(left.slope - right.slope)).toBeLessThan(1e-2);
        }
        expect(splineAt(spline, 5).slope).toBeCloseTo(splineAt(spline, 1).slope, 6);
        expect(splineAt(spline, -5).slope).toBeCloseTo(splineAt(spline, -1).slope, 6);
      }),
      { seed: 7, numRuns: 60 },
    );
  });

  it('follows its own derivatives', () => {
    const x = grid(12);
    const spline = smoothingSpline({ x, y: x.map((v) => v ** 3), error: ones(12, 0.01) }, 0.1);
    const h = 1e-4;
    for (const at of [-0.83, -0.2, 0.41, 0.9]) {
      const [low, mid, high] = [splineAt(spline, at - h), splineAt(spline, at), splineAt(spline, at + h)];
      expect((high.value - low.value) / (2 * h)).toBeCloseTo(mid.slope, 6);
      expect((high.slope - low.slope) / (2 * h)).toBeCloseTo(mid.bend, 6);
    }
  });

  it('refuses fewer than three points, unsorted x, and errors of nothing', () => {
    const two = { x: grid(2), y: grid(2), error: ones(2) };
    expect(() => smoothingSpline(two, 1)).toThrow(PreconditionError);
    const unsorted = { x: Float64Array.of(0, 2, 1), y: grid(3), error: ones(3) };
    expect(() => smoothingSpline(unsorted, 1)).toThrow(/x must ascend/);
    expect(() => smoothingSpline({ x: grid(3), y: grid(3), error: ones(3, 0) }, 1)).toThrow(
      /error must be > 0/,
    );
    expect(() => smoothingSpline({ x: grid(3), y: grid(3), error: ones(3) }, 0)).toThrow(
      /misfit must be > 0/,
    );
  });
});
