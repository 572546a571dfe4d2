import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { handChain, strikesFrom } from '../../test/hand-chain.ts';
import { isoDate } from '../core/dates.ts';
import { epochMs, points } from '../core/units.ts';
import type { VxCurve } from './history.ts';
import { optionsClose } from './session-calendar.ts';
import { yearsToExpiry } from './settlement.ts';
import { proxiedVxForward, vxForward } from './vx-forward.ts';

const session = isoDate('2023-05-15');
const asOf = optionsClose(session);
const expiration = isoDate('2023-06-21');
const expiry = yearsToExpiry(asOf, 'VIX', expiration);
const options = {
  chain: handChain({
    root: 'VIX',
    expiration,
    asOf,
    forward: 20.28,
    rate: 0.05,
    strikes: strikesFrom(12, 40, 1),
    vol: () => 0.8,
    halfSpread: 0.05,
  }),
  expiry,
  prior: { rate: 0.05, error: 0.002 },
};
const vx: VxCurve = { session, availableAt: epochMs(0), contracts: [{ expiration, settle: points(20.4) }] };
const family = { vix: 17.3, vix9d: 14, vix3m: 20.9, vix6m: 23 };

describe('proxiedVxForward', () => {
  it('is flat less convexity when the whole family is flat', () => {
    const flat = { vix: 20, vix9d: 20, vix3m: 20, vix6m: 20 };
    expect(proxiedVxForward(flat, 0)).toBeCloseTo(20, 9);
    expect(proxiedVxForward(flat, 73)).toBeCloseTo(20 * (1 - 0.075 * (1 - Math.exp(-1))), 9);
  });

  it('rises along a rising family and falls along a falling one', () => {
    const at = (days: number): number => proxiedVxForward(family, days);
    expect(at(30)).toBeGreaterThan(17.3);
    expect(at(110)).toBeGreaterThan(at(30));
    const panic = { vix: 45, vix3m: 37, vix6m: 33 };
    expect(proxiedVxForward(panic, 110)).toBeLessThan(proxiedVxForward(panic, 10));
  });

  it('is finite and not negative for any family, from today to a year out', () => {
    const level = fc.double({ min: 8, max: 90, noNaN: true });
    const maybe = fc.option(level, { nil: undefined });
    fc.assert(
      fc.property(
        level,
        maybe,
        maybe,
        maybe,
        fc.integer({ min: 0, max: 365 }),
        (vix, vix9d, vix3m, vix6m, days) => {
          const given = {
            vix,
            ...(vix9d === undefined ? {} : { vix9d }),
            ...(vix3m === undefined ? {} : { vix3m }),
            ...(vix6m === undefined ? {} : { vix6m }),
          };
          const value = proxiedVxForward(given, days);
          expect(value).toBeGreaterThanOrEqual(0);
          expect(value).toBeLessThan(400);
        },
      ),
      { seed: 7 },
    );
  });

  it('keeps the variance between two indices', () => {
    // Forward variance over 30-day windows from 30 to 93 days adds up to VIX3M's total less VIX's, convexity put back.
    const bare = (days: number): number =>
      proxiedVxForward(family, days) / (1 - 0.075 * (1 - Math.exp(-days / 365 / 0.2)));
    const three = [0, 30, 60].reduce((sum, days) => sum + bare(days) ** 2 * 30, 0);
    expect(three).toBeGreaterThan(17.3 ** 2 * 30);
    expect(three).toBeLessThan(20.9 ** 2 * 93);
    expect(bare(0)).toBeCloseTo(17.3, 9);
  });

  it('refuses an index that is not positive', () => {
    expect(() => proxiedVxForward({ vix: 0 }, 30)).toThrow(/vix must be finite and > 0/);
  });
});

describe('vxForward', () => {
  it('takes the parity of quoted options first', () => {
    const found = vxForward({ expiration, days: 37, options, curve: vx, family });
    expect(found?.source).toBe('vix-options');
    expect(found?.value).toBeCloseTo(20.28, 6);
    expect(found?.parity?.discount).toBeLessThan(1);
  });

  it('falls back to the future, then to the family, then to nothing', () => {
    expect(vxForward({ expiration, days: 37, curve: vx, family })).toEqual({ value: 20.4, source: 'vx' });
    expect(vxForward({ expiration: isoDate('2024-02-14'), days: 275, curve: vx, family })?.source).toBe(
      'vix-family',
    );
    expect(vxForward({ expiration, days: 37 })).toBeUndefined();
  });

  it('is absent, not 0, where an inverted family leaves no variance for the time beyond', () => {
    // October 2008: total variance to six months would lie below that to three.
    const family = { vix: 69.95, vix3m: 55, vix6m: 37 };
    expect(proxiedVxForward(family, 400)).toBe(0);
    expect(vxForward({ expiration, days: 400, family })).toBeUndefined();
  });

  it('falls back when the options cannot give a forward', () => {
    const thin = {
      ...options,
      chain: handChain({
        root: 'VIX',
        expiration,
        asOf,
        forward: 20,
        rate: 0.05,
        strikes: [19, 21],
        vol: () => 0.8,
      }),
    };
    expect(vxForward({ expiration, days: 37, options: thin, curve: vx })?.source).toBe('vx');
  });
});
