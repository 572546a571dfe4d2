import { beforeAll, expect, it } from 'vitest';
import { realCondor } from '../../bench/measure/model/real-condors.ts';
import { type RealSmiles, readRealSmiles } from '../../bench/measure/model/real-smiles.ts';
import { deltaSmiles } from '../../bench/measure/model/smile-deltas.ts';
import { isoDate } from '../../src/core/dates.ts';
import { quoteAt } from '../../src/market/chain.ts';
import { black76 } from '../../src/quant/black76.ts';
import { describeWithShared, sharedPath } from '../shared-data.ts';

describeWithShared('real SPX smiles', () => {
  let chains: readonly RealSmiles[];
  const of = (session: string): RealSmiles => {
    const found = chains.find((chain) => chain.session === session);
    if (found === undefined) throw new Error(`no chain of ${session}`);
    return found;
  };
  beforeAll(async () => {
    const sessions = ['2019-05-27', '2019-06-05', '2019-07-03', '2023-05-26'].map(isoDate);
    chains = await readRealSmiles(sharedPath(), sessions);
  });

  it('leave out the copy of Memorial Day', () => {
    expect(chains.map(({ session }) => session)).toEqual(['2019-06-05', '2019-07-03', '2023-05-26']);
  });

  it('carry the indices of their own instant: those published, where that was the close', () => {
    const { own, closes, isAtClose } = of('2023-05-26');
    expect(isAtClose).toBe(true);
    expect(closes).toMatchObject({ vix: 17.95, vix3m: 20.44, vix6m: 22.82 }); // Cboe
    for (const name of ['vix', 'vix3m', 'vix6m', 'vix9d'] as const)
      expect(Math.abs((own[name] ?? 0) - (closes[name] ?? 0)), name).toBeLessThan(0.05); // cents of rounding and quotes
    const during = of('2019-06-05');
    expect(during.isAtClose).toBe(false);
    expect(Math.abs((during.own.vix ?? 0) - (during.closes.vix ?? 0))).toBeGreaterThan(0.2);
  });

  it('have one slice a date, of 1 to 120 days, the one settled at the close on third Fridays', () => {
    for (const { slices, session } of chains) {
      const dates = slices.map(({ view }) => view.chain.expiration);
      expect(dates, session).toEqual([...new Set(dates)].sort());
      expect(slices.every(({ days }) => days >= 1 && days <= 120)).toBe(true);
      const third = slices.find(({ view }) => ['2019-07-19', '2023-06-16'].includes(view.chain.expiration));
      expect(third?.view.chain.root).toBe('SPXW');
    }
  });

  it('price back to the bid and ask they were read from', () => {
    for (const { slices } of chains) {
      for (const { view, forward, discount, expiry, strikes, k, vol, halfSpread } of slices) {
        for (const i of strikes.keys()) {
          const strike = strikes[i] as number;
          const right = (k[i] as number) < 0 ? 'put' : 'call';
          const quote = quoteAt(view.chain, strike, right);
          const premium = black76({ right, forward, strike, vol: vol[i] as number, expiry, discount });
          const mid = ((quote?.bid ?? 0) + (quote?.ask ?? 0)) / 2;
          expect(Math.abs(premium - mid)).toBeLessThan(1e-9 * forward); // the inversion settles to a few ulps of F
          expect(halfSpread[i]).toBeGreaterThanOrEqual(0);
        }
      }
    }
  });

  it('rise from the money to the 5-delta put at every target, and fall to the 25-delta call', () => {
    for (const chain of chains) {
      const read = deltaSmiles(chain);
      expect(read.map(({ target }) => target)).toEqual([7, 14, 30, 60]);
      for (const { points, atmVol } of read) {
        const [p25, p16, p5] = [points.p25?.vol ?? 0, points.p16?.vol ?? 0, points.p5?.vol ?? 0];
        expect(p5).toBeGreaterThan(p16);
        expect(p16).toBeGreaterThan(p25);
        expect(p25).toBeGreaterThan(atmVol);
        expect(points.c25?.vol).toBeLessThan(atmVol);
      }
    }
  });

  it('give a condor at every target whose credit is four quotes and less than its width', () => {
    for (const smile of chains.flatMap(deltaSmiles)) {
      const condor = realCondor(smile);
      if (condor === undefined) throw new Error('no condor');
      const { longPut, shortPut, shortCall, longCall, credit, halfSpread } = condor;
      const sold = ({ strike, right }: typeof longPut): number =>
        quoteAt(smile.slice.view.chain, strike, right)?.bid ?? 0;
      const bought = ({ strike, right }: typeof longPut): number =>
        quoteAt(smile.slice.view.chain, strike, right)?.ask ?? 0;
      const natural = sold(shortPut) + sold(shortCall) - bought(longPut) - bought(longCall);
      expect(credit - halfSpread).toBeCloseTo(natural, 9);
      expect(credit).toBeGreaterThan(0);
      expect(credit).toBeLessThan(
        Math.max(shortPut.strike - longPut.strike, longCall.strike - shortCall.strike),
      );
    }
  });
});
