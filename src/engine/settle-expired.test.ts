import { describe, expect, it } from 'vitest';
import { dayNumber, isoDate } from '../core/dates.ts';
import { newYorkInstant } from '../core/new-york.ts';
import { cents, dollars, type IsoDate } from '../core/units.ts';
import type { OptionRoot } from '../market/contract.ts';
import { optionContract } from '../market/contract-registry.ts';
import { type History, historyThrough, type Series } from '../market/history.ts';
import type { Position } from '../portfolio/position.ts';
import { settleExpired } from './settle-expired.ts';

const EXPIRATION = isoDate('2019-06-07');

const closeOf = (value: number): Series => ({
  name: 'SPX.close',
  days: Int32Array.from([dayNumber(EXPIRATION)]),
  values: Float64Array.from([value]),
  availableAt: Float64Array.from([newYorkInstant(EXPIRATION, 17 * 60)]),
  tags: [],
});

const pastAt = (date: string, hour: number, close?: number): History =>
  historyThrough(
    new Map(close === undefined ? [] : [['SPX.close', closeOf(close)]]),
    [],
    newYorkInstant(isoDate(date), hour * 60),
  );

function condor(root: OptionRoot, scale = 1, expiration: IsoDate = EXPIRATION): Position {
  const leg = (right: 'call' | 'put', strike: number, quantity: number) => ({
    contract: optionContract({ root, expiration, strike: strike / scale, right }),
    quantity,
  });
  return {
    id: `${root} condor`,
    purpose: 'condor',
    legs: [leg('put', 2700, 2), leg('put', 2750, -2), leg('call', 2900, -2), leg('call', 2950, 2)],
    opened: isoDate('2019-05-09'),
    premium: cents(-90_000),
  };
}

const bookOf = (...positions: Position[]) => ({ cash: dollars(100_000), positions });

describe('settling what expired', () => {
  it('pays nothing for a condor that ends between its shorts', () => {
    const { book, settled } = settleExpired(bookOf(condor('SPXW')), pastAt('2019-06-07', 17, 2873.34));
    expect(book).toEqual({ cash: dollars(100_000), positions: [] });
    expect(settled).toMatchObject([{ cash: 0, value: 2873.34 }]);
  });

  it('pays the intrinsic value on the close, by hand: 2 x (2750 - 2730) x $100', () => {
    const { book } = settleExpired(bookOf(condor('SPXW')), pastAt('2019-06-07', 17, 2730));
    expect(book.cash).toBe(dollars(100_000 - 4_000));
  });

  it('never pays more than the wing, however far the index fell', () => {
    const { book } = settleExpired(bookOf(condor('SPXW')), pastAt('2019-06-07', 17, 1200));
    expect(book.cash).toBe(dollars(100_000 - 2 * 50 * 100));
  });

  it('settles XSP on a tenth of the index', () => {
    const { book } = settleExpired(bookOf(condor('XSP', 10)), pastAt('2019-06-07', 17, 2730));
    expect(book.cash).toBe(dollars(100_000 - 400));
  });

  it('leaves alone what has not expired by the instant asked', () => {
    const open = bookOf(condor('SPXW'));
    expect(settleExpired(open, pastAt('2019-06-07', 15, 2873.34)).book).toEqual(open);
  });

  it('keeps and names a position whose settlement value is not known, and never guesses it', () => {
    const am = condor('SPX', 1, isoDate('2019-06-21'));
    const result = settleExpired(bookOf(am), pastAt('2019-06-24', 17, 2945.35));
    expect(result.book.positions).toEqual([am]);
    expect(result.unsettled).toEqual([am]);
    const noClose = settleExpired(bookOf(condor('SPXW')), pastAt('2019-06-10', 17));
    expect(noClose.unsettled.map(({ id }) => id)).toEqual(['SPXW condor']);
  });
});
