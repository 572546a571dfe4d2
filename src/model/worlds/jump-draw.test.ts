import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../core/random.ts';
import { type JumpLaw, meanJump, meanLogJump, meanSquareJump } from '../jump-law.ts';
import { jumpDraw, poissonCount } from './jump-draw.ts';

describe('poissonCount', () => {
  // scipy.stats.poisson.cdf
  it.each([
    [0.5, [0.6065306597126334, 0.9097959895689501, 0.9856123220330293, 0.9982483774437092]],
    [3.2, [0.04076220397836622, 0.17120125670913808, 0.3799037410783731]],
  ])('counts up where the distribution function of mean %s steps', (mean, steps) => {
    steps.forEach((step, count) => {
      expect(poissonCount(mean, step - 1e-12)).toBe(count);
      expect(poissonCount(mean, step + 1e-12)).toBe(count + 1);
    });
  });

  it('counts nothing where nothing arrives, and ends at the largest uniform there is', () => {
    expect(poissonCount(0, 1 - 2 ** -32)).toBe(0);
    expect(poissonCount(1e-3, 1 - 2 ** -32)).toBeGreaterThan(1);
    expect(Number.isFinite(poissonCount(3, 1))).toBe(true);
  });
});

describe('jumpDraw', () => {
  const laws: readonly JumpLaw[] = [
    { kind: 'normal', mean: -0.0646, sd: 0.111 },
    { kind: 'double-exponential', upShare: 0.222, up: 0.0548, down: 0.0979 },
    { kind: 'double-exponential', upShare: 0, up: 0.05, down: 0.08 },
  ];

  it.each(laws)('has the moments of its law: $kind', (law) => {
    const random = seededRandom(5);
    const count = 100_000;
    const jumps = Float64Array.from({ length: count }, () => jumpDraw(law, random));
    const mean = (of: (j: number) => number): number => jumps.reduce((sum, j) => sum + of(j), 0) / count;
    const sd = Math.sqrt(meanSquareJump(law));
    const near = (4 * sd) / Math.sqrt(count); // four standard errors, the jumps' spread being about sd
    expect(Math.abs(mean((j) => j) - meanLogJump(law))).toBeLessThan(near);
    expect(Math.abs(mean(Math.expm1) - meanJump(law))).toBeLessThan(near);
    expect(mean((j) => j * j) / sd ** 2).toBeCloseTo(1, 1); // kurtosis up to 6: sd of this mean .008
  });
});
