import { expect, it } from 'vitest';
import { type HandMarket, handChain, strikesFrom } from '../../test/hand-chain.ts';
import { describeKernels } from '../../test/kernel-builds.ts';
import { isoDate } from '../core/dates.ts';
import { IV_CODE } from '../quant/batch/columns.ts';
import { black76Greeks } from '../quant/greeks.ts';
import { sviTotalVariance } from '../quant/smile/svi.ts';
import type { Chain, ChainSnapshot } from './chain.ts';
import { analyseChain } from './chain-analytics.ts';
import { optionsClose } from './session-calendar.ts';

const session = isoDate('2019-05-09');
const asOf = optionsClose(session);
const skew = (strike: number): number => 0.18 - 0.3 * Math.log(strike / 2871);

const market = (expiration: string, more: Partial<HandMarket> = {}): Chain =>
  handChain({
    root: 'SPXW',
    expiration,
    asOf,
    forward: 2871,
    rate: 0.025,
    strikes: strikesFrom(2500, 3200, 10),
    vol: skew,
    halfSpread: 0.3,
    ...more,
  });

const snapshot = (chains: readonly Chain[]): ChainSnapshot => ({
  underlying: 'SPX',
  session,
  asOf,
  timeRecorded: true,
  quotes: 'real',
  chains,
  source: 'test',
});

describeKernels((kernels) => {
  it('finds the vols the quotes were made with, and the Greeks that go with them', () => {
    const { rows, expirations } = analyseChain(
      snapshot([market('2019-05-31'), market('2019-06-28')]),
      kernels(),
    );
    expect(expirations.map(({ view }) => view.chain.expiration)).toEqual(['2019-05-31', '2019-06-28']);
    expect(expirations[1]?.beyond).toBe(rows.sign.length);
    for (const { view, first, beyond } of expirations) {
      for (let i = first; i < beyond; i++) {
        const strike = rows.strike[i] as number;
        // Deep in the money a hundredth of a point of the forward is worth more than the vega.
        if (Math.abs(strike - 2871) > 150) continue;
        expect(rows.vol[i]).toBeCloseTo(skew(strike), 3);
        const greeks = black76Greeks({
          right: rows.sign[i] === 1 ? 'call' : 'put',
          forward: view.forward.forward,
          strike,
          vol: rows.vol[i] as number,
          expiry: view.expiry,
          discount: view.forward.discount,
        });
        expect(greeks.premium).toBeCloseTo(rows.mid[i] as number, 9);
        for (const name of ['premium', 'delta', 'gamma', 'vega', 'theta', 'rho'] as const)
          expect(Math.abs((rows[name][i] as number) - greeks[name])).toBeLessThan(
            1e-10 * (1 + Math.abs(greeks[name])),
          );
      }
    }
  });

  it('draws an SVI slice through the out-of-the-money quotes of each expiration', () => {
    const { expirations } = analyseChain(snapshot([market('2019-05-31'), market('2019-06-28')]), kernels());
    for (const { svi, view } of expirations) {
      if (!svi.ok) throw new Error(svi.failure.code);
      for (const strike of [2700, 2800, 2871, 2950]) {
        const k = Math.log(strike / view.forward.forward);
        // Skew in a straight line of vol is no SVI slice: a tenth of a vol point is the distance between the two.
        expect(Math.sqrt(sviTotalVariance(svi.value.params, k) / view.expiry)).toBeCloseTo(skew(strike), 2);
      }
    }
  });

  it('leaves out one-sided quotes, and says why a quote has no vol', () => {
    const chain = market('2019-05-31');
    chain.call.bid[3] = 0; // no bid
    chain.put.bid[20] = 0;
    // A put asked at more than its strike is worth more than anything.
    chain.put.bid[10] = (chain.strikes[10] as number) + 1;
    chain.put.ask[10] = (chain.strikes[10] as number) + 2;
    const whole = analyseChain(snapshot([market('2019-05-31')]), kernels()).rows.sign.length;
    const { rows } = analyseChain(snapshot([chain]), kernels());
    expect(rows.sign.length).toBe(whole - 2);
    const mad = rows.mid.findIndex((mid, i) => mid > (rows.strike[i] as number));
    expect(rows.code[mad]).toBe(IV_CODE['above-maximum']);
    for (const name of ['vol', 'premium', 'delta', 'gamma', 'vega', 'theta', 'rho'] as const)
      expect(rows[name][mad]).toBeNaN();
    expect(rows.delta.filter((delta) => Number.isNaN(delta)).length).toBe(
      rows.vol.filter((vol) => Number.isNaN(vol)).length,
    );
  });

  it('gives back the memory it worked in, and does nothing with no chains', () => {
    expect(analyseChain(snapshot([]), kernels()).rows.sign.length).toBe(0);
    const first = analyseChain(snapshot([market('2019-05-31')]), kernels());
    const again = analyseChain(snapshot([market('2019-05-31')]), kernels());
    expect(again.rows).toEqual(first.rows);
  });
});
