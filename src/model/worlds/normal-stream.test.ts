import { describe, expect, it } from 'vitest';
import { normalDraw, seededRandom } from '../../core/random.ts';
import { normalCdf } from '../../quant/normal.ts';
import { normalStream } from './normal-stream.ts';

const COUNT = 100_000;
const draws = (seed: number): Float64Array => {
  const normal = normalStream(seededRandom(seed));
  return Float64Array.from({ length: COUNT }, normal);
};

describe('normalStream', () => {
  it('gives the draws of normalDraw at every other place', () => {
    const stream = draws(7);
    const random = seededRandom(7);
    for (let i = 0; i < 1000; i += 2) expect(stream[i]).toBe(normalDraw(random));
  });

  it('is standard normal by its greatest gap to the distribution function', () => {
    const sorted = draws(3).sort();
    let gap = 0;
    sorted.forEach((x, i) => {
      gap = Math.max(gap, Math.abs(normalCdf(x) - i / COUNT), Math.abs(normalCdf(x) - (i + 1) / COUNT));
    });
    expect(gap * Math.sqrt(COUNT)).toBeLessThan(1.63); // Kolmogorov's 1 % point
  });

  it('has no correlation between neighbours, nor between their squares', () => {
    const stream = draws(11);
    const product = (power: number): number => {
      let sum = 0;
      for (let i = 1; i < COUNT; i++)
        sum += ((stream[i] ?? 0) ** power - (power - 1)) * ((stream[i - 1] ?? 0) ** power - (power - 1));
      return sum / COUNT;
    };
    expect(Math.abs(product(1))).toBeLessThan(4 / Math.sqrt(COUNT)); // four standard errors
    expect(Math.abs(product(2))).toBeLessThan(8 / Math.sqrt(COUNT)); // Var(z^2) = 2
  });
});
