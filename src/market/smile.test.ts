import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type HandMarket, handChain, strikesFrom, withCell } from '../../test/hand-chain.ts';
import { isoDate } from '../core/dates.ts';
import type { Chain } from './chain.ts';
import { parityForward } from './parity-forward.ts';
import { optionsClose } from './session-calendar.ts';
import { yearsToExpiry } from './settlement.ts';
import { fitSmile, type Smile, smileVol } from './smile.ts';
import { smileSlice } from './smile-curve.ts';

const asOf = optionsClose(isoDate('2019-05-09'));
const expiry = yearsToExpiry(asOf, 'SPXW', isoDate('2019-06-07'));
const FORWARD = 2871.5;
const skewed = (strike: number): number => {
  const z = Math.log(strike / FORWARD) / (0.17 * Math.sqrt(expiry));
  return 0.17 * (1 - 0.11 * z + 0.018 * z * z);
};
const market: HandMarket = {
  root: 'SPXW',
  expiration: '2019-06-07',
  asOf,
  forward: FORWARD,
  rate: 0.025,
  strikes: strikesFrom(2450, 3100, 5),
  vol: skewed,
  halfSpread: 0.15,
};

function smileOf(chain: Chain): Smile {
  const forward = parityForward(chain, expiry, { rate: 0.025, error: 0.0005 });
  if (!forward.ok) throw new Error(forward.failure.detail);
  const smile = fitSmile(chain, forward.value, expiry);
  if (!smile.ok) throw new Error(smile.failure.detail);
  return smile.value;
}

/** Durrleman's g by its definition, from the slice. */
function g({ curve }: Smile, k: number): number {
  const { w, w1, w2 } = smileSlice(curve, k);
  return (1 - (k * w1) / (2 * w)) ** 2 - (w1 * w1 * (1 / w + 0.25)) / 4 + w2 / 2;
}

describe('fitSmile', () => {
  it('recovers a flat vol and says so', () => {
    const smile = smileOf(handChain({ ...market, vol: () => 0.17 }));
    expect(smile.atmVol).toBeCloseTo(0.17, 3);
    for (const strike of [2700, 2871.5, 2950]) expect(smileVol(smile, strike)).toBeCloseTo(0.17, 3);
    expect(smile.insideSpread).toBe(1);
  });

  it('prices every judged strike of a skewed smile inside its bid and ask', () => {
    const smile = smileOf(handChain(market));
    expect(smile.insideSpread).toBe(1);
    expect(smile.rmse).toBeLessThan(0.001);
    for (const strike of [2650, 2750, 2871.5, 2950, 3000])
      expect(Math.abs(smileVol(smile, strike) - skewed(strike))).toBeLessThan(0.002);
  });

  it('gives residuals that are fitted less mid, one per quote', () => {
    const smile = smileOf(handChain(market));
    smile.quotes.forEach(({ strike, vol }, i) => {
      expect(smile.residuals[i]).toBeCloseTo(smileVol(smile, strike) - vol, 12);
    });
  });

  it('is hardly moved by one wild quote in the wing', () => {
    const wild = withCell(withCell(handChain(market), 'put', 'bid', 2600, 6.9), 'put', 'ask', 2600, 7.2);
    expect(Math.abs(smileVol(smileOf(wild), 2720) - skewed(2720))).toBeLessThan(0.004);
    expect(Math.abs(smileVol(smileOf(wild), 2871.5) - skewed(2871.5))).toBeLessThan(0.002);
  });

  it('holds no butterfly arbitrage between its first and last quote, whatever the smile', () => {
    const shape = fc.record({
      level: fc.double({ min: 0.09, max: 0.5, noNaN: true }),
      skew: fc.double({ min: -0.15, max: 0.15, noNaN: true }),
      bend: fc.double({ min: 0, max: 0.03, noNaN: true }),
      halfSpread: fc.double({ min: 0.05, max: 1, noNaN: true }),
    });
    fc.assert(
      fc.property(shape, ({ level, skew, bend, halfSpread }) => {
        const vol = (strike: number): number => {
          const z = Math.log(strike / FORWARD) / (level * Math.sqrt(expiry));
          return level * Math.max(1 + skew * z + bend * z * z, 0.3);
        };
        const smile = smileOf(handChain({ ...market, vol, halfSpread }));
        const { low, high } = smile.curve;
        for (let i = 0; i <= 100; i++)
          expect(g(smile, low + ((high - low) * i) / 100)).toBeGreaterThan(-0.02);
      }),
      { seed: 7, numRuns: 40 },
    );
  });

  it('goes on straight beyond the quotes, never down and never faster than Lee allows', () => {
    const smile = smileOf(handChain(market));
    const { low, high } = smile.curve;
    for (const [edge, sign] of [
      [low, -1],
      [high, 1],
    ] as const) {
      const [at, one, two] = [0, 0.1, 0.2].map((step) => smileSlice(smile.curve, edge + sign * step).w);
      expect(one).toBeGreaterThanOrEqual(at ?? 0);
      expect((two ?? 0) - (one ?? 0)).toBeCloseTo((one ?? 0) - (at ?? 0), 12);
      expect((one ?? 0) - (at ?? 0)).toBeLessThanOrEqual(0.2 + 1e-12);
    }
    expect(smileVol(smile, 1000)).toBeGreaterThan(smileVol(smile, 2000));
  });

  it('refuses seven quotes', () => {
    const chain = handChain({ ...market, strikes: strikesFrom(2840, 2900, 10) });
    const forward = parityForward(chain, expiry);
    if (!forward.ok) throw new Error(forward.failure.detail);
    expect(fitSmile(chain, forward.value, expiry)).toMatchObject({
      ok: false,
      failure: { code: 'too-few-quotes' },
    });
  });

  it('refuses quotes on one side of the forward only', () => {
    const chain = handChain(market);
    const noCalls = {
      ...chain,
      call: {
        ...chain.call,
        bid: chain.call.bid.map((bid, i) => ((chain.strikes[i] ?? 0) > FORWARD ? 0 : bid)),
      },
    };
    const forward = parityForward(handChain(market), expiry);
    if (!forward.ok) throw new Error(forward.failure.detail);
    expect(fitSmile(noCalls, forward.value, expiry)).toMatchObject({
      ok: false,
      failure: { code: 'one-sided' },
    });
  });
});
