import { describe, expect, it } from 'vitest';
import { shockAxes } from './shock-axes.ts';

describe('the axes of a map', () => {
  it.each([10, 14.56, 16, 20, 35, 60, 82.69])(
    'hold 21 moves of either with "no move" among them, VIX %d',
    (vix) => {
      const axes = shockAxes(vix);
      for (const moves of [axes.spx, axes.vix]) {
        expect(moves).toHaveLength(21);
        expect(moves).toContain(0);
        expect([...moves].sort((a, b) => a - b)).toEqual(moves);
      }
    },
  );

  it('go from -15 to +10 % in SPX, and from a calm VIX from -5 to +45 points', () => {
    const { spx, vix } = shockAxes(16);
    expect([spx[0], spx.at(-1), vix[0], vix.at(-1)]).toEqual([-0.15, 0.1, -5, 45]);
  });

  it('leave a high VIX more room to fall, and none below 9', () => {
    expect(shockAxes(60).vix[0]).toBe(-20);
    expect(shockAxes(82.69).vix[0]).toBe(-25);
    for (const vix of [9.2, 10, 11.6, 14])
      expect(vix + (shockAxes(vix).vix[0] ?? 0)).toBeGreaterThanOrEqual(9);
  });
});
