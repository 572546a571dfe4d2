import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  bareMarket,
  bookOf,
  condor,
  ladder,
  option,
  position,
  quotedMarket,
} from '../../../test/fixtures/scenario-market.ts';
import { isoDate } from '../../core/dates.ts';
import { futureContract } from '../../market/contract-registry.ts';
import type { Position } from '../position.ts';
import { type JointShock, NO_MOVE } from './joint-shock.ts';
import { type Outcome, outcomeOf } from './outcome.ts';
import type { ScenarioBook } from './scenario-book.ts';

const other = position('vx', 'other', [
  { contract: futureContract('VX', isoDate('2027-01-20')), quantity: -1 },
]);
const BOOK: readonly Position[] = [condor(2), condor(7, 'XSP', '2026-12-04'), ...ladder(), other];

function outcome(book: ScenarioBook, shock: JointShock): Outcome {
  const done = outcomeOf(book, shock);
  if (!done.ok) throw new Error(JSON.stringify(done.failure));
  return done.value;
}

const shocks = fc.record({
  spx: fc.double({ min: -0.3, max: 0.2, noNaN: true }),
  vix: fc.double({ min: -8, max: 60, noNaN: true }),
  days: fc.integer({ min: 0, max: 40 }),
});

describe.each([
  ['with quotes', quotedMarket()],
  ['without quotes', bareMarket()],
])('a shock to a book %s', (_, quoted) => {
  const book = bookOf(quoted, BOOK);

  it('is nothing to the cent when nothing is shocked', () => {
    const still = outcome(book, NO_MOVE);
    expect([still.core, still.hedge, still.other, still.total]).toEqual([0, 0, 0, 0]);
    expect(still.legs.filter(({ pnl }) => !Object.is(pnl, 0))).toEqual([]);
    expect(still.legs.map(({ after }) => after)).toEqual(book.legs.map(({ value }) => value));
  });

  it('adds up to the cent: legs to positions, positions to layers, layers to the book', () => {
    fc.assert(
      fc.property(shocks, (shock) => {
        const done = outcome(book, shock);
        const total = (parts: readonly { readonly pnl: number }[]) =>
          parts.reduce((sum, { pnl }) => sum + pnl, 0);
        expect(total(done.legs)).toBe(done.total);
        expect(total(done.positions)).toBe(done.total);
        expect(total(done.layers)).toBe(done.total);
        expect(done.core + done.hedge + done.other).toBe(done.total);
        expect(done.legs.every(({ pnl }) => Number.isInteger(pnl))).toBe(true);
      }),
      { numRuns: 30 },
    );
  });

  it('grows with the quantity of a leg, to the cent', () => {
    fc.assert(
      fc.property(shocks, fc.integer({ min: -50, max: 50 }), (shock, n) => {
        const legs = (quantity: number) => [
          position('a', 'hedge.L1', [{ contract: option('VIX', '2026-12-16', 20, 'call'), quantity }]),
        ];
        fc.pre(n !== 0);
        const single = outcome(bookOf(quoted, legs(1)), shock).total;
        expect(outcome(bookOf(quoted, legs(n)), shock).total).toBe(n * single + 0);
      }),
      { numRuns: 15 },
    );
  });

  it('makes ten XSP condors what one SPXW condor is', () => {
    fc.assert(
      fc.property(shocks, (shock) => {
        const xsp = outcome(bookOf(quoted, [condor(10, 'XSP')]), shock).total;
        const spxw = outcome(bookOf(quoted, [condor(1)]), shock).total;
        // Half a cent on each of 4 legs of 10 contracts, and of the four of SPXW.
        expect(Math.abs(xsp - spxw)).toBeLessThanOrEqual(22);
      }),
      { numRuns: 15 },
    );
  });

  it('says what each layer makes up for of what the core loses', () => {
    const done = outcome(book, { spx: -0.08, vix: 20, days: 0 });
    expect(done.core).toBeLessThan(0);
    const hedges = done.layers.filter(({ purpose }) => purpose.startsWith('hedge.'));
    expect(hedges.map(({ purpose }) => purpose)).toEqual(['hedge.L1', 'hedge.L2', 'hedge.L3']);
    for (const { pnl, shareOfCoreLoss } of hedges) expect(shareOfCoreLoss).toBe(pnl / -done.core);
    expect(done.layers.find(({ purpose }) => purpose === 'condor')?.shareOfCoreLoss).toBeUndefined();
    // The front moves most per contract, and a short future loses.
    const [l1, l2] = hedges;
    expect(l1?.pnl).toBeGreaterThan(l2?.pnl ?? 0);
    expect(done.other).toBeLessThan(0);
  });

  it('is refused with the range when it lies outside', () => {
    expect(outcomeOf(book, { spx: -0.7, vix: 0, days: 0 })).toMatchObject({
      failure: { code: 'spx-outside' },
    });
  });
});

describe('what is held at an edge', () => {
  const book = bookOf(quotedMarket(), BOOK);
  const codes = (shock: JointShock) => new Set(outcome(book, shock).clipped.map(({ code }) => code));

  it('is nothing for a usual move of a book inside the quotes', () => {
    expect(
      outcomeOf(bookOf(quotedMarket(), [condor(2), ...ladder().slice(0, 2)]), {
        spx: -0.02,
        vix: 4,
        days: 0,
      }),
    ).toMatchObject({
      value: { clipped: [] },
    });
  });

  it('is said: beyond quotes, beyond the grid, beyond the last VX, factors off the grid, hours to go', () => {
    expect(codes(NO_MOVE)).toEqual(new Set(['beyond-vx-curve']));
    expect(codes({ spx: -0.3, vix: 0, days: 0 })).toContain('strike-outside-quotes');
    expect(codes({ spx: -0.3, vix: 0, days: 0 })).toContain('strike-outside-grid');
    expect(codes({ spx: -0.1, vix: 85, days: 0 })).toContain('state-outside-grid');
    expect(codes({ spx: 0, vix: 0, days: 14.5 })).toContain('maturity-outside-grid');
  });

  it('ends when the time left is short enough for the quotes', () => {
    // 209 days out and the last VX quoted 118: after 110 days 99 are left.
    expect(codes({ spx: 0, vix: 0, days: 110 })).not.toContain('beyond-vx-curve');
  });

  it('names the contract, what was asked and what was used', () => {
    const { clipped } = outcome(book, NO_MOVE);
    expect(clipped[0]).toMatchObject({ subject: 'VIX   270616C00027500' });
    expect(clipped[0]?.asked).toBeGreaterThan(clipped[0]?.used ?? Number.NaN);
  });
});
