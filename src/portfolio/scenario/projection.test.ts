import { describe, expect, it } from 'vitest';
import {
  ABOVE,
  bareMarket,
  bookOf,
  condor,
  ladder,
  marketOf,
  quotedMarket,
  VIX,
} from '../../../test/fixtures/scenario-market.ts';
import { indexExpiration, indexVol } from '../../model/model-market.ts';
import { totalVarianceTo } from '../../model/variance-curve.ts';
import { expectedMove } from './expected-move.ts';
import { outcomeOf } from './outcome.ts';
import { PROJECTED_CASES, PROJECTED_DAYS, projectBook } from './projection.ts';

describe('the expected move', () => {
  it('is vol times root of time at the money where a smile is quoted', () => {
    const market = marketOf(quotedMarket());
    const [, view] = market.quoted.surface.expirations;
    const years = view?.expiry ?? 0;
    const { smile, forward } = indexExpiration(
      market.today,
      'SPX',
      view?.chain.expiration ?? market.quoted.session,
    );
    const vol = ABOVE.index(0) * indexVol({ smile, forward, years, discount: 1 }, forward);
    expect(expectedMove(market, years) / (vol * Math.sqrt(years))).toBeCloseTo(1, 2); // the fit's .2 %
  });

  it('grows with time, from nothing', () => {
    const market = marketOf(quotedMarket());
    const moves = [1e-9, 3, 7, 10, 14, 21, 40, 90].map((days) => expectedMove(market, days / 365));
    expect(moves[0]).toBeLessThan(1e-4);
    expect([...moves].sort((a, b) => a - b)).toEqual(moves);
  });

  it("is the model's expected variance where no smile is quoted", () => {
    const market = marketOf(bareMarket());
    expect(expectedMove(market, 0.1)).toBe(Math.sqrt(totalVarianceTo(market.today.smiles.curve, 0.1)));
  });
});

describe('a book some days on', () => {
  const book = bookOf(quotedMarket(), [condor(2), ...ladder()]);
  const { cells, leftOut } = projectBook(book);
  const cell = (days: number, which: string) => cells.find((one) => one.days === days && one.case === which);

  it('is looked at in five cases on five days', () => {
    expect(cells).toHaveLength(PROJECTED_DAYS.length * PROJECTED_CASES.length);
    expect(leftOut).toEqual([]);
  });

  it('earns on the condor and pays for the hedge while nothing moves', () => {
    for (const [i, days] of PROJECTED_DAYS.entries()) {
      const flat = cell(days, 'flat');
      expect([flat?.spx, flat?.vix]).toEqual([0, VIX]);
      expect(flat?.core).toBeGreaterThan(cell(PROJECTED_DAYS[i - 1] ?? 0, 'flat')?.core ?? 0);
      expect(flat?.hedge).toBeLessThan(0);
    }
  });

  it('is what a shock of that kind does', () => {
    const down = cell(7, 'down');
    expect(down?.spx).toBeCloseTo(-expectedMove(book.market, 7 / 365), 12);
    expect(down?.vix).toBeGreaterThan(VIX);
    expect(cell(7, 'up')?.vix).toBeLessThan(VIX);
    const flat = outcomeOf(book, { spx: 0, vix: 0, days: 7 });
    expect(flat).toMatchObject({ value: { total: cell(7, 'flat')?.total } });
    expect(cell(7, 'vol-up')?.vix).toBeCloseTo(1.2 * VIX, 12);
  });

  it('gains on the hedge when vols rise and loses when they fall', () => {
    for (const days of PROJECTED_DAYS) {
      expect(cell(days, 'vol-up')?.hedge).toBeGreaterThan(cell(days, 'flat')?.hedge ?? 0);
      expect(cell(days, 'vol-down')?.hedge).toBeLessThan(cell(days, 'flat')?.hedge ?? 0);
    }
  });

  it('leaves out what the model does not show, and says so', () => {
    const low = projectBook(bookOf(bareMarket({ vix: 5.6, vix3m: 8.8 }), [condor()]));
    expect(low.leftOut.map((one) => one.case)).toContain('vol-down');
    expect(low.cells.length + low.leftOut.length).toBe(25);
  });
});
