import { describe, expect, it } from 'vitest';
import { garmanKlass, parkinson, rogersSatchell } from './session-variance.ts';
import { rollingSessionVol, sessionVol } from './session-vol.ts';

const BARS = {
  open: Float64Array.of(100, 102, 101, 104, 103, 107, 106, 105),
  high: Float64Array.of(103, 104, 105, 106, 108, 109, 107, 108),
  low: Float64Array.of(99, 101, 100, 102, 102, 105, 103, 104),
  close: Float64Array.of(102, 101.5, 104, 102.5, 107, 105.5, 104, 107),
};
const last = (count: number) => ({
  open: BARS.open.slice(-count),
  high: BARS.high.slice(-count),
  low: BARS.low.slice(-count),
  close: BARS.close.slice(-count),
});

describe('volatility of eight sessions', () => {
  it("equals the papers' formulas in 40 digits (mpmath)", () => {
    expect(sessionVol(BARS, parkinson)).toBeCloseTo(0.3963423759502299, 14);
    expect(sessionVol(BARS, garmanKlass)).toBeCloseTo(0.4133692795363087, 14);
    expect(sessionVol(BARS, rogersSatchell)).toBeCloseTo(0.4080746386345953, 14);
  });

  it('grows with the root of the sessions in a year', () => {
    expect(sessionVol(BARS, parkinson, 1008)).toBeCloseTo(2 * sessionVol(BARS, parkinson, 252), 14);
  });

  it('sees nothing of the night: prices of each day may be moved against those of the next', () => {
    const moved = (column: Float64Array) => column.map((price, i) => price * (1 + i));
    const gapped = {
      open: moved(BARS.open),
      high: moved(BARS.high),
      low: moved(BARS.low),
      close: moved(BARS.close),
    };
    expect(sessionVol(gapped, rogersSatchell)).toBeCloseTo(sessionVol(BARS, rogersSatchell), 14);
  });

  it('is at every bar that of the last sessions', () => {
    const { first, values } = rollingSessionVol(BARS, garmanKlass, 3);
    expect([first, values.length]).toEqual([2, 6]);
    expect(values.at(-1)).toBeCloseTo(sessionVol(last(3), garmanKlass), 14);
    expect(rollingSessionVol(BARS, garmanKlass, 9).values.length).toBe(0);
  });

  it('ends at nothing, not below it, when a wild session leaves a still market', () => {
    const length = 12;
    const still = () => new Float64Array(length).fill(100);
    const high = still();
    high[3] = 150;
    const wild = { open: still(), high, low: still(), close: still() };
    expect(rollingSessionVol(wild, parkinson, 4).values.every((vol) => vol >= 0)).toBe(true);
  });

  it('refuses no bars, bars out of order, and no year', () => {
    const none = new Float64Array(0);
    expect(() => sessionVol({ open: none, high: none, low: none, close: none }, parkinson)).toThrow(
      'bars must have at least 1 entry, was 0',
    );
    expect(() => sessionVol({ ...BARS, high: BARS.low }, parkinson)).toThrow('open[0] must lie between');
    expect(() => sessionVol(BARS, parkinson, -252)).toThrow('perYear must be finite and > 0');
    expect(() => rollingSessionVol(BARS, parkinson, 0)).toThrow('window must be an integer >= 1');
  });
});
