import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sampleReading } from '../../../test/fixtures/market-reading.ts';
import { handChain, strikesFrom, withCell } from '../../../test/hand-chain.ts';
import { condorStrikes } from './strikes.ts';

const chain = handChain({
  root: 'SPXW',
  expiration: '2026-12-18',
  asOf: sampleReading().asOf,
  forward: 7000,
  rate: 0.04,
  strikes: strikesFrom(6000, 8000, 5),
  vol: () => 0.15,
  halfSpread: 0.05,
});
const request = { shortPut: 6751, shortCall: 7249, width: 70, step: 1 };

describe('condorStrikes', () => {
  it('rounds every strike outward: shorts from the forward, longs from their shorts', () => {
    expect(condorStrikes(chain, request)).toEqual({
      longPut: 6680,
      shortPut: 6750,
      shortCall: 7250,
      longCall: 7320,
    });
    expect(condorStrikes(chain, { ...request, width: 71 })).toMatchObject({ longPut: 6675, longCall: 7325 });
  });

  it('keeps to strikes ten points apart for XSP', () => {
    expect(condorStrikes(chain, { ...request, shortPut: 6759, step: 10 })).toMatchObject({
      shortPut: 6750,
      longPut: 6680,
    });
    expect(condorStrikes(chain, { ...request, shortPut: 6749, step: 10 })?.shortPut).toBe(6740);
  });

  it('sells only what has a bid and buys only what has an offer', () => {
    const noBid = withCell(chain, 'put', 'bid', 6750, 0);
    expect(condorStrikes(noBid, request)?.shortPut).toBe(6745);
    const noAsk = withCell(withCell(chain, 'call', 'bid', 7320, 0), 'call', 'ask', 7320, 0);
    expect(condorStrikes(noAsk, request)?.longCall).toBe(7325);
  });

  it('finds none where a side ends', () => {
    expect(condorStrikes(chain, { ...request, shortPut: 5990 })).toBeUndefined();
    expect(condorStrikes(chain, { ...request, width: 900 })).toBeUndefined();
  });

  it('never stands nearer or narrower than asked, wherever the wishes fall', () => {
    const puts = fc.double({ min: 6500, max: 6950, noNaN: true });
    const calls = fc.double({ min: 7050, max: 7200, noNaN: true });
    fc.assert(
      fc.property(
        puts,
        calls,
        fc.double({ min: 10, max: 150, noNaN: true }),
        fc.constantFrom(1, 10),
        (p, c, width, step) => {
          const found = condorStrikes(chain, { shortPut: p, shortCall: c, width, step });
          if (found === undefined) return;
          expect(found.shortPut).toBeLessThanOrEqual(p);
          expect(found.shortCall).toBeGreaterThanOrEqual(c);
          expect(found.shortPut - found.longPut).toBeGreaterThanOrEqual(width - 1e-9);
          expect(found.longCall - found.shortCall).toBeGreaterThanOrEqual(width - 1e-9);
          for (const strike of Object.values(found)) expect(strike % step).toBe(0);
        },
      ),
    );
  });
});
