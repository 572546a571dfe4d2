import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { handChain, strikesFrom, withCell } from '../../test/hand-chain.ts';
import { isoDate } from '../core/dates.ts';
import { years } from '../core/units.ts';
import { lineRate, parityForward } from './parity-forward.ts';
import { parityLine } from './parity-line.ts';
import { optionsClose } from './session-calendar.ts';
import { yearsToExpiry } from './settlement.ts';

const session = isoDate('2019-05-09');
const asOf = optionsClose(session);
const market = {
  root: 'SPXW',
  expiration: '2019-09-30',
  asOf,
  forward: 2877.93,
  rate: 0.026,
  strikes: strikesFrom(2400, 3300, 10),
  vol: (strike: number) => 0.17 - 0.4 * Math.log(strike / 2877.93),
  halfSpread: 0.6,
} as const;
const expiryOf = (expiration: string) => yearsToExpiry(asOf, 'SPXW', isoDate(expiration));

const read = (...args: Parameters<typeof parityForward>) => {
  const result = parityForward(...args);
  if (!result.ok) throw new Error(result.failure.detail);
  return result.value;
};

describe('parityForward', () => {
  it('recovers forward and rate of a chain made from them', () => {
    const found = read(handChain({ ...market, halfSpread: 0 }), expiryOf('2019-09-30'));
    expect(found.forward).toBeCloseTo(2877.93, 6);
    expect(found.rate).toBeCloseTo(0.026, 4);
    expect(found.rateSource).toBe('fitted');
    expect(found.violations).toBe(0);
  });

  it('recovers any noiseless forward to the rounding of the prices, whatever smile and rate', () => {
    const anyMarket = fc.record({
      forward: fc.double({ min: 1000, max: 8000, noNaN: true }),
      rate: fc.double({ min: -0.005, max: 0.09, noNaN: true }),
      level: fc.double({ min: 0.08, max: 0.8, noNaN: true }),
      expiration: fc.constantFrom('2019-05-17', '2019-06-07', '2019-09-30', '2020-06-19'),
    });
    fc.assert(
      fc.property(anyMarket, ({ forward, rate, level, expiration }) => {
        const strikes = strikesFrom(
          Math.round(0.6 * forward),
          Math.round(1.4 * forward),
          Math.round(forward / 250),
        );
        const vol = (strike: number): number => level * (1 - 0.3 * Math.log(strike / forward));
        const chain = handChain({ ...market, expiration, forward, rate, strikes, vol, halfSpread: 0 });
        const found = read(chain, expiryOf(expiration), { rate, error: 0.002 });
        expect(Math.abs(found.forward / forward - 1)).toBeLessThan(1e-9);
        expect(found.rate).toBeCloseTo(rate, 6);
      }),
      { seed: 7, numRuns: 60 },
    );
  });

  it('takes the rate of the prior when a week of strikes cannot tell', () => {
    const chain = handChain({ ...market, expiration: '2019-05-17', halfSpread: 1.2 });
    const expiry = expiryOf('2019-05-17');
    const informed = read(chain, expiry, { rate: 0.031, error: 0.004 });
    expect(informed.rateSource).toBe('prior');
    expect(informed.rate).toBeGreaterThan(0.028);
    expect(read(chain, expiry).rateSource).toBe('assumed');
    expect(informed.forward).toBeCloseTo(2877.93, 2); // the forward does not mind: 0.5 % over 8 days on 25 points is 0.003
  });

  it('keeps its own rate when the slope is well determined', () => {
    const found = read(handChain({ ...market, halfSpread: 0.05 }), expiryOf('2019-09-30'), {
      rate: 0.06,
      error: 0.01,
    });
    expect(found.rateSource).toBe('fitted');
    expect(found.rate).toBeCloseTo(0.026, 3);
  });

  it('counts the strikes whose own forward is three half-spreads off', () => {
    const chain = handChain(market);
    const pushed = withCell(withCell(chain, 'call', 'bid', 2900, 130), 'call', 'ask', 2900, 132);
    const { violations, strikesChecked, forward } = read(pushed, expiryOf('2019-09-30'), { rate: 0.026 });
    expect(violations).toBe(1);
    expect(strikesChecked).toBeGreaterThan(80);
    expect(forward).toBeCloseTo(2877.93, 2);
  });

  it('gives the median half-spread of one option', () => {
    expect(read(handChain(market), expiryOf('2019-09-30')).medianHalfSpread).toBeCloseTo(0.6, 9);
  });

  it('refuses quotes taken after settlement', () => {
    expect(parityForward(handChain(market), years(0))).toMatchObject({
      ok: false,
      failure: { code: 'expired' },
    });
  });

  it('refuses quotes so wide that nobody stands behind them', () => {
    const wide = handChain({ ...market, strikes: strikesFrom(2400, 3300, 10), halfSpread: 64 });
    const result = parityForward(wide, expiryOf('2019-09-30'));
    expect(result).toMatchObject({ ok: false, failure: { code: 'wide' } });
  });

  it('refuses a chain without strikes on both sides', () => {
    const result = parityForward(handChain({ ...market, strikes: [2860, 2880] }), expiryOf('2019-09-30'));
    expect(result).toMatchObject({ ok: false, failure: { code: 'too-few-strikes' } });
  });
});

describe('lineRate', () => {
  it('claims less precision for shorter expirations and wider quotes', () => {
    const error = (expiration: string, halfSpread: number): number => {
      const drawn = parityLine(handChain({ ...market, expiration, halfSpread }));
      if (!drawn.ok) throw new Error(drawn.failure.detail);
      return lineRate(drawn.value, expiryOf(expiration)).error;
    };
    expect(error('2019-05-17', 0.6)).toBeGreaterThan(5 * error('2019-09-30', 0.6));
    expect(error('2019-09-30', 1.2)).toBeGreaterThan(1.9 * error('2019-09-30', 0.6));
  });
});
