import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newestDivergence } from './divergence.ts';

/** Flat at a base with single-bar spikes. */
const spikes = (length: number, at: Readonly<Record<number, number>>): number[] =>
  Array.from({ length }, (_, i) => at[i] ?? 10);

/** Gentle slopes towards each pivot, so that every other bar is beaten by a neighbour. */
function tent(length: number, peaks: Readonly<Record<number, number>>, sign: 1 | -1 = 1): number[] {
  return Array.from({ length }, (_, i) => {
    const heights = Object.entries(peaks).map(([at, height]) => height - Math.abs(i - Number(at)));
    return sign * Math.max(...heights);
  });
}

describe('newestDivergence', () => {
  it('finds a higher high on less momentum, three bars after the second high', () => {
    const prices = tent(24, { 6: 20, 18: 22 });
    const momentum = tent(24, { 6: 5, 18: 3 });
    expect(newestDivergence(prices, momentum, 10)).toEqual({
      kind: 'exhausted',
      first: 6,
      second: 18,
      confirmedAt: 21,
    });
    expect(newestDivergence(prices.slice(0, 21), momentum.slice(0, 21), 10)).toBeUndefined();
  });

  it('finds a lower low on more momentum', () => {
    const prices = tent(24, { 6: 20, 18: 22 }, -1);
    const momentum = tent(24, { 6: 5, 18: 3 }, -1);
    expect(newestDivergence(prices, momentum, 10)).toMatchObject({ kind: 'coiled', confirmedAt: 21 });
  });

  it('sees none when momentum confirms the high', () => {
    expect(newestDivergence(tent(24, { 6: 20, 18: 22 }), tent(24, { 6: 3, 18: 5 }), 10)).toBeUndefined();
  });

  it('asks for 5 to 40 bars between the pivots', () => {
    const at = (gap: number) => {
      const length = 12 + gap;
      const second = 6 + gap;
      return newestDivergence(
        spikes(length, { 6: 20, [second]: 22 }),
        spikes(length, { 6: 15, [second]: 12 }),
        10,
      );
    };
    expect([4, 5, 40, 41].map((gap) => at(gap)?.second)).toEqual([undefined, 11, 46, undefined]);
  });

  it('forgets a divergence confirmed longer ago than asked', () => {
    const prices = [...tent(24, { 6: 20, 18: 22 }), ...Array.from({ length: 9 }, (_, i) => 10 - i)];
    const momentum = [...tent(24, { 6: 5, 18: 3 }), ...Array.from({ length: 9 }, () => -20)];
    expect(newestDivergence(prices, momentum, 11)).toMatchObject({ confirmedAt: 21 });
    expect(newestDivergence(prices, momentum, 10)).toBeUndefined();
  });

  it('never changes its mind when more bars arrive', () => {
    const bars = fc.array(fc.double({ min: 5, max: 80, noNaN: true }), { minLength: 30, maxLength: 80 });
    fc.assert(
      fc.property(bars, fc.integer({ min: 10, max: 29 }), (prices, now) => {
        const momentum = prices.map((price, i) => price - (prices[i - 4] ?? price));
        const then = newestDivergence(prices.slice(0, now + 1), momentum.slice(0, now + 1), 0);
        const later = newestDivergence(prices.slice(0, now + 2), momentum.slice(0, now + 2), 1);
        if (later?.confirmedAt !== now + 1) expect(later).toEqual(then);
        expect(then?.confirmedAt ?? now).toBe(now);
      }),
    );
  });
});
