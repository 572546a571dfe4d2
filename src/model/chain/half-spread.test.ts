import { expect, it } from 'vitest';
import { heldChains } from '../../../bench/measure/model/held-files.ts';
import { describeWithShared, sharedPath } from '../../../test/shared-data.ts';
import { isoDate } from '../../core/dates.ts';
import { contractFacts } from '../../market/contract-registry.ts';
import { smileQuotes } from '../../market/smile-quotes.ts';
import { readSurface } from '../../market/surface.ts';
import { normalPdf } from '../../quant/normal.ts';
import { halfSpread, SPX_SPREADS, spreadRegime, VIX_SPREADS } from './half-spread.ts';
import { tickAbove, tickBelow, tickLadder } from './tick-ladder.ts';

it('is the larger of the least and the rule', () => {
  const rule = { least: 0.05, perVega: 0.04, perPrice: 0.002 };
  expect(halfSpread(rule, 0.1, 0.4)).toBe(0.05);
  expect(halfSpread(rule, 5, 30)).toBeCloseTo(0.26, 12);
});

it('begins its regimes at VIX 15, 20 and 30', () => {
  expect([0, 14.99, 15, 19.99, 20, 29.99, 30, 80].map(spreadRegime)).toEqual([
    'calm',
    'calm',
    'normal',
    'normal',
    'elevated',
    'elevated',
    'stress',
    'stress',
  ]);
});

it('never narrows as the regime worsens', () => {
  for (const table of [SPX_SPREADS, VIX_SPREADS])
    for (const key of ['least', 'perVega', 'perPrice'] as const) {
      const column = (['calm', 'normal', 'elevated', 'stress'] as const).map((regime) => table[regime][key]);
      expect([...column].sort((a, b) => a - b)).toEqual(column);
    }
});

describeWithShared('spreads beside real ones', () => {
  // Days the fit saw, in its two well-filled regimes: what is claimed is the mean of a price range, not each quote.
  it.each([
    ['2019-04-29', 13.11],
    ['2019-05-21', 14.95],
    ['2019-06-06', 15.93],
  ])('%s, VIX %d: as wide on average, out of the money, at every price', async (on, vix) => {
    const ladder = tickLadder(contractFacts('SPX', isoDate(on)).ticks);
    const rule = SPX_SPREADS[spreadRegime(vix)];
    const buckets = [0.5, 2, 5, 15, 40].map((from) => ({ from, ours: 0, real: 0 }));
    for await (const { snapshot } of heldChains(sharedPath(), {
      underlying: 'SPX',
      sessions: [isoDate(on)],
    }))
      for (const { chain, forward, expiry, dte } of readSurface(snapshot, []).expirations) {
        if (dte < 3 || dte > 120) continue;
        for (const { strike, right, vol } of smileQuotes(chain, forward, expiry)) {
          const i = chain.strikes.indexOf(strike);
          const [bid, ask] = [chain[right].bid[i] ?? 0, chain[right].ask[i] ?? 0];
          const [mid, sd] = [(bid + ask) / 2, vol * Math.sqrt(expiry)];
          const bucket = buckets.findLast(({ from }) => mid >= from);
          if (bucket === undefined || mid > 100) continue;
          const d1 = Math.log(forward.forward / strike) / sd + sd / 2;
          const vega = (forward.discount * forward.forward * Math.sqrt(expiry) * normalPdf(d1)) / 100;
          const half = halfSpread(rule, vega, mid);
          bucket.real += (ask - bid) / 2;
          bucket.ours += (tickAbove(ladder, mid + half) - tickBelow(ladder, mid - half)) / 2;
        }
      }
    for (const { ours, real } of buckets) {
      expect(ours / real).toBeGreaterThan(0.7);
      expect(ours / real).toBeLessThan(1.4);
    }
  });
});
