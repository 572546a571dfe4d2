import { expect, it } from 'vitest';
import { isoDate } from '../../core/dates.ts';
import type { Chain } from '../../market/chain.ts';
import { stockClose } from '../../market/session-calendar.ts';
import { countQuotes } from './count-quotes.ts';

it('counts each contract once, by what its quote is worth', () => {
  const chain: Chain = {
    root: 'SPXW',
    expiration: isoDate('2026-12-18'),
    asOf: stockClose(isoDate('2026-11-19')),
    quotes: 'simulated',
    strikes: Float64Array.of(1, 2, 3, 4),
    call: { bid: Float64Array.of(1, 0, 0, 2), ask: Float64Array.of(2, 1, 0, 1) },
    put: { bid: Float64Array.of(0, 1, 1, 1), ask: Float64Array.of(1, 1, 2, 2) },
  };
  expect(countQuotes([chain])).toEqual({
    contracts: 8,
    expirations: 1,
    usable: 4,
    oneSided: 2,
    empty: 1,
    crossed: 1,
    duplicates: 0,
  });
});
