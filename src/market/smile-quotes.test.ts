import { describe, expect, it } from 'vitest';
import { handChain, strikesFrom, withCell } from '../../test/hand-chain.ts';
import { isoDate } from '../core/dates.ts';
import { parityForward } from './parity-forward.ts';
import { optionsClose } from './session-calendar.ts';
import { yearsToExpiry } from './settlement.ts';
import { smileQuotes } from './smile-quotes.ts';

const asOf = optionsClose(isoDate('2019-05-09'));
const expiry = yearsToExpiry(asOf, 'SPXW', isoDate('2019-06-07'));
const market = {
  root: 'SPXW',
  expiration: '2019-06-07',
  asOf,
  forward: 2871.5,
  rate: 0.025,
  strikes: strikesFrom(2500, 3100, 10),
  vol: () => 0.17,
  halfSpread: 0.05,
} as const;

function quotesOf(chain: Parameters<typeof parityForward>[0]) {
  const forward = parityForward(chain, expiry, { rate: 0.025, error: 0.0005 });
  if (!forward.ok) throw new Error(forward.failure.detail);
  return smileQuotes(chain, forward.value, expiry);
}

describe('smileQuotes', () => {
  it('gives back the vol the premiums were made with, between those of bid and ask', () => {
    const quotes = quotesOf(handChain(market));
    for (const { vol, bidVol, askVol } of quotes) {
      expect(vol).toBeCloseTo(0.17, 3);
      expect(bidVol).toBeLessThan(vol);
      expect(askVol).toBeGreaterThan(vol);
    }
  });

  it('takes puts below the forward and calls from it up', () => {
    const quotes = quotesOf(handChain(market));
    expect(quotes.filter(({ right }) => right === 'put').at(-1)?.strike).toBe(2870);
    expect(quotes.find(({ right }) => right === 'call')?.strike).toBe(2880);
    expect(quotes.map(({ strike }) => strike)).toEqual(
      quotes.map(({ strike }) => strike).toSorted((a, b) => a - b),
    );
  });

  it('skips one strike without a bid and ends at two in a row', () => {
    const one = withCell(handChain(market), 'put', 'bid', 2700, 0);
    const puts = quotesOf(one).map(({ strike }) => strike);
    expect(puts).not.toContain(2700);
    expect(puts).toContain(2690);
    const two = withCell(one, 'put', 'bid', 2690, 0);
    expect(quotesOf(two)[0]?.strike).toBe(2710);
  });

  it('leaves out a crossed quote', () => {
    const crossed = withCell(handChain(market), 'call', 'ask', 2950, 0.01);
    expect(quotesOf(crossed).map(({ strike }) => strike)).not.toContain(2950);
  });
});
