import { beforeAll, describe, expect, it } from 'vitest';
import { countEpisodes, measuredBucket } from '../bench/measure/model/conditional-vix-facts.ts';
import { type Fact, fact } from '../bench/measure/model/fact.ts';
import { scenarioFacts } from '../bench/measure/model/scenario-facts.ts';
import { atLevel, fitKnot, powerOf } from '../bench/measure/model/slope-moves.ts';
import { describeWithShared, sharedPath } from './shared-data.ts';

const astray = (facts: readonly Fact[]) =>
  facts.filter(({ committed, recomputed }) => committed !== recomputed);

describeWithShared('the facts behind the scenarios', () => {
  let facts: readonly Fact[];
  beforeAll(() => {
    facts = scenarioFacts(sharedPath());
  });

  it('are many, and each is told apart by its id', () => {
    expect(facts.length).toBeGreaterThan(400);
    expect(new Set(facts.map(({ id }) => id)).size).toBe(facts.length);
  });

  it('are what the data says, to the digits they are printed with', () => {
    expect(astray(facts)).toEqual([]);
  });
});

describe('finding them again', () => {
  it('tells a wrong last digit, and a number where there is none', () => {
    expect(astray([fact('a', 0.1235, 0.12341, 4)])).toHaveLength(1);
    expect(astray([fact('b', 0.1234, 0.12341, 4)])).toHaveLength(0);
    expect(astray([fact('c', 0.5, undefined, 4), fact('d', undefined, 0.5, 4)])).toHaveLength(2);
    expect(astray([fact('e', undefined, undefined, 4)])).toHaveLength(0);
  });

  it('counts windows that do not overlap', () => {
    expect(countEpisodes([0, 1, 4, 5, 6, 20], 5)).toBe(3);
    expect(countEpisodes([], 5)).toBe(0);
  });

  it('keeps the lower edge of a bucket and leaves the upper to the next', () => {
    const moves = [-0.02, -0.015, -0.01].map((spx, start) => ({ start, spx, vix: 10 * start }));
    expect(measuredBucket(moves, 1, -0.02, -0.01)).toMatchObject({ n: 2, median: 5, centre: -0.0175 });
  });

  it('finds the powers it was given', () => {
    const moves = [14, 22, 33, 51].map((after, start) => {
      const [low, high] = atLevel(30)(13, after);
      const lnLonger = 0.55 * low + 0.9 * high;
      return { start, vix: 13, after, lnVix: Math.log(after / 13), lnLonger, isOf2020: false };
    });
    const { below, above } = fitKnot(moves, atLevel(30));
    expect([below, above].map((power) => power.toFixed(12))).toEqual(['0.550000000000', '0.900000000000']);
    expect(powerOf(moves.slice(0, 2))).toBeCloseTo(0.55, 12);
  });
});
