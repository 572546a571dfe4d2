import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type LongerIndex, SLOPE_KNOT, slopeFactor } from './slope-beta.ts';

const level = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const anyIndex = fc.constantFrom<LongerIndex>('vix3m', 'vix6m');

describe('slopeFactor', () => {
  // Published closes of the day before and the day; .08 is twice the log error of the law over one session.
  it.each([
    ['2011-08-08', 32, 48, 29.59, 38.1],
    ['2015-08-24', 28.03, 40.74, 23.47, 31.14],
    ['2018-02-05', 17.31, 37.32, 17.03, 28.13],
    ['2024-08-05', 23.39, 38.57, 23.34, 33.71],
  ])('lands near the VIX3M of %s', (_, vix, after, vix3m, actual) => {
    expect(Math.abs(Math.log((vix3m * slopeFactor('vix3m', vix, after)) / actual))).toBeLessThan(0.08);
  });

  it('by hand: 15 to 45 is .60 up to 30 and .82 from there', () => {
    expect(slopeFactor('vix3m', 15, 45)).toBeCloseTo(2 ** 0.6 * 1.5 ** 0.82, 12);
    expect(slopeFactor('vix6m', 15, 45)).toBeCloseTo(2 ** 0.41 * 1.5 ** 0.66, 12);
  });

  it('by hand: 45 back to 15 keeps more than the rise had given', () => {
    expect(slopeFactor('vix3m', 45, 15)).toBeCloseTo(1.5 ** -0.67 * 2 ** -0.6, 12);
  });

  it('is one where VIX does not move', () => {
    fc.assert(
      fc.property(anyIndex, level(5, 140), (index, vix) => {
        expect(slopeFactor(index, vix, vix)).toBe(1);
      }),
    );
  });

  it('makes one shock of two that follow each other in one direction', () => {
    fc.assert(
      fc.property(anyIndex, fc.tuple(level(5, 140), level(5, 140), level(5, 140)), (index, levels) => {
        const sorted = [...levels].sort((a, b) => a - b);
        for (const [a, b, c] of [sorted, [...sorted].reverse()] as [number, number, number][]) {
          const whole = slopeFactor(index, a, c);
          const steps = slopeFactor(index, a, b) * slopeFactor(index, b, c);
          expect(Math.abs(steps / whole - 1)).toBeLessThan(1e-14); // two exponentials against one
        }
      }),
    );
  });

  it('moves VIX3M with VIX, by less than VIX and by more than VIX6M', () => {
    fc.assert(
      fc.property(level(5, 140), level(5, 140), (a, b) => {
        const [vix, after] = [Math.min(a, b), Math.max(a, b)];
        const [three, six] = [slopeFactor('vix3m', vix, after), slopeFactor('vix6m', vix, after)];
        expect(six).toBeGreaterThanOrEqual(1);
        expect(three).toBeGreaterThanOrEqual(six);
        expect(after / vix).toBeGreaterThanOrEqual(three);
      }),
    );
  });

  it('lets the variance between 30 and 93 days rise with VIX up to 70, wherever VIX / VIX3M passes 30 below 1.36', () => {
    fc.assert(
      fc.property(level(9, SLOPE_KNOT), level(0, 1), level(9, 70), level(9, 70), (vix, u, a, b) => {
        const ratio = 0.7 + u * (1.36 * (vix / SLOPE_KNOT) ** 0.4 - 0.7);
        const forward = (after: number): number =>
          93 * ((vix / ratio) * slopeFactor('vix3m', vix, after)) ** 2 - 30 * after ** 2;
        const [low, high] = [Math.max(Math.min(a, b), vix), Math.max(a, b, vix)];
        expect(forward(high)).toBeGreaterThanOrEqual(forward(low) - 1e-9 * high ** 2); // cancellation of two squares
      }),
    );
  });

  it.each([
    ['vix', 0, 20],
    ['after', 20, -1],
    ['after', 20, Number.NaN],
  ])('refuses `%s` of nothing or less (%d, %d)', (name, vix, after) => {
    expect(() => slopeFactor('vix3m', vix, after)).toThrow(`${name} must be finite and > 0`);
  });
});
