import { describe, expect, it } from 'vitest';
import { condorLegs, leg } from '../../test/legs.ts';
import { condorOf } from './condor-legs.ts';

const DATE = '2019-06-14';
const LEGS = condorLegs(3, 'SPXW', DATE, [2700, 2725, 2950, 2975]);

describe('condorOf', () => {
  it('reads the four strikes and the count back from the legs', () => {
    expect(condorOf(LEGS)).toEqual({
      root: 'SPXW',
      expiration: DATE,
      longPut: 2700,
      shortPut: 2725,
      shortCall: 2950,
      longCall: 2975,
      quantity: 3,
      multiplier: 100,
    });
  });

  it.each([
    ['three legs', LEGS.slice(1)],
    ['five legs', [...LEGS, leg(1, 'SPXW', DATE, 3000, 'call')]],
    ['a leg of another size', [...LEGS.slice(1), leg(2, 'SPXW', DATE, 2700, 'put')]],
    ['a leg of another expiration', [...LEGS.slice(1), leg(3, 'SPXW', '2019-06-21', 2700, 'put')]],
    ['a leg of another root', [...LEGS.slice(1), leg(3, 'SPX', '2019-06-21', 2700, 'put')]],
    ['one bought rather than sold', condorLegs(-3, 'SPXW', DATE, [2700, 2725, 2950, 2975])],
    ['an iron butterfly', condorLegs(3, 'SPXW', DATE, [2700, 2800, 2800, 2900])],
    ['crossed wings', condorLegs(3, 'SPXW', DATE, [2725, 2700, 2950, 2975])],
  ])('sees no condor in %s', (_, legs) => {
    expect(condorOf(legs)).toBeUndefined();
  });
});
