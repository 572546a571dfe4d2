import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateOfDay, dayNumber, isoDate } from '../core/dates.ts';
import { points } from '../core/units.ts';
import { OPTION_ROOTS } from './contract.ts';
import { optionContract } from './contract-registry.ts';
import { osiSymbol, parseOsi } from './osi.ts';
import { scheduledOnOrBefore } from './trading-days.ts';

const put = optionContract({ root: 'SPXW', expiration: isoDate('2026-11-20'), strike: 5900, right: 'put' });

describe('OSI symbols', () => {
  it('have 21 characters', () => {
    expect(osiSymbol(put)).toBe('SPXW  261120P05900000'); // integrations 0.1
    const call = optionContract({
      root: 'VIX',
      expiration: isoDate('2026-11-18'),
      strike: 22.5,
      right: 'call',
    });
    expect(osiSymbol(call)).toBe('VIX   261118C00022500');
  });

  it.each([
    'SPXW  261120P05900000',
    'SPXW261120P05900000',
    'O:SPXW261120P05900000',
    'SPXW--261120P05900000',
    '.SPXW261120P5900',
    ' spxw261120p05900000 ',
  ])('read %s as the same contract', (text) => {
    expect(parseOsi(text)).toEqual({ ok: true, value: put });
  });

  it('keep the decimals of a streamer strike', () => {
    expect(parseOsi('.VIXW261125C22.5')).toMatchObject({
      ok: true,
      value: { root: 'VIXW', strike: 22.5, right: 'call' },
    });
  });

  it('date a legal Saturday of old files on the Friday', () => {
    expect(parseOsi('SPX   120121C01300000')).toMatchObject({
      ok: true,
      value: { expiration: '2012-01-20' },
    });
  });

  it('survive a round trip in every spelling', () => {
    const days = fc.integer({ min: dayNumber(isoDate('2016-01-04')), max: dayNumber(isoDate('2030-12-31')) });
    const strikes = fc.integer({ min: 1, max: 99_999_999 }).map((thousandths) => thousandths / 1000);
    fc.assert(
      fc.property(
        fc.constantFrom(...OPTION_ROOTS),
        days,
        strikes,
        fc.boolean(),
        (root, day, strike, isCall) => {
          const expiration = scheduledOnOrBefore(dateOfDay(day));
          const contract = optionContract({ root, expiration, strike, right: isCall ? 'call' : 'put' });
          const symbol = osiSymbol(contract);
          expect(symbol).toHaveLength(21);
          const compact = symbol.replaceAll(' ', '');
          const streamer = `.${root}${symbol.slice(6, 13)}${strike}`;
          for (const text of [symbol, compact, `O:${compact}`, symbol.replaceAll(' ', '-'), streamer]) {
            expect(parseOsi(text)).toEqual({ ok: true, value: contract });
          }
        },
      ),
    );
  });

  it('never throw on any text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^\.?[A-Z]{1,5}\d{6}[CP]\d{1,9}$/)), (text) => {
        expect(typeof parseOsi(text).ok).toBe('boolean');
      }),
    );
  });

  it.each([
    ['', /is not an option symbol/],
    ['SPXW261120X05900000', /is not an option symbol/],
    ['SPXW261120P0590000', /is not an option symbol/],
    ['AAPL  261120P00190000', /has root AAPL, known are SPX/],
    ['SPX1  261120P05900000', /has root SPX1/],
    ['SPXW  261131P05900000', /date 261131, which does not exist/],
    ['SPXW  261122P05900000', /2026-11-22, which is no trading day/],
    ['VIXW  120118C00020000', /before VIXW was listed/],
    ['SPXW  261120P00000000', /strike of zero/],
  ])('refuse %j with a reason', (text, reason) => {
    const parsed = parseOsi(text);
    expect(parsed.ok ? '' : parsed.failure.what).toMatch(reason);
  });

  it('refuse to write what 21 characters cannot hold', () => {
    expect(() => osiSymbol({ ...put, strike: points(100_000) })).toThrow(/below 100,000/);
    expect(() => osiSymbol({ ...put, strike: points(1.00005) })).toThrow(/multiple of 0.001/);
    expect(() => osiSymbol({ ...put, expiration: isoDate('1999-12-17') })).toThrow(/2000-2099/);
  });
});
