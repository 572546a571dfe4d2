import { expect, it } from 'vitest';
import { annualised } from './annualised.ts';

it('is the root of a year of variance, and nothing where rounding went below nothing', () => {
  expect(annualised(1e-4, 256)).toBeCloseTo(0.16, 15);
  expect(annualised(-1e-20, 252)).toBe(0);
});
