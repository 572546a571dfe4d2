import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pivots } from './pivots.ts';

/** Few levels, so that ties are common. */
const anySeries = fc.array(
  fc.oneof(fc.integer({ min: 0, max: 4 }), fc.double({ min: 0, max: 4, noNaN: true })),
  {
    maxLength: 80,
  },
);

describe('pivots', () => {
  it('are the turning points, known as many bars late as they need on each side', () => {
    expect(pivots(Float64Array.of(1, 2, 5, 3, 2, 1, 4, 6), 2)).toEqual([
      { kind: 'high', index: 2, confirmedAt: 4 },
      { kind: 'low', index: 5, confirmedAt: 7 },
    ]);
    expect(pivots(Float64Array.of(1, 2, 5, 3, 2, 1, 4), 2)).toHaveLength(1);
  });

  it('are the first entry of a flat top, and none of one that goes on upwards', () => {
    expect(pivots(Float64Array.of(1, 5, 5, 5, 1), 1).map(({ index }) => index)).toEqual([1]);
    expect(pivots(Float64Array.of(1, 5, 5, 6, 1), 1).map(({ index }) => index)).toEqual([1, 3]);
    expect(pivots(Float64Array.of(1, 5, 5, 6, 1, 0), 2).map(({ index }) => index)).toEqual([3]);
    expect(pivots(new Float64Array(20), 3)).toEqual([]);
  });

  it('swap highs and lows when the series is turned upside down', () => {
    fc.assert(
      fc.property(anySeries, fc.integer({ min: 1, max: 5 }), (list, confirmation) => {
        const turned = pivots(
          Float64Array.from(list, (x) => -x),
          confirmation,
        );
        expect(turned.map(({ kind, index }) => [kind === 'high' ? 'low' : 'high', index])).toEqual(
          pivots(Float64Array.from(list), confirmation).map(({ kind, index }) => [kind, index]),
        );
      }),
    );
  });

  it('never repaint: what is known at a bar is known, unchanged, at every later one', () => {
    fc.assert(
      fc.property(anySeries, fc.nat(80), fc.integer({ min: 1, max: 5 }), (list, now, confirmation) => {
        const whole = pivots(Float64Array.from(list), confirmation);
        const then = pivots(Float64Array.from(list.slice(0, now + 1)), confirmation);
        expect(then).toEqual(whole.filter(({ confirmedAt }) => confirmedAt <= now));
      }),
    );
  });

  it('need at least one bar on each side, and numbers', () => {
    expect(() => pivots(new Float64Array(5), 0)).toThrow('confirmation must be an integer >= 1, was 0');
    expect(() => pivots(Float64Array.of(1, Number.NaN, 2), 1)).toThrow('values[1] must be finite');
  });
});
