import { expect, it } from 'vitest';
import { huberWeights } from './svi-huber.ts';

const weight = Float64Array.from({ length: 41 }, (_, i) => 1 + (i % 2));
/** A ripple; the residual at 30 is off by `jump`. */
const residualWith = (jump: number): Float64Array =>
  weight.map((_, i) => 1e-4 * ((i % 3) - 1 + 0.01 * i) + (i === 30 ? jump : 0));

it('returns the very weights when nothing lies far off', () => {
  expect(huberWeights(residualWith(0), weight)).toBe(weight);
});

it('weighs an outlier so that it pulls as hard as one at the limit, and only it', () => {
  const residual = residualWith(0.02);
  const pull = weight.map((h, i) => Math.abs(residual[i] as number) * Math.sqrt(h));
  const limit = 2.5 * 1.4826 * (pull.slice().sort()[20] as number);
  const damped = huberWeights(residual, weight);
  damped.forEach((h, i) => {
    const own = weight[i] as number;
    expect(h).toBeCloseTo(own * Math.min(1, limit / (pull[i] as number)), 12);
  });
  expect(damped[30]).toBeLessThan(0.1);
  expect(damped.filter((h, i) => h !== weight[i])).toHaveLength(1);
});

it('does not mind a sign or a common scale', () => {
  const residual = residualWith(0.02);
  const damped = huberWeights(residual, weight);
  const mirrored = huberWeights(
    residual.map((r) => -8 * r),
    weight,
  );
  expect(mirrored).toEqual(damped); // 8 is a power of two: no rounding
});
