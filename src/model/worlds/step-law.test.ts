import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { logContractCost } from '../jump-law.ts';
import { JOINT_MODEL, SPECIFIED_MODEL } from '../two-factor.ts';
import { jumpsOf, stepLaw } from './step-law.ts';
import { P_WORLD, qWorld } from './world-presets.ts';

const Q = qWorld(0);

describe('one step of the Q-world', () => {
  it('adds up: mean and variance of two steps are those of one as long', () => {
    const hours = fc.double({ min: 0.1, max: 3, noNaN: true });
    fc.assert(
      fc.property(hours, hours, (a, b) => {
        const [first, second, both] = [a, b, a + b].map((h) => stepLaw(Q, JOINT_MODEL, h / 8760));
        if (first === undefined || second === undefined || both === undefined) return;
        expect(first.decay.xx * second.decay.xx).toBeCloseTo(both.decay.xx, 14);
        expect((first.noiseX * second.decay.xx) ** 2 + second.noiseX ** 2).toBeCloseTo(both.noiseX ** 2, 14);
        expect((first.noiseY * second.decay.yy) ** 2 + second.noiseY ** 2).toBeCloseTo(both.noiseY ** 2, 14);
      }),
      { numRuns: 20 },
    );
  });

  it('has the standard normal law in the long run', () => {
    const { noiseX, noiseY, shiftX, shiftY } = stepLaw(Q, JOINT_MODEL, 100);
    expect([noiseX, noiseY, shiftX, shiftY]).toEqual([1, 1, 0, 0]);
  });

  it('jumps so often that the log contract costs the jumps their share of variance', () => {
    const { perVariance, law } = jumpsOf(Q, SPECIFIED_MODEL);
    expect(perVariance * logContractCost(law)).toBeCloseTo(SPECIFIED_MODEL.eta, 14);
    expect(perVariance).toBeCloseTo(20.36, 2); // market-model.md section 2: lam = 20.36 v
  });
});

describe('one step of the P-world', () => {
  it('leaves the factors where they rest', () => {
    const { decay, shiftX, shiftY } = stepLaw(P_WORLD, JOINT_MODEL, 1 / 1008);
    const { x, y } = P_WORLD.drift === 'pricing' ? { x: 0, y: 0 } : P_WORLD.drift.mean;
    expect(decay.xx * x + decay.xy * y + shiftX).toBeCloseTo(x, 14);
    expect(decay.yx * x + decay.yy * y + shiftY).toBeCloseTo(y, 14);
  });

  it('has nearly the noise of its volatility over a short time', () => {
    const { noiseX, noiseY } = stepLaw(P_WORLD, JOINT_MODEL, 1e-8);
    expect(noiseX / Math.sqrt(1e-8)).toBeCloseTo(0.72 * Math.sqrt(2 * 13.3), 6);
    expect(noiseY / Math.sqrt(1e-8)).toBeCloseTo(0.85 * Math.sqrt(2 * 1.13), 6);
  });
});
