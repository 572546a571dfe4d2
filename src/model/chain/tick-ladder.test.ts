import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isoDate } from '../../core/dates.ts';
import { contractFacts } from '../../market/contract-registry.ts';
import { roundToTick, tickAt } from '../../market/ticks.ts';
import { tickAbove, tickBelow, tickLadder } from './tick-ladder.ts';

const TIERS = (['SPX', 'XSP', 'VIX', 'VIXW'] as const).map(
  (root) => contractFacts(root, isoDate('2026-11-19')).ticks,
);

it('is roundToTick at the tick of the price, in either direction', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...TIERS),
      fc.oneof(
        fc.double({ min: 0, max: 6000, noNaN: true }),
        fc.integer({ min: 0, max: 60_000 }).map((n) => n / 100),
      ),
      (tiers, price) => {
        const ladder = tickLadder(tiers);
        const tick = tickAt(tiers, price);
        expect(tickBelow(ladder, price)).toBe(roundToTick(price, tick, 'down'));
        expect(tickAbove(ladder, price)).toBe(roundToTick(price, tick, 'up'));
      },
    ),
    { numRuns: 2000 },
  );
});

it('knows the ticks of SPX: a nickel below three, a dime from there', () => {
  const ladder = tickLadder(TIERS[0] ?? []);
  expect([tickBelow(ladder, 2.97), tickAbove(ladder, 2.97)]).toEqual([2.95, 3]);
  expect([tickBelow(ladder, 3.17), tickAbove(ladder, 3.17)]).toEqual([3.1, 3.2]);
  expect([tickBelow(ladder, 0.1 + 0.2), tickAbove(ladder, 0.1 + 0.2)]).toEqual([0.3, 0.3]);
});

it('refuses tiers that leave low prices without a tick', () => {
  expect(() => tickLadder([{ from: 3, tick: 0.1 }])).toThrow('tiers must begin at 0');
  expect(() => tickLadder([])).toThrow('tiers must begin at 0');
});
