import { describe, expect, it } from 'vitest';
import {
  checkedJumpLaw,
  type JumpLaw,
  jumpTransform,
  logContractCost,
  meanJump,
  meanLogJump,
  meanSquareJump,
} from './jump-law.ts';

const NORMAL: JumpLaw = { kind: 'normal', mean: -0.0646, sd: 0.111 };
const TWO_SIDED: JumpLaw = { kind: 'double-exponential', upShare: 0.2, up: 0.05, down: 0.1 };

/** Density of the law at j, from its definition. */
function density(law: JumpLaw, j: number): number {
  if (law.kind === 'normal')
    return Math.exp(-0.5 * ((j - law.mean) / law.sd) ** 2) / (law.sd * Math.sqrt(2 * Math.PI));
  return j >= 0
    ? (law.upShare / law.up) * Math.exp(-j / law.up)
    : ((1 - law.upShare) / law.down) * Math.exp(j / law.down);
}

/** E g(J) by the trapezoid rule on either side of 0. */
function expectation(law: JumpLaw, g: (j: number) => number): number {
  const step = 2e-4;
  let sum = 0;
  for (let n = 0; n < 15_000; n++) {
    const j = (n + 0.5) * step;
    sum += step * (density(law, j) * g(j) + density(law, -j) * g(-j));
  }
  return sum;
}

describe.each([
  ['normal', NORMAL],
  ['double-exponential', TWO_SIDED],
] as const)('the %s law', (_, law) => {
  // The midpoint rule at 2e-4 is good to 1e-6 of these moments.
  it('has the moments its density has', () => {
    expect(meanLogJump(law)).toBeCloseTo(
      expectation(law, (j) => j),
      6,
    );
    expect(meanSquareJump(law)).toBeCloseTo(
      expectation(law, (j) => j * j),
      6,
    );
    expect(meanJump(law)).toBeCloseTo(expectation(law, Math.expm1), 6);
  });

  it('has the transform its density has', () => {
    for (const [a, b] of [
      [0.5, 0],
      [0.5, 3],
      [0, 20],
      [1, 7],
    ] as const) {
      const [re, im] = jumpTransform(law, a, b);
      expect(re).toBeCloseTo(
        expectation(law, (j) => Math.exp(a * j) * Math.cos(b * j)),
        5,
      );
      expect(im).toBeCloseTo(
        expectation(law, (j) => Math.exp(a * j) * Math.sin(b * j)),
        5,
      );
    }
  });

  it('costs a log-contract more than nothing, and nearly its square where it is small', () => {
    expect(logContractCost(law)).toBeGreaterThan(0);
    expect(logContractCost({ kind: 'normal', mean: 0, sd: 0.001 }) / 1e-6).toBeCloseTo(1, 3);
  });
});

describe('the specified jumps', () => {
  it('cost .015671 each', () => {
    expect(logContractCost(NORMAL)).toBeCloseTo(0.015671, 6); // market-model, section 2
  });
});

describe('refusals', () => {
  it('name the parameter', () => {
    expect(() => checkedJumpLaw({ kind: 'normal', mean: 0, sd: 0 })).toThrow(
      'jumps.sd must be finite and > 0',
    );
    expect(() => checkedJumpLaw({ ...TWO_SIDED, up: 1 } as JumpLaw)).toThrow('jumps.up must be < 1, was 1');
    expect(() => checkedJumpLaw({ ...TWO_SIDED, upShare: -0.1 } as JumpLaw)).toThrow(
      'jumps.upShare must be in [0, 1]',
    );
  });
});
