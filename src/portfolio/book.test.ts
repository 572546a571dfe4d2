import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { condorLegs, leg } from '../../test/legs.ts';
import { isoDate } from '../core/dates.ts';
import { dollars, points } from '../core/units.ts';
import { type Holding, legsOfBook, openPosition, positionsOf, premiumOf } from './book.ts';
import { condorOf } from './condor-legs.ts';
import type { Leg } from './leg.ts';
import type { Book, Purpose } from './position.ts';

const OPENED = isoDate('2019-05-09');
const held = (
  legs: readonly Leg[],
  prices: readonly number[],
  purpose: Purpose = 'condor',
  opened = OPENED,
): Holding[] =>
  legs.map(({ contract, quantity }, i) => ({
    contract,
    quantity,
    price: points(prices[i] ?? 0),
    opened,
    purpose,
  }));

const CONDOR = held(condorLegs(2, 'SPXW', '2019-06-14', [2700, 2725, 2950, 2975]), [5, 6.5, 4, 2.75]);
const HEDGE = held([leg(4, 'VIX', '2019-06-19', 18, 'call')], [1.1], 'hedge.L1');

describe('positionsOf', () => {
  it('makes one condor of four legs, with the credit as a negative premium', () => {
    const [position, ...others] = positionsOf(CONDOR);
    expect(others).toEqual([]);
    expect(condorOf(position?.legs ?? [])).toMatchObject({ longPut: 2700, longCall: 2975, quantity: 2 });
    // (5 - 6.50 - 4 + 2.75) points x 100 x 2
    expect(position).toMatchObject({
      id: 'condor-20190509-SPXW-20190614',
      premium: dollars(-550),
      opened: OPENED,
    });
  });

  it('keeps apart what differs in purpose, day, root or expiration', () => {
    const later = held(
      condorLegs(1, 'SPXW', '2019-06-14', [2700, 2725, 2950, 2975]),
      [],
      'condor',
      isoDate('2019-05-10'),
    );
    expect(positionsOf([...CONDOR, ...HEDGE, ...later]).map(({ id }) => id)).toEqual([
      'condor-20190509-SPXW-20190614',
      'condor-20190510-SPXW-20190614',
      'hedge.L1-20190509-VIX-20190619',
    ]);
  });

  it('adds up two fills of one contract and drops what nets to nothing', () => {
    const twice = [...HEDGE, ...held([leg(2, 'VIX', '2019-06-19', 18, 'call')], [1.4], 'hedge.L1')];
    expect(positionsOf(twice)[0]).toMatchObject({ legs: [{ quantity: 6 }], premium: dollars(440 + 280) });
    expect(
      positionsOf([...HEDGE, ...held([leg(-4, 'VIX', '2019-06-19', 18, 'call')], [1.4], 'hedge.L1')]),
    ).toEqual([]);
  });

  it('does not depend on the order of the list', () => {
    const all = [...CONDOR, ...HEDGE];
    fc.assert(
      fc.property(fc.shuffledSubarray(all, { minLength: all.length }), (shuffled) => {
        expect(positionsOf(shuffled)).toEqual(positionsOf(all));
      }),
    );
  });
});

describe('openPosition', () => {
  const empty: Book = { cash: dollars(250_000), positions: [] };

  it('moves the premium through cash, so that cash plus cost stays what it was', () => {
    const positions = positionsOf([...CONDOR, ...HEDGE]);
    const book = positions.reduce(openPosition, empty);
    expect(book.cash + premiumOf(book.positions)).toBe(empty.cash);
    expect(book.cash).toBe(dollars(250_000 + 550 - 440));
    expect(legsOfBook(book)).toHaveLength(5);
  });

  it('refuses a position that is open already', () => {
    const [position] = positionsOf(CONDOR);
    if (position === undefined) throw new Error('no position');
    expect(() => openPosition(openPosition(empty, position), position)).toThrow(
      /position\.id must not be open already/,
    );
  });
});
