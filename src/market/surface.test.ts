import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type HandMarket, handChain, strikesFrom } from '../../test/hand-chain.ts';
import { isoDate } from '../core/dates.ts';
import { points } from '../core/units.ts';
import type { ChainSnapshot } from './chain.ts';
import { optionsClose } from './session-calendar.ts';
import { readSurface, withSmile } from './surface.ts';

const session = isoDate('2019-05-09');
const asOf = optionsClose(session);
const market = (expiration: string, more: Partial<HandMarket> = {}): HandMarket => ({
  root: 'SPXW',
  expiration,
  asOf,
  forward: 2871,
  rate: 0.025,
  strikes: strikesFrom(2500, 3200, 10),
  vol: () => 0.18,
  halfSpread: 0.3,
  ...more,
});
const snapshot = (markets: readonly HandMarket[]): ChainSnapshot => ({
  underlying: 'SPX',
  session,
  asOf,
  timeRecorded: true,
  spot: points(2870.72),
  quotes: 'real',
  chains: markets.map(handChain),
  source: 'test',
});

describe('readSurface', () => {
  it('reads every expiration by the order of settlement, the AM one of a day first', () => {
    const { expirations } = readSurface(
      snapshot([market('2019-06-21'), market('2019-06-21', { root: 'SPX' }), market('2019-05-17')]),
      [],
    );
    expect(expirations.map(({ chain, dte }) => [chain.root, dte])).toEqual([
      ['SPXW', 8],
      ['SPX', 43],
      ['SPXW', 43],
    ]);
    // AM settles 6.5 hours before PM: 390 of 525,600 minutes.
    expect((expirations[2]?.expiry ?? 0) - (expirations[1]?.expiry ?? 0)).toBeCloseTo(390 / 525_600, 12);
  });

  it('lends the rate of long expirations to short ones', () => {
    const long = market('2019-12-20', { rate: 0.05, strikes: strikesFrom(2200, 3600, 20), halfSpread: 0.1 });
    const { expirations, rateCurve } = readSurface(
      snapshot([market('2019-05-17', { rate: 0.05, halfSpread: 1.2 }), long]),
      [],
    );
    expect(expirations[0]?.forward.rateSource).toBe('prior');
    expect(expirations[0]?.forward.rate).toBeCloseTo(0.05, 2);
    expect(rateCurve).toBeDefined();
  });

  it('fits the smiles asked for and no other', () => {
    const snap = snapshot([market('2019-05-17'), market('2019-06-07'), market('2019-12-20')]);
    const fitted = (dtes?: readonly number[]): number[] =>
      readSurface(snap, dtes).expirations.flatMap(({ smile, dte }) => (smile === undefined ? [] : [dte]));
    expect(fitted()).toEqual([8, 29]);
    expect(fitted([29])).toEqual([29]);
    expect(fitted([])).toEqual([]);
  });

  it('adds a smile later, or says why there is none', () => {
    const [plain] = readSurface(snapshot([market('2019-06-07')]), []).expirations;
    if (plain === undefined) throw new Error('no expiration');
    expect(withSmile(plain).smile?.atmVol).toBeCloseTo(0.18, 3);
    const thin = {
      ...plain,
      chain: handChain(market('2019-06-07', { strikes: strikesFrom(2850, 2890, 10) })),
    };
    expect(withSmile(thin).failure).toMatch(/quotes with a bid, 8 needed/);
  });

  it('names the expirations it cannot read, and why', () => {
    const { expirations, unreadable } = readSurface(
      snapshot([market('2019-05-09'), market('2019-05-17', { strikes: [2860, 2880] }), market('2019-06-07')]),
    );
    expect(expirations).toHaveLength(1);
    expect(unreadable.map(({ expiration, code }) => [expiration, code])).toEqual([
      ['2019-05-09', 'expired'],
      ['2019-05-17', 'too-few-strikes'],
    ]);
  });

  it('reads an empty snapshot as an empty surface', () => {
    expect(readSurface(snapshot([]))).toMatchObject({ expirations: [], unreadable: [] });
    expect(readSurface(snapshot([])).rateCurve).toBeUndefined();
  });

  it('never throws and never lets a NaN through, whatever quotes a chain may lawfully hold', () => {
    const price = fc.oneof(
      fc.constant(0),
      fc.double({ min: 0, max: 500, noNaN: true }),
      fc.double({ min: 0, max: 1e6, noNaN: true }),
    );
    const column = fc
      .array(price, { minLength: 14, maxLength: 14 })
      .map((prices) => Float64Array.from(prices));
    const anySide = fc.record({ bid: column, ask: column });
    fc.assert(
      fc.property(anySide, anySide, fc.constantFrom('2019-05-10', '2019-06-07'), (call, put, expiration) => {
        const lawful = {
          ...handChain(market(expiration, { strikes: strikesFrom(2800, 2930, 10) })),
          call,
          put,
        };
        const { expirations } = readSurface({ ...snapshot([]), chains: [lawful] });
        for (const { forward, smile } of expirations) {
          for (const x of [forward.forward, forward.rate, forward.discount])
            expect(Number.isFinite(x)).toBe(true);
          for (const x of smile === undefined ? [] : [smile.atmVol, smile.rmse, ...smile.residuals]) {
            expect(Number.isFinite(x)).toBe(true);
          }
        }
      }),
      { seed: 7, numRuns: 400 },
    );
  });
});
