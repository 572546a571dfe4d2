import fc from 'fast-check';
import { expect, it } from 'vitest';
import { exerciseCeiling, exerciseRegime } from './exercise-regime.ts';

const regime = (r: number, q: number): string => exerciseRegime({ r, q, sigma: 0.2, T: 1 });

it('tells the three apart, borders included', () => {
  expect(regime(0.05, 0)).toBe('below');
  expect(regime(0.05, 0.5)).toBe('below');
  expect(regime(0.05, -0.5)).toBe('below');
  expect(regime(0, -0.01)).toBe('below');
  expect(regime(0, 0)).toBe('never');
  expect(regime(0, 0.01)).toBe('never');
  expect(regime(-0.01, 0)).toBe('never');
  expect(regime(-0.01, -0.01)).toBe('never');
  expect(regime(-0.01, -0.005)).toBe('never');
  expect(regime(-0.01, -0.02)).toBe('between');
});

it('says never just where holding on costs nothing anywhere in the money', () => {
  const number = fc.double({ min: -0.2, max: 0.2, noNaN: true });
  fc.assert(
    fc.property(number, number, (r, q) => {
      // r - q S on (0, 1) is largest at an end
      const costs = Math.max(r, r - q) > 0;
      expect(regime(r, q) !== 'never').toBe(costs);
      if (costs) expect(exerciseCeiling({ r, q, sigma: 0.2, T: 1 })).toBeGreaterThan(0);
    }),
  );
});
