import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { JOINT_MODEL, SPECIFIED_MODEL } from './two-factor.ts';
import { varianceWindow, volIndexAt } from './variance-window.ts';
import { volState } from './vol-state.ts';

const [vix, vix3m] = [varianceWindow(JOINT_MODEL, 30), varianceWindow(JOINT_MODEL, 93)];

describe('volState', () => {
  // market-model section 9, D; windows made as there, with 12 Hermite nodes. Six printed digits.
  it.each([
    [14, 16.2, -0.360529, -0.882738],
    [20, 21.5, 0.248296, -0.247808],
    [35, 31, 1.44531, 0.228149],
    [82.69, 72.98, 0.634608, 2.49212],
  ])('finds the published factors of VIX %d and VIX3M %d', (v, v3, x, y) => {
    const state = volState(
      varianceWindow(SPECIFIED_MODEL, 30, 12),
      varianceWindow(SPECIFIED_MODEL, 93, 12),
      v,
      v3,
    );
    if (!state.ok) throw new Error(state.failure.detail);
    expect(Math.abs(state.value.x - x)).toBeLessThan(1e-5);
    expect(Math.abs(state.value.y - y)).toBeLessThan(1e-5);
  });

  it('finds the factors again from the indices they make', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -3, max: 3, noNaN: true }),
        fc.double({ min: -2.5, max: 3, noNaN: true }),
        (x, y) => {
          const state = volState(vix, vix3m, volIndexAt(vix, x, y), volIndexAt(vix3m, x, y));
          if (!state.ok) throw new Error(state.failure.detail);
          expect(
            Math.abs(volIndexAt(vix, state.value.x, state.value.y) / volIndexAt(vix, x, y) - 1),
          ).toBeLessThan(1e-9);
          expect(Math.abs(state.value.x - x)).toBeLessThan(1e-6); // where both indices hardly move, as near the cap
          expect(Math.abs(state.value.y - y)).toBeLessThan(1e-6);
        },
      ),
    );
  });

  it.each([
    [10, 60],
    [80, 20],
    [0, 20],
    [Number.NaN, 20],
  ])('says that no state shows VIX %d with VIX3M %d, and what the nearest shows', (v, v3) => {
    const state = volState(vix, vix3m, v, v3);
    if (state.ok) throw new Error('there is none');
    expect(state.failure.code).toBe('no-state');
    expect(state.failure.detail).toContain(`no state of the model shows VIX ${v} with VIX3M ${v3}`);
    expect(state.failure.nearest.vix).toBeGreaterThan(0);
  });
});
