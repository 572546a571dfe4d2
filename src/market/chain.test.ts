import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isoDate } from '../core/dates.ts';
import { PreconditionError } from '../core/errors.ts';
import { epochMs } from '../core/units.ts';
import { type Chain, checkedChain, quoteAt, strikeIndex } from './chain.ts';

const chain: Chain = {
  root: 'SPXW',
  expiration: isoDate('2019-06-07'),
  asOf: epochMs(0),
  quotes: 'real',
  strikes: Float64Array.of(2800, 2810, 2825),
  call: {
    bid: Float64Array.of(80, 72, 0),
    ask: Float64Array.of(82, 74, 0),
    openInterest: Float64Array.of(5, 0, 7),
  },
  put: { bid: Float64Array.of(10, 0, 16), ask: Float64Array.of(11, 12, 17) },
};

describe('checkedChain', () => {
  it('gives back a sound chain as it is', () => {
    expect(checkedChain(chain)).toBe(chain);
  });

  it('refuses strikes out of order, repeated, zero or not finite', () => {
    for (const bad of [
      [2810, 2800, 2825],
      [2800, 2800, 2825],
      [0, 2800, 2825],
      [2800, Number.NaN, 2825],
    ]) {
      expect(() => checkedChain({ ...chain, strikes: Float64Array.from(bad) })).toThrow(PreconditionError);
    }
  });

  it('refuses a column of another length, and names it', () => {
    const put = { ...chain.put, ask: Float64Array.of(11, 12) };
    expect(() => checkedChain({ ...chain, put })).toThrow('put.ask must have 3 entries, was 2');
  });

  it('refuses a quote that is negative or not a number, and names its column', () => {
    const call = { ...chain.call, bid: Float64Array.of(80, -1, 0) };
    expect(() => checkedChain({ ...chain, call })).toThrow('call.bid must be finite and >= 0, was -1');
    const interest = { ...chain.call, openInterest: Float64Array.of(1, Number.NaN, 2) };
    expect(() => checkedChain({ ...chain, call: interest })).toThrow(
      'call.openInterest must be finite and >= 0, was NaN',
    );
  });
});

describe('strikeIndex', () => {
  it('finds every listed strike and no other', () => {
    const strikes = fc.uniqueArray(fc.integer({ min: 1, max: 9000 }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(strikes, fc.integer({ min: 1, max: 9000 }), (listed, asked) => {
        const sorted = [...listed].sort((a, b) => a - b);
        const columns = { bid: new Float64Array(sorted.length), ask: new Float64Array(sorted.length) };
        const any: Chain = { ...chain, strikes: Float64Array.from(sorted), call: columns, put: columns };
        const place = sorted.indexOf(asked);
        expect(strikeIndex(any, asked)).toBe(place === -1 ? undefined : place);
      }),
      { seed: 7 },
    );
  });
});

describe('quoteAt', () => {
  it('gives bid, ask and open interest of a strike', () => {
    expect(quoteAt(chain, 2800, 'call')).toEqual({ bid: 80, ask: 82, openInterest: 5 });
    expect(quoteAt(chain, 2825, 'put')).toEqual({ bid: 16, ask: 17 });
  });

  it('keeps a quote without a bid, as a bid of zero', () => {
    expect(quoteAt(chain, 2810, 'put')).toEqual({ bid: 0, ask: 12 });
  });

  it('is absent for a strike that is not listed or shows no ask', () => {
    expect(quoteAt(chain, 2805, 'call')).toBeUndefined();
    expect(quoteAt(chain, 2825, 'call')).toBeUndefined();
  });
});
