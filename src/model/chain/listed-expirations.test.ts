import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { heldChains } from '../../../bench/measure/model/held-files.ts';
import { describeWithShared, sharedPath } from '../../../test/shared-data.ts';
import { addDays, dateOfDay, dayNumber, daysBetween, isoDate, monthOf } from '../../core/dates.ts';
import type { IsoDate } from '../../core/units.ts';
import { isListed } from '../../market/listing-history.ts';
import { isSession, stockClose } from '../../market/session-calendar.ts';
import { settlementInstant } from '../../market/settlement.ts';
import { listedExpirations } from './listed-expirations.ts';

const listed = (underlying: 'SPX' | 'VIX', on: string) =>
  listedExpirations(underlying, isoDate(on), stockClose(isoDate(on)));
const named = (all: ReturnType<typeof listed>): string[] => all.map((one) => `${one.root} ${one.expiration}`);

const anySession = fc
  .integer({ min: dayNumber(isoDate('2006-03-01')), max: dayNumber(isoDate('2028-06-30')) })
  .map(dateOfDay)
  .filter(isSession);

describe('listedExpirations', () => {
  it('has both roots of a third Friday, the morning one first, and no series that has settled', () => {
    const thursday = named(listed('SPX', '2026-11-19'));
    expect(thursday.slice(0, 3)).toEqual(['SPX 2026-11-20', 'SPXW 2026-11-20', 'SPXW 2026-11-23']);
    const friday = named(listed('SPX', '2026-11-20'));
    expect(friday[0]).toBe('SPXW 2026-11-23');
  });

  it('has weeklies as the exchange brought them in', () => {
    const weekdays = (on: string): number => listed('SPX', on).filter(({ root }) => root === 'SPXW').length;
    expect(named(listed('SPX', '2005-06-01')).every((name) => name.startsWith('SPX '))).toBe(true);
    expect(weekdays('2008-06-02')).toBe(1); // one Friday at a time
    expect(weekdays('2015-06-01')).toBeLessThan(weekdays('2019-06-03'));
    expect(weekdays('2019-06-03')).toBeLessThan(weekdays('2023-06-01'));
  });

  it('has VIX months and, since October 2015, six weeklies', () => {
    expect(named(listed('VIX', '2015-09-01')).some((name) => name.startsWith('VIXW'))).toBe(false);
    const roots = listed('VIX', '2026-11-19').map(({ root }) => root);
    expect(roots.filter((root) => root === 'VIXW').length).toBeGreaterThanOrEqual(6);
    expect(roots.filter((root) => root === 'VIX').length).toBeGreaterThanOrEqual(9);
  });

  it('has exactly what the programmes list within reach, but for months the exchange skips far out', () => {
    const reach = { SPX: 730, SPXW: 375, VIX: 285, VIXW: 57 } as const;
    const isSkipped = (root: string, expiration: IsoDate, on: IsoDate): boolean =>
      (root === 'SPX' && daysBetween(on, expiration) > 400 && monthOf(expiration) % 6 !== 0) ||
      (root === 'SPXW' && daysBetween(on, expiration) > 185 && monthOf(expiration) % 3 !== 0);
    fc.assert(
      fc.property(anySession, (on) => {
        const asOf = stockClose(on);
        const slow = (root: keyof typeof reach): string[] =>
          Array.from({ length: reach[root] + 1 }, (_, ahead) => addDays(on, ahead))
            .filter((expiration) => isListed(root, expiration, on) && !isSkipped(root, expiration, on))
            .filter((expiration) => settlementInstant(root, expiration) > asOf)
            .map((expiration) => `${root} ${expiration}`);
        expect(named(listedExpirations('SPX', on, asOf)).sort()).toEqual(
          [...slow('SPX'), ...slow('SPXW')].sort(),
        );
        expect(named(listedExpirations('VIX', on, asOf)).sort()).toEqual(
          [...slow('VIX'), ...slow('VIXW')].sort(),
        );
      }),
      { numRuns: 12 },
    );
  });

  it('ascends by settlement', () => {
    fc.assert(
      fc.property(anySession, (on) => {
        const settles = listedExpirations('SPX', on, stockClose(on)).map(({ root, expiration }) =>
          settlementInstant(root, expiration),
        );
        expect([...settles].sort((a, b) => a - b)).toEqual(settles);
      }),
      { numRuns: 20 },
    );
  });
});

describeWithShared('listed expirations beside real chains', () => {
  it.each([
    ['SPX', '2019-05-20', 8],
    ['SPX', '2022-03-23', 8],
    ['SPX', '2023-05-19', 8],
    ['VIX', '2023-05-15', 3],
  ] as const)('%s of %s: all of them within two years, and at most %d more', async (underlying, on, more) => {
    for await (const { snapshot } of heldChains(sharedPath(), { underlying, sessions: [isoDate(on)] })) {
      const ours = new Set(named(listed(underlying, on)));
      const real = snapshot.chains
        .filter(({ root, expiration }) => settlementInstant(root, expiration) > stockClose(isoDate(on)))
        .filter(({ expiration }) => daysBetween(isoDate(on), expiration) <= 730)
        .map(({ root, expiration }) => `${root} ${expiration}`);
      expect(real.filter((name) => !ours.has(name))).toEqual([]);
      expect(ours.size - real.length).toBeLessThanOrEqual(more);
    }
  });
});
