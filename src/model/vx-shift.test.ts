import { describe, expect, it } from 'vitest';
import { vxShift } from './vx-shift.ts';

const PAIRS = [
  { years: 0.05, quoted: 18, model: 17.5 },
  { years: 0.13, quoted: 18.4, model: 18.6 },
  { years: 0.3, quoted: 20, model: 19 },
];

describe('vxShift', () => {
  it('makes every model future the quoted one, leaves today alone, and is flat beyond the last', () => {
    const shift = vxShift(PAIRS);
    for (const { years, quoted, model } of PAIRS) expect(shift(years) * model).toBeCloseTo(quoted, 12);
    expect(shift(0)).toBe(1);
    expect(shift(2)).toBeCloseTo(20 / 19, 12);
  });

  it('stays between its neighbours', () => {
    const shift = vxShift(PAIRS);
    for (let years = 0.13; years <= 0.3; years += 0.01) {
      expect(shift(years)).toBeGreaterThanOrEqual(18.4 / 18.6 - 1e-12);
      expect(shift(years)).toBeLessThanOrEqual(20 / 19 + 1e-12);
    }
  });

  it('is no shift where nothing is quoted', () => {
    expect(vxShift([])(0.3)).toBe(1);
  });

  it('refuses futures out of order or without a price', () => {
    expect(() => vxShift([...PAIRS].reverse())).toThrow('years must be > 0 and ascend');
    expect(() => vxShift([{ years: 0.1, quoted: 0, model: 18 }])).toThrow('quoted must be finite and > 0');
  });
});
