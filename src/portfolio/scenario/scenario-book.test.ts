import { describe, expect, it } from 'vitest';
import {
  bareMarket,
  bookOf,
  condor,
  ladder,
  marketOf,
  option,
  position,
  quotedMarket,
} from '../../../test/fixtures/scenario-market.ts';
import type { Contract } from '../../market/contract.ts';
import { scenarioBook } from './scenario-book.ts';

const one = (contract: Contract) => [position('mine', 'other', [{ contract, quantity: 1 }])];

describe('a book made ready', () => {
  it('says which legs are anchored and which are modelled', () => {
    const { legs } = bookOf(quotedMarket(), [condor(), ...ladder()]);
    expect(legs.map(({ pricing }) => pricing)).toEqual([
      ...Array(4).fill('anchored'), // quoted expiration
      'anchored', // quoted VIX options
      'anchored',
      'modelled', // beyond the quoted ones
    ]);
    const bare = bookOf(bareMarket(), [condor(), ...ladder()]);
    expect(new Set(bare.legs.map(({ pricing }) => pricing))).toEqual(new Set(['modelled']));
  });

  it.each<[string, Contract, string, string]>([
    ['on SPY', option('SPY', '2026-12-18', 650, 'put'), 'not-modelled', 'SPY   261218P00650000'],
    [
      'settled before the quotes',
      option('SPXW', '2026-11-19', 6600, 'put'),
      'expired',
      'SPXW  261119P06600000',
    ],
    ['beyond three years', option('SPX', '2030-12-20', 6600, 'put'), 'too-long', 'SPX   301220P06600000'],
  ])('refuses a contract %s, by its name', (_, contract, code, symbol) => {
    const refused = scenarioBook(marketOf(bareMarket()), one(contract));
    expect(refused).toMatchObject({ ok: false, failure: { code, symbol, position: 'mine' } });
  });

  it('takes a contract that settles a minute after the quotes', () => {
    const { surface } = bareMarket();
    const market = marketOf(
      bareMarket({ surface: { ...surface, asOf: (surface.asOf - 16 * 60_000) as typeof surface.asOf } }),
    );
    expect(scenarioBook(market, one(option('SPXW', '2026-11-19', 6600, 'put'))).ok).toBe(true);
  });
});
