import { describe, expect, it } from 'vitest';
import { leg } from '../../test/legs.ts';
import { isoDate } from '../core/dates.ts';
import { dollars, points } from '../core/units.ts';
import { type MarkContract, markBook } from './marks.ts';
import type { Book } from './position.ts';

const BOOK: Book = {
  cash: dollars(1000),
  positions: [
    {
      id: 'a',
      purpose: 'other',
      opened: isoDate('2019-05-09'),
      premium: dollars(-300),
      legs: [leg(-2, 'SPXW', '2019-06-14', 2700, 'put'), leg(2, 'SPXW', '2019-06-14', 2650, 'put')],
    },
    {
      id: 'b',
      purpose: 'hedge.L1',
      opened: isoDate('2019-05-09'),
      premium: dollars(440),
      legs: [leg(4, 'VIX', '2019-06-19', 18, 'call')],
    },
  ],
};

const mark: MarkContract = (contract) =>
  contract.kind === 'option' && contract.root === 'VIX'
    ? { value: points(1.5), source: 'modelled' }
    : { value: points(contract.kind === 'option' && contract.strike === 2700 ? 3 : 2), source: 'quoted' };

describe('markBook', () => {
  it('values every position, its gain, and cash plus all of it', () => {
    const marked = markBook(BOOK, mark);
    expect(marked.positions.map(({ value, gain, source }) => [value, gain, source])).toEqual([
      [dollars(-200), dollars(100), 'quoted'],
      [dollars(600), dollars(160), 'modelled'],
    ]);
    expect([marked.value, marked.nav, marked.unmarked]).toEqual([dollars(400), dollars(1400), []]);
  });

  it('keeps absent absent: a leg without a mark leaves its position and the book without a value', () => {
    const blind = markBook(BOOK, (contract) => (contract.root === 'VIX' ? undefined : mark(contract)));
    expect(blind.positions[0]?.value).toBe(dollars(-200));
    expect(blind.positions[1]).not.toHaveProperty('value');
    expect(blind).not.toHaveProperty('nav');
    expect(blind.unmarked.map(({ root }) => root)).toEqual(['VIX']);
  });

  it('is worth its cash when it holds nothing', () => {
    expect(markBook({ cash: dollars(7), positions: [] }, mark)).toMatchObject({ value: 0, nav: dollars(7) });
  });
});
