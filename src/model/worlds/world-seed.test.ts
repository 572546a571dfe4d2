import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PreconditionError } from '../../core/errors.ts';
import { checkedSeed, worldStreams } from './world-seed.ts';

const firstOf = (seed: number): number[] => {
  const { diffusion, jumpTimes, jumpSizes } = worldStreams(seed);
  return [diffusion(), jumpTimes(), jumpSizes()];
};

describe('the seed of a world', () => {
  it.each([1.5, Number.NaN, Number.POSITIVE_INFINITY])('is refused by name when it is %s', (seed) => {
    expect(() => checkedSeed(seed)).toThrow(PreconditionError);
    expect(() => checkedSeed(seed)).toThrow(`seed must be an integer, was ${seed}`);
  });

  it.each([-1, 2 ** 32])('is refused at %s, where it would repeat another seed', (seed) => {
    expect(() => worldStreams(seed)).toThrow('seed must be in [0, 4294967295]');
  });

  it('gives three streams that differ, the same ones each time', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 32 - 1 }), (seed) => {
        expect(firstOf(seed)).toEqual(firstOf(seed));
        expect(new Set(firstOf(seed)).size).toBe(3);
      }),
    );
  });

  it('leads to other streams from the next seed on', () => {
    const firsts = Array.from({ length: 1000 }, (_, seed) => firstOf(seed)).flat();
    expect(new Set(firsts).size).toBeGreaterThan(2995); // 3,000 draws of 2^32: one pair in a thousand such sets
  });
});
