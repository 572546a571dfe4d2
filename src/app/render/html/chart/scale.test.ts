import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { padded, scale, ticks } from './scale.ts';

describe('scale', () => {
  it('puts the ends of the range at the ends of the paper', () => {
    const x = scale(10, 20, 0, 100);
    expect([x.at(10), x.at(15), x.at(20)]).toEqual([0, 50, 100]);
  });

  it('has a place for everything in a flat range', () => {
    expect(Number.isFinite(scale(5, 5, 0, 100).at(5))).toBe(true);
  });
});

describe('ticks', () => {
  it('are round and inside the range', () => {
    expect(ticks(0, 100, 5)).toEqual([0, 20, 40, 60, 80, 100]);
    expect(ticks(-4330, 670, 5)).toEqual([-4000, -3000, -2000, -1000, 0]);
    expect(ticks(0.12, 0.19, 4)).toEqual([0.12, 0.14, 0.16, 0.18]);
  });

  it('number at most two more than asked, ascend, and stay inside', () => {
    const range = fc.tuple(
      fc.double({ min: -1e6, max: 1e6, noNaN: true }),
      fc.double({ min: 1e-3, max: 1e6, noNaN: true }),
    );
    fc.assert(
      fc.property(range, fc.integer({ min: 2, max: 10 }), ([low, width], most) => {
        const found = ticks(low, low + width, most);
        expect(found.length).toBeLessThanOrEqual(most + 2);
        expect(found.every((tick, i) => i === 0 || tick > (found[i - 1] ?? tick))).toBe(true);
        const slack = 1e-6 * Math.max(Math.abs(low), width);
        expect(found.every((tick) => tick >= low - slack && tick <= low + width + slack)).toBe(true);
      }),
    );
  });
});

describe('padded', () => {
  it('leaves room on both sides, also around a single value', () => {
    expect(padded([0, 10], 0.1)).toEqual({ low: -1, high: 11 });
    const flat = padded([7], 0.1);
    expect(flat.low).toBeLessThan(7);
    expect(flat.high).toBeGreaterThan(7);
  });
});
