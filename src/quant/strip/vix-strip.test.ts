import { describe, expect, it } from 'vitest';
import { PUBLISHED_VIX, type VixEdition, vixExample } from '../../../bench/measure/vix-examples.ts';
import { agrees, vixFigures } from '../../../bench/measure/vix-figures.ts';
import { describeWithShared, sharedPath } from '../../../test/shared-data.ts';
import { otmPremium } from '../black76.ts';
import { type VixStripInputs, vixStrip } from './vix-strip.ts';

/** Five strikes survive: 85 and 95 puts (90 has no bid), 100, 105 and 110 calls (115 and 120 end the run). */
const handMade: VixStripInputs = {
  strikes: [80, 85, 90, 95, 100, 105, 110, 115, 120, 125],
  callBid: [20, 15, 10, 6.3, 2.9, 1.1, 0.3, 0, 0, 0.05],
  callAsk: [21, 16, 11, 6.7, 3.1, 1.3, 0.5, 0.5, 0.5, 0.15],
  putBid: [0, 0.1, 0, 0.9, 2.4, 5.6, 10, 15, 20, 25],
  putAsk: [0.5, 0.3, 0.5, 1.1, 2.6, 5.8, 11, 16, 21, 26],
  rate: 0,
  expiry: 0.08,
};

describe('a strip worked by hand', () => {
  it('sums dK/K^2 Q over the five strikes, less the forward term', () => {
    const strip = vixStrip(handMade);
    if (!strip.ok) throw new Error(strip.failure.code);
    // dK: 10 (one gap), (100-85)/2, (105-95)/2, 5, 5; Q: 0.2, 1, (3 + 2.5)/2, 1.2, 0.4; F = 100 + 3 - 2.5
    const sum =
      (10 / 85 ** 2) * 0.2 +
      (7.5 / 95 ** 2) * 1 +
      (5 / 100 ** 2) * 2.75 +
      (5 / 105 ** 2) * 1.2 +
      (5 / 110 ** 2) * 0.4;
    expect(strip.value.included.map(({ width }) => width)).toEqual([10, 7.5, 5, 5, 5]);
    expect(strip.value.forward).toBeCloseTo(100.5, 12);
    expect(strip.value.atStrike).toBe(100);
    expect(strip.value.stripSum).toBeCloseTo(sum, 15);
    expect(strip.value.taylorTerm).toBeCloseTo(0.005 ** 2 / 0.08, 12);
    expect(strip.value.variance).toBeCloseTo(25 * sum - 0.0003125, 12); // 0.0794962...
  });

  it('grows the sum at the rate', () => {
    const plain = vixStrip(handMade);
    const grown = vixStrip({ ...handMade, rate: 0.05 });
    if (!plain.ok || !grown.ok) throw new Error('no strip');
    expect(grown.value.stripSum / plain.value.stripSum).toBeCloseTo(Math.exp(0.05 * 0.08), 12);
  });
});

describe('a flat-vol market', () => {
  const [forward, vol, expiry] = [4000, 0.2, 30 / 365];
  const stripVol = (gap: number): number => {
    const strikes = Array.from({ length: 8000 / gap }, (_, i) => 1000 + gap * (i + 1));
    const otm = strikes.map((k) => otmPremium(forward, k, vol * Math.sqrt(expiry)));
    const call = otm.map((premium, i) => premium + Math.max(forward - (strikes[i] ?? 0), 0));
    const put = otm.map((premium, i) => premium + Math.max((strikes[i] ?? 0) - forward, 0));
    const quotes = { strikes, callBid: call, callAsk: call, putBid: put, putAsk: put };
    const strip = vixStrip({ ...quotes, rate: 0, expiry });
    return strip.ok ? Math.sqrt(strip.value.variance) : Number.NaN;
  };

  it('has its vol replicated by dense, wide strikes', () => {
    // Sum for integral: the error is of order (dK / sd)^2, 5e-6 here.
    expect(stripVol(5)).toBeCloseTo(vol, 4);
  });

  it('is replicated with an error that falls with the square of the distance between strikes', () => {
    expect((stripVol(20) - vol) / (stripVol(10) - vol)).toBeCloseTo(4, 1);
    expect(Math.abs(stripVol(1) - vol)).toBeLessThan(1e-6);
  });
});

it('fails with a code on chains without a strip, and refuses columns that are none', () => {
  expect(
    vixStrip({ ...handMade, putBid: handMade.strikes, putAsk: handMade.strikes, callBid: Array(10).fill(0) }),
  ).toEqual({
    ok: false,
    failure: { code: 'no-forward' },
  });
  expect(() => vixStrip({ ...handMade, putBid: [1] })).toThrow('putBid must have 10 entries, was 1');
  expect(() => vixStrip({ ...handMade, strikes: Array.from(handMade.strikes).reverse() })).toThrow(
    'strikes must ascend',
  );
  expect(() => vixStrip({ ...handMade, expiry: 0 })).toThrow('expiry must be finite and > 0');
});

describeWithShared('against the three worked examples Cboe published', () => {
  it.each<VixEdition>(['2009', '2014', 'current'])(
    'gives the VIX of the %s edition to its six decimals',
    (edition) => {
      expect(vixExample(sharedPath(), edition).vix).toBeCloseTo(PUBLISHED_VIX[edition], 6);
    },
  );

  it('gives every intermediate figure to the digits printed', () => {
    const figures = vixFigures(sharedPath());
    expect(figures.filter((figure) => !agrees(figure))).toEqual([]);
    // 24 of the three strips, 21 of the current edition, and 3 for each of 268 strikes of its table.
    expect(figures).toHaveLength(24 + 21 + 3 * 268);
  });
});
