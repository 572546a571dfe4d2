import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stdDev } from '../stats.ts';
import { gappedAt } from './gapped.ts';
import { rollingZScore, zScoreOfLast } from './z-score.ts';

describe('z-score of the newest value', () => {
  it('uses the sample deviation of the window', () => {
    // window 2 4 4 4 5 5 7 9: (9 - 5) / sqrt(32/7)
    expect(zScoreOfLast([100, 2, 4, 4, 4, 5, 5, 7, 9], 8)).toBeCloseTo(4 / Math.sqrt(32 / 7), 14);
  });

  it('is absent for short or constant windows', () => {
    expect(zScoreOfLast([1, 2], 3)).toBeUndefined();
    expect(zScoreOfLast([0.1, 0.1, 0.1], 3)).toBeUndefined();
  });

  it('does not change with the scale of the values', () => {
    const numbers = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), {
      minLength: 2,
      maxLength: 50,
    });
    fc.assert(
      fc.property(numbers, fc.double({ min: 0.5, max: 100, noNaN: true }), (values, scale) => {
        const z = zScoreOfLast(values, values.length);
        const scaled = values.map((x) => x * scale);
        const zScaled = zScoreOfLast(scaled, values.length);
        if (z !== undefined && zScaled !== undefined && stdDev(values) > 1e-3)
          expect(zScaled).toBeCloseTo(z, 6);
      }),
    );
  });
});

describe('z-score at every bar', () => {
  it('gives the values pandas 3.1 gives for (x - rolling(20).mean()) / rolling(20).std()', () => {
    const values = Float64Array.from({ length: 60 }, (_, i) => (7 * i * i + 3 * i) % 101);
    const scores = rollingZScore(values, 20);
    const pandas: readonly (readonly [number, number])[] = [
      [19, 0.4453680495036642],
      [20, -0.46158938086082546],
      [40, -1.1402860748822248],
      [59, -1.4822193974279327],
    ];
    for (const [i, expected] of pandas) expect(gappedAt(scores, i)).toBeCloseTo(expected, 13);
    expect(gappedAt(scores, 18)).toBeUndefined();
  });

  it('is zScoreOfLast of every window: the same number, and absent in the same places', () => {
    const steps = fc.array(fc.constantFrom(0, 0, 0, 0.1, -0.1, 3), { maxLength: 120 });
    fc.assert(
      fc.property(steps, fc.integer({ min: 2, max: 12 }), (changes, window) => {
        let level = 1e4;
        const list = changes.map((change) => {
          level += change;
          return level;
        });
        const scores = rollingZScore(Float64Array.from(list), window);
        list.forEach((_, i) => {
          const expected = zScoreOfLast(list.slice(0, i + 1), window);
          const computed = gappedAt(scores, i);
          if (expected === undefined) expect(computed).toBeUndefined();
          // An ulp of the level, 2e-12, times a step of 3, in a sum of squares that may be down to .005.
          else expect(computed).toBeCloseTo(expected, 7);
        });
      }),
    );
  });

  it('is silent on a still window after moves that are lost in the rounding of a high level', () => {
    for (let seed = 1; seed <= 50; seed++) {
      const moves = Array.from({ length: 12 }, (_, i) => ((seed * i * i) % 7) * 1e-3);
      const list = [...moves, ...Array.from({ length: 12 }, () => 0.002)].map((x) => 1e12 + x);
      const scores = rollingZScore(Float64Array.from(list), 7);
      for (let i = 18; i < list.length; i++) expect(gappedAt(scores, i)).toBeUndefined();
    }
  });

  it('refuses a window without a sample deviation', () => {
    expect(() => rollingZScore(new Float64Array(5), 1)).toThrow('window must be an integer >= 2, was 1');
  });
});
