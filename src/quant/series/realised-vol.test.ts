import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { realisedVol, rollingRealisedVol } from './realised-vol.ts';

const CLOSES = [102, 101.5, 104, 102.5, 107, 105.5, 104, 107];

describe('volatility of the last closes', () => {
  it('annualises the sample deviation of log returns', () => {
    const closes = [100, 101, 100, 101];
    const up = Math.log(1.01);
    // returns up, -up, up: mean up/3, squares (4 + 16 + 4)/9 up^2, over 2
    expect(realisedVol(closes, 3)).toBeCloseTo(Math.sqrt((24 / 18) * up * up * 252), 14);
    expect(realisedVol([1, ...closes], 3)).toBe(realisedVol(closes, 3));
  });

  it('gives the 40-digit value of seven returns (mpmath)', () => {
    expect(realisedVol(CLOSES, 7)).toBeCloseTo(0.38663840701634034, 15);
  });

  it('is absent without enough closes, or with one that is no price', () => {
    expect(realisedVol([100, 101], 2)).toBeUndefined();
    for (const bad of [0, -1, Number.NaN, Number.POSITIVE_INFINITY])
      expect(realisedVol([100, bad, 101], 2)).toBeUndefined();
  });
});

describe('volatility of closes at every bar', () => {
  it('gives the 40-digit values (mpmath) of the last three and seven returns', () => {
    const three = rollingRealisedVol(Float64Array.from(CLOSES), 3);
    expect(three.first).toBe(3);
    expect(three.values.at(-1)).toBeCloseTo(0.3909602668790864, 14);
    expect(rollingRealisedVol(Float64Array.from(CLOSES), 7).values[0]).toBeCloseTo(0.38663840701634034, 14);
  });

  it('is realisedVol of every window', () => {
    const closes = fc.array(fc.double({ min: 50, max: 200, noNaN: true }), { maxLength: 60 });
    fc.assert(
      fc.property(closes, fc.integer({ min: 2, max: 10 }), (list, window) => {
        const { first, values } = rollingRealisedVol(Float64Array.from(list), window, 12);
        list.forEach((_, i) => {
          const expected = realisedVol(list.slice(0, i + 1), window, 12);
          if (expected === undefined) expect(values[i - first]).toBeUndefined();
          // Of equal returns the deviation is rounding alone, 1e-16 of returns up to 1.4.
          else expect(values[i - first]).toBeCloseTo(expected, 7);
        });
      }),
    );
  });

  it('refuses what is no price, no window, no year', () => {
    expect(() => rollingRealisedVol(Float64Array.of(1, 0, 2), 2)).toThrow('closes[1] must be > 0, was 0');
    expect(() => rollingRealisedVol(Float64Array.of(1, 2, 3), 1)).toThrow('window must be an integer >= 2');
    expect(() => rollingRealisedVol(Float64Array.of(1, 2, 3), 2, 0)).toThrow(
      'perYear must be finite and > 0',
    );
  });
});
