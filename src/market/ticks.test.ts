import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inTicks, roundToTick, tickAt } from './ticks.ts';

const TICKS = [0.01, 0.05, 0.1, 0.005, 0.025, 1] as const;
const anyTick = fc.constantFrom(...TICKS);
const anyPrice = fc.double({ min: -5000, max: 5000, noNaN: true });

describe('ticks', () => {
  it('gives the decimal a trader would type', () => {
    expect(roundToTick(2.9500000000000002, 0.05, 'up')).toBe(2.95);
    expect(roundToTick(0.1 + 0.2, 0.05, 'down')).toBe(0.3);
    expect(roundToTick(59 * 0.05, 0.05, 'up')).toBe(2.95);
    expect(roundToTick(1.005, 0.01, 'nearest')).toBe(1); // the double lies below the half
  });

  it('rounds each way', () => {
    expect(roundToTick(2.97, 0.05, 'down')).toBe(2.95);
    expect(roundToTick(2.97, 0.05, 'up')).toBe(3);
    expect(roundToTick(2.97, 0.05, 'nearest')).toBe(2.95);
    expect(roundToTick(-2.97, 0.05, 'down')).toBe(-3);
    expect(roundToTick(-2.975, 0.05, 'nearest')).toBe(-3); // half away from zero
  });

  it('pays less on both sides of zero: a smaller debit, a larger credit', () => {
    expect(roundToTick(2.97, 0.05, 'pay-less')).toBe(2.95);
    expect(roundToTick(-2.97, 0.05, 'pay-less')).toBe(-3);
  });

  it('takes the tier of a premium by its size', () => {
    const spx = [
      { from: 0, tick: 0.05 },
      { from: 3, tick: 0.1 },
    ];
    expect([tickAt(spx, 0), tickAt(spx, 2.95), tickAt(spx, 3), tickAt(spx, -3.5)]).toEqual([
      0.05, 0.05, 0.1, 0.1,
    ]);
    expect(tickAt(spx, 30 * 0.1)).toBe(0.1);
    expect(tickAt(spx, 2.9999999999999996)).toBe(0.1); // 3 less one bit
  });

  it('is idempotent and leaves no dust', () => {
    fc.assert(
      fc.property(anyPrice, anyTick, fc.constantFrom('nearest', 'down', 'up'), (price, tick, rounding) => {
        const once = roundToTick(price, tick, rounding);
        expect(roundToTick(once, tick, rounding)).toBe(once);
        expect(once).toBe(Number(once.toFixed(4)));
      }),
    );
  });

  it('brackets the price within a tick', () => {
    fc.assert(
      fc.property(anyPrice, anyTick, (price, tick) => {
        const [down, up] = [roundToTick(price, tick, 'down'), roundToTick(price, tick, 'up')];
        // A price within 1e-6 ticks of the grid counts as on it.
        expect(down).toBeLessThanOrEqual(price + 1e-6 * tick + 1e-9);
        expect(up).toBeGreaterThanOrEqual(price - 1e-6 * tick - 1e-9);
        expect(inTicks(up, tick) - inTicks(down, tick)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('compares equal prices as equal whole ticks', () => {
    fc.assert(
      fc.property(fc.integer({ min: -50_000, max: 50_000 }), anyTick, (n, tick) => {
        expect(inTicks(n * tick, tick)).toBe(n);
      }),
    );
  });

  it('refuses prices and ticks that are none', () => {
    expect(() => roundToTick(Number.NaN, 0.05, 'up')).toThrow(/price must be finite/);
    expect(() => roundToTick(1, 0, 'up')).toThrow(/tick must be finite and > 0/);
    expect(() => roundToTick(1, 0.00005, 'up')).toThrow(/tick must be a multiple of 0.0001/);
    expect(() => tickAt([], 1)).toThrow(/tiers must not be empty/);
  });
});
