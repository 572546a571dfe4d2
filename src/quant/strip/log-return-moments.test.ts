import { describe, expect, it } from 'vitest';
import { points } from '../../core/units.ts';
import { black76 } from '../black76.ts';
import {
  kurtosis,
  type LogReturnMoments,
  logReturnMoments,
  logReturnVariance,
  skewness,
  varianceSwapVariance,
} from './log-return-moments.ts';
import { momentWeight } from './moment-weight.ts';
import type { VixStrip } from './vix-strip.ts';
import { vixStrip } from './vix-strip.ts';

/** Lognormal laws, each of forward `mean` (over F) and log standard deviation `deviation`, in parts that add up to 1. */
type Mixture = readonly { readonly part: number; readonly mean: number; readonly deviation: number }[];

const LOGNORMAL: Mixture = [{ part: 1, mean: 1, deviation: 0.06 }];
/** Nine months in ten calm, one a fall with three times the deviation. */
const SKEWED: Mixture = [
  { part: 0.9, mean: 1.01, deviation: 0.04 },
  { part: 0.1, mean: 0.91, deviation: 0.12 },
];
/** The mixture's own moments, of normals with mean ln(mean) - deviation^2 / 2: by mpmath at 30 digits. */
const SKEWED_MOMENTS: LogReturnMoments = {
  mean: -0.001915770179272858,
  second: 0.003985797503921505,
  third: -0.000502908024198022,
  fourth: 0.00016949799918833399,
};

const priceOf = (law: Mixture, right: 'call' | 'put', forward: number, strike: number): number =>
  law.reduce(
    (sum, { part, mean, deviation }) =>
      sum +
      part * black76({ right, forward: forward * mean, strike, vol: deviation, expiry: 1, discount: 1 }),
    0,
  );

/** A strip with strikes `gap` apart from a fifth of the forward to four times it, split at any strike. */
function denseStrip(law: Mixture, forward: number, gap: number, atStrike: number): VixStrip {
  const count = Math.round((3.8 * forward) / gap);
  const lowest = atStrike - gap * Math.floor((atStrike - 0.2 * forward) / gap);
  const included = Array.from({ length: count }, (_, i) => {
    const strike = lowest + gap * i;
    const [put, call] = (['put', 'call'] as const).map((right) => priceOf(law, right, forward, strike));
    const isAt = Math.abs(strike - atStrike) < gap / 2;
    const price = isAt ? ((put ?? 0) + (call ?? 0)) / 2 : ((strike < atStrike ? put : call) ?? 0);
    const side = isAt ? ('both' as const) : strike < atStrike ? ('put' as const) : ('call' as const);
    return { strike, side, price, width: gap, contribution: (gap / strike ** 2) * price };
  });
  return {
    variance: Number.NaN,
    forward: points(forward),
    atStrike,
    stripSum: Number.NaN,
    taylorTerm: Number.NaN,
    included,
  };
}

describe('moments of a dense strip', () => {
  it('are those of a normal log return when the price is lognormal', () => {
    const moments = logReturnMoments(denseStrip(LOGNORMAL, 4000, 1, 4000));
    const s2 = 0.06 ** 2;
    // Trapezoid sums with a kink at the money: (dK / sd)^2 / 12 of the value, 1.4e-6 here
    expect(moments.mean / (-s2 / 2)).toBeCloseTo(1, 5);
    expect(logReturnVariance(moments) / s2).toBeCloseTo(1, 5);
    expect(skewness(moments)).toBeCloseTo(0, 5);
    expect(kurtosis(moments)).toBeCloseTo(3, 4);
    expect(Math.sqrt(varianceSwapVariance(moments, 30 / 365))).toBeCloseTo(0.06 / Math.sqrt(30 / 365), 6);
  });

  it('are those of a skewed law known in closed form', () => {
    const moments = logReturnMoments(denseStrip(SKEWED, 4000, 1, 4000));
    for (const name of ['mean', 'second', 'third', 'fourth'] as const)
      expect(moments[name] / SKEWED_MOMENTS[name]).toBeCloseTo(1, 5);
    // mpmath, from the same moments
    expect(skewness(moments)).toBeCloseTo(-1.9102122076314694, 4);
    expect(kurtosis(moments)).toBeCloseTo(10.451432946417478, 3);
  });

  it('converge with the square of the distance between strikes', () => {
    const errorAt = (gap: number): number =>
      (skewness(logReturnMoments(denseStrip(SKEWED, 4000, gap, 4000))) ?? 0) + 1.9102122076314694;
    expect(errorAt(20) / errorAt(10)).toBeCloseTo(4, 1);
  });

  it('do not depend on where puts give way to calls: the terms in ln K0/F carry all of it', () => {
    const here = logReturnMoments(denseStrip(SKEWED, 4000, 1, 4000));
    for (const atStrike of [3880, 4100]) {
      const there = logReturnMoments(denseStrip(SKEWED, 4000, 1, atStrike));
      // Without the term of its order each would be off by a tenth or more; half of L^2 would shift `second` by 8 %.
      for (const name of ['mean', 'second', 'third', 'fourth'] as const)
        expect(there[name] / here[name]).toBeCloseTo(1, 5);
    }
  });
});

it('prices the variance swap like VIX to the second order in F/K0 - 1', () => {
  const strikes = Array.from({ length: 3000 }, (_, i) => 1500 + 2 * i);
  const quotes = (right: 'call' | 'put') => strikes.map((strike) => priceOf(SKEWED, right, 4001.3, strike));
  const [call, put] = [quotes('call'), quotes('put')];
  const expiry = 30 / 365;
  const strip = vixStrip({
    strikes,
    callBid: call,
    callAsk: call,
    putBid: put,
    putAsk: put,
    rate: 0,
    expiry,
  });
  if (!strip.ok) throw new Error(strip.failure.code);
  const swap = varianceSwapVariance(logReturnMoments(strip.value), expiry);
  // F/K0 - 1 = 3.3e-4, the third order of which, 2/3 x^3 / T, is 3e-10
  expect(Math.abs(swap - strip.value.variance)).toBeLessThan(4e-10);
  expect(swap).toBeCloseTo((-2 * SKEWED_MOMENTS.mean) / expiry, 5);
});

it('has no skewness without variance', () => {
  const none = { mean: 0.1, second: 0.01, third: 0, fourth: 0 };
  expect(skewness(none)).toBeUndefined();
  expect(kurtosis(none)).toBeUndefined();
  expect(() => varianceSwapVariance(none, 0)).toThrow('expiry must be finite and > 0');
});

it('holds strikes by the second derivative of the claim', () => {
  const h = 1e-4;
  for (const order of [1, 2, 3, 4]) {
    for (const strike of [0.6, 0.97, 1.02, 1.7]) {
      const claim = (K: number): number => Math.log(K) ** order;
      const bend = (claim(strike + h) - 2 * claim(strike) + claim(strike - h)) / h ** 2;
      // h^2 of a fourth derivative of some tens, and rounding over h^2: 1e-6
      expect(momentWeight(order, Math.log(strike))).toBeCloseTo(strike ** 2 * bend, 5);
    }
  }
});
