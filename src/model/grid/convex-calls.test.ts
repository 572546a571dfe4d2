import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { convexCalls } from './convex-calls.ts';

const chain = fc
  .array(
    fc.record({
      gap: fc.double({ min: 0.01, max: 0.2, noNaN: true }),
      noise: fc.double({ min: -0.02, max: 0.02, noNaN: true }),
    }),
    {
      minLength: 3,
      maxLength: 20,
    },
  )
  .map((steps) => {
    const strikes = Float64Array.from(steps, (_, n) =>
      steps.slice(0, n + 1).reduce((sum, { gap }) => sum + gap, 0.5),
    );
    const calls = strikes.map((strike, n) => 0.3 * Math.exp(-2 * (strike - 0.5)) + (steps[n]?.noise ?? 0));
    return { strikes, calls };
  });

const slopes = (strikes: Float64Array, calls: Float64Array): number[] =>
  Array.from(
    strikes.subarray(1),
    (strike, n) => ((calls[n + 1] ?? 0) - (calls[n] ?? 0)) / (strike - (strikes[n] ?? 0)),
  );

describe('convexCalls', () => {
  it('sells no butterfly and no vertical for less than nothing', () => {
    fc.assert(
      fc.property(chain, ({ strikes, calls }) => {
        const after = slopes(strikes, convexCalls(strikes, calls));
        after.forEach((slope, n) => {
          expect(slope).toBeGreaterThanOrEqual(-1 - 1e-12);
          expect(slope).toBeLessThanOrEqual(1e-12);
          expect(slope).toBeGreaterThanOrEqual((after[n - 1] ?? -1) - 1e-10);
        });
      }),
    );
  });

  it('leaves convex premiums as they are', () => {
    const strikes = Float64Array.of(0.8, 0.9, 1, 1.1, 1.3);
    const calls = strikes.map((strike) => 0.3 * Math.exp(-2 * (strike - 0.8)));
    convexCalls(strikes, calls).forEach((call, n) => {
      expect(call).toBeCloseTo(calls[n] ?? 0, 15);
    });
  });

  it('takes the mean slope over a dent', () => {
    const after = convexCalls(Float64Array.of(1, 2, 3), Float64Array.of(1, 0.9, 0.4));
    expect([...after].map((call) => Number(call.toFixed(12)))).toEqual([1, 0.7, 0.4]);
  });
});
