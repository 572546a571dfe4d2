import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Aligned } from './aligned.ts';
import { type Divergence, divergences, newestDivergence } from './divergence.ts';
import { macd } from './macd.ts';
import { rsi } from './rsi.ts';

const RULE = { confirmation: 3, nearest: 5, farthest: 40 };

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

const from = (first: number, values: readonly number[]): Aligned => ({
  first,
  values: Float64Array.from(values.slice(first)),
});
const newest = (price: readonly number[], oscillator: readonly number[], maxAge: number) =>
  newestDivergence(Float64Array.from(price), from(0, oscillator), RULE, maxAge);

describe('a divergence', () => {
  const higher = tent(24, { 6: 20, 18: 22 });
  const weaker = tent(24, { 6: 5, 18: 3 });

  it('is a higher high on a lower oscillator, known three bars after the second high', () => {
    const found = { at: 'highs', first: 6, second: 18, confirmedAt: 21 };
    expect(newest(higher, weaker, 10)).toEqual(found);
    expect(newest(higher.slice(0, 21), weaker.slice(0, 21), 10)).toBeUndefined();
  });

  it('is a lower low on a higher oscillator', () => {
    const found = newest(tent(24, { 6: 20, 18: 22 }, -1), tent(24, { 6: 5, 18: 3 }, -1), 10);
    expect(found).toMatchObject({ at: 'lows', confirmedAt: 21 });
  });

  it('is not there when the oscillator confirms the high', () => {
    expect(newest(higher, tent(24, { 6: 3, 18: 5 }), 10)).toBeUndefined();
  });

  it('takes the extreme of the oscillator near the pivot, which turns a bar or two apart', () => {
    // At the pivots themselves it stands at 3 and 4, near them it reaches 5 and 4; and 4 and 3 against 4 and 5.
    expect(newest(higher, tent(24, { 8: 5, 18: 4 }), 10)).toMatchObject({ first: 6, second: 18 });
    expect(newest(higher, tent(24, { 6: 4, 20: 5 }), 10)).toBeUndefined();
  });

  it('asks for 5 to 40 bars between the pivots', () => {
    const at = (gap: number) => {
      const second = 6 + gap;
      return newest(spikes(12 + gap, { 6: 20, [second]: 22 }), spikes(12 + gap, { 6: 15, [second]: 12 }), 10);
    };
    expect([4, 5, 40, 41].map((gap) => at(gap)?.second)).toEqual([undefined, 11, 46, undefined]);
  });

  it('is forgotten when it was confirmed longer ago than asked', () => {
    const price = [...higher, ...Array.from({ length: 9 }, (_, i) => 10 - i)];
    const oscillator = [...weaker, ...Array.from({ length: 9 }, () => -20)];
    expect(newest(price, oscillator, 11)).toMatchObject({ confirmedAt: 21 });
    expect(newest(price, oscillator, 10)).toBeUndefined();
  });

  it('is looked for only where the oscillator speaks, in indices of the price', () => {
    const [price, oscillator] = [Float64Array.from(higher), weaker];
    expect(divergences(price, from(3, oscillator), RULE)).toMatchObject([{ first: 6, second: 18 }]);
    expect(divergences(price, from(4, oscillator), RULE)).toEqual([]);
    expect(divergences(price.subarray(0, 5), { first: 9, values: new Float64Array(0) }, RULE)).toEqual([]);
  });
});

describe('divergences of RSI and of MACD', () => {
  const walk = fc.array(fc.double({ min: -0.04, max: 0.04, noNaN: true }), { minLength: 60, maxLength: 160 });
  const pricesOf = (returns: readonly number[]): Float64Array => {
    let level = 100;
    return Float64Array.from(returns, (r) => {
      level *= Math.exp(r);
      return level;
    });
  };
  const oscillators: Readonly<Record<string, (price: Float64Array) => Aligned>> = {
    rsi: (price) => rsi(price, 7),
    macd: (price) => macd(price, { fast: 5, slow: 9, signal: 4 }).line,
  };

  it.each(Object.entries(oscillators))('never repaint: %s', (_, oscillatorOf) => {
    let seen = 0;
    fc.assert(
      fc.property(walk, fc.nat(160), (returns, now) => {
        const price = pricesOf(returns);
        const known = (bars: Float64Array): readonly Divergence[] =>
          divergences(bars, oscillatorOf(bars), RULE);
        const whole = known(price);
        seen += whole.length;
        expect(known(price.subarray(0, now + 1))).toEqual(
          whole.filter(({ confirmedAt }) => confirmedAt <= now),
        );
        expect(newestDivergence(price, oscillatorOf(price), RULE, 20)).toEqual(
          whole.filter(({ confirmedAt }) => confirmedAt >= price.length - 21).at(-1),
        );
      }),
    );
    expect(seen).toBeGreaterThan(20);
  });

  it.each(Object.entries(oscillators))('are of the kind they say: %s', (_, oscillatorOf) => {
    fc.assert(
      fc.property(walk, (returns) => {
        const price = pricesOf(returns);
        for (const { at, first, second, confirmedAt } of divergences(price, oscillatorOf(price), RULE)) {
          const rise = (price[second] ?? 0) - (price[first] ?? 0);
          expect(Math.sign(rise)).toBe(at === 'highs' ? 1 : -1);
          expect(second - first).toBeGreaterThanOrEqual(5);
          expect(second - first).toBeLessThanOrEqual(40);
          expect(confirmedAt).toBe(second + 3);
        }
      }),
    );
  });
});

it('refuses an oscillator of other bars, and a rule that is none', () => {
  const price = new Float64Array(30);
  const off = { first: 3, values: new Float64Array(20) };
  expect(() => divergences(price, off, RULE)).toThrow('oscillator must end with the price (30), was 23');
  const oscillator = { first: 0, values: new Float64Array(30).fill(Number.NaN) };
  expect(() => divergences(price, oscillator, RULE)).toThrow('oscillator[0] must be finite');
  const bad = (rule: Partial<typeof RULE>) => () => divergences(price, from(0, []), { ...RULE, ...rule });
  expect(bad({ confirmation: 0 })).toThrow('confirmation must be an integer >= 1, was 0');
  expect(bad({ nearest: 0.5 })).toThrow('nearest must be an integer >= 1, was 0.5');
  expect(bad({ farthest: 4 })).toThrow('farthest must be an integer >= 5, was 4');
  expect(() => newestDivergence(price, off, RULE, -1)).toThrow('maxAge must be an integer >= 0, was -1');
});
