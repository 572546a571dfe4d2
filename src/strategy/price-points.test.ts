import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pricePoints } from './price-points.ts';

describe('pricePoints', () => {
  it('takes the dust off a sum of decimal prices', () => {
    expect(pricePoints(0.34999999999999987)).toBe(0.35);
    expect(pricePoints(0.1 + 0.2)).toBe(0.3);
  });

  it('moves no price by more than half a millionth, and changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.double({ min: -1e4, max: 1e4, noNaN: true }), (x) => {
        const clean = pricePoints(x);
        expect(Math.abs(clean - x)).toBeLessThanOrEqual(0.500001e-6);
        expect(pricePoints(clean)).toBe(clean);
      }),
    );
  });
});
