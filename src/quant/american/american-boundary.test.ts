import { describe, expect, it } from 'vitest';
import { PreconditionError } from '../../core/errors.ts';
import type { Accuracy } from './accuracy.ts';
import { americanBoundary, type BoundaryInputs } from './american-boundary.ts';
import { americanPremium } from './american-premium.ts';

const terms: BoundaryInputs = { right: 'put', vol: 0.2, expiry: 1, rate: 0.05, yield: 0.02 };
const ACCURACIES: readonly Accuracy[] = ['fast', 'accurate', 'precise'];

it('comes nearer with every accuracy', () => {
  const premiums = ACCURACIES.map((accuracy): number =>
    americanPremium(americanBoundary({ ...terms, accuracy }), 95, 100),
  );
  const [fast, accurate, precise] = premiums as [number, number, number];
  expect(Math.abs(fast - precise)).toBeLessThan(1e-3);
  expect(Math.abs(accurate - precise)).toBeLessThan(3e-5);
  expect(americanPremium(americanBoundary(terms), 95, 100)).toBe(accurate);
});

it('is the same boundary for the same terms, whatever was solved in between', () => {
  const first = americanBoundary(terms);
  americanBoundary({ ...terms, vol: 0.9, rate: 0.01 });
  expect(americanBoundary(terms)).toEqual(first);
});

describe('a boundary is found', () => {
  const solved = (change: Partial<BoundaryInputs>): boolean =>
    ACCURACIES.every((accuracy) => americanBoundary({ ...terms, ...change, accuracy }).isSolved);

  it('for every rate, yield, vol and time an option comes with', () => {
    // of puts: a call is one with rate and yield exchanged
    for (const expiry of [1 / 525_600, 1 / 365, 0.25, 3])
      for (const vol of [0.03, 0.2, 1.5])
        for (const rate of [-0.03, -0.005, 0, 0.001, 0.05, 0.15])
          for (const dividends of [-0.02, 0, 0.013, 0.0501, 0.2])
            expect(solved({ expiry, vol, rate, yield: dividends })).toBe(true);
  });

  it('for more drift than a grid could follow, since the time is cut', () => {
    expect(solved({ vol: 0.002, expiry: 30, yield: 0 })).toBe(true);
    expect(americanBoundary({ ...terms, vol: 0.002, expiry: 30, yield: 0 }).put.T).toBeLessThan(1);
  });
});

it('says so where it has only a rough one', () => {
  const wild = americanBoundary({ ...terms, vol: 0.45, expiry: 14.6, rate: 8.6e-8, yield: -0.83 });
  expect(wild.isSolved).toBe(false);
  // QuantLib 1.29 FdBlackScholesVanillaEngine, 2000 steps and points, 5329 days
  expect(Math.abs(americanPremium(wild, 100, 100) - 4.732757574)).toBeLessThan(0.1);
});

it('has none where early exercise never pays, or could not add 1e-16 of the strike', () => {
  expect(americanBoundary({ ...terms, right: 'call', yield: 0 }).upper).toBeUndefined();
  expect(americanBoundary({ ...terms, rate: -0.01 }).upper).toBeUndefined();
  expect(americanBoundary({ ...terms, rate: 1e-17 }).upper).toBeUndefined();
  expect(americanBoundary({ ...terms, expiry: 0 }).upper).toBeUndefined();
  expect(americanBoundary({ ...terms, vol: 0 }).upper).toBeUndefined();
});

it('refuses terms that are none, naming them', () => {
  expect(() => americanBoundary({ ...terms, vol: Number.NaN })).toThrow(
    'vol must be finite and >= 0, was NaN',
  );
  expect(() => americanBoundary({ ...terms, expiry: -1 })).toThrow('expiry must be finite and >= 0, was -1');
  expect(() => americanBoundary({ ...terms, rate: Number.POSITIVE_INFINITY })).toThrow(PreconditionError);
  expect(() => americanBoundary({ ...terms, yield: Number.NaN })).toThrow('yield must be finite, was NaN');
});
