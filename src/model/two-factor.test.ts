import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkedModel, JOINT_MODEL, SPECIFIED_MODEL, spotVariance } from './two-factor.ts';

describe('spotVariance', () => {
  it('is the capped sum of exponentials', () => {
    const u = 0.0012 + 0.0301 + 0.002;
    expect(spotVariance(SPECIFIED_MODEL, 0)).toBeCloseTo(u / (1 + u / 2), 15);
  });

  it('rises with Z and stays between its floor and its cap', () => {
    const floor = SPECIFIED_MODEL.v0 / (1 + SPECIFIED_MODEL.v0 / SPECIFIED_MODEL.vMax);
    fc.assert(
      fc.property(
        fc.double({ min: -12, max: 12, noNaN: true }),
        fc.double({ min: 1e-6, max: 3, noNaN: true }),
        (z, step) => {
          const [low, high] = [spotVariance(JOINT_MODEL, z), spotVariance(JOINT_MODEL, z + step)];
          expect(low).toBeGreaterThanOrEqual(floor);
          expect(high).toBeGreaterThanOrEqual(low);
          expect(high).toBeLessThanOrEqual(JOINT_MODEL.vMax);
        },
      ),
    );
  });
});

describe('checkedModel', () => {
  it('takes both models that are shipped', () => {
    expect(checkedModel(SPECIFIED_MODEL)).toBe(SPECIFIED_MODEL);
    expect(checkedModel(JOINT_MODEL)).toBe(JOINT_MODEL);
  });

  it.each([
    [{ kx: 0 }, 'kx must be finite and > 0, was 0'],
    [{ v0: -1 }, 'v0 must be >= 0, was -1'],
    [{ eta: 1 }, 'eta must be in [0, 1), was 1'],
    [{ rhoX: -0.9, rhoY: -0.6 }, 'rhoX^2 + rhoY^2 must be < 1'],
  ])('refuses %j', (change, message) => {
    expect(() => checkedModel({ ...SPECIFIED_MODEL, ...change })).toThrow(message);
  });
});
