import { describe, expect, it } from 'vitest';
import { black76 } from '../black76.ts';
import { varianceSwapVariance } from './log-return-moments.ts';
import { quotedSmile } from './quoted-smile.ts';
import { smileMoments } from './smile-moments.ts';
import { selectStrip } from './strip-selection.ts';
import { vixStrip } from './vix-strip.ts';

const EXPIRY = 30 / 365;
const RATE = 0.04;
const FORWARD = 4013.7;

/** Quotes without spread on a smile, strikes `gap` apart within 600 points of 4000. */
function quotesOf(vol: (k: number) => number, gap: number) {
  const strikes = Array.from({ length: 1 + 1200 / gap }, (_, i) => 3400 + gap * i);
  const price = (right: 'call' | 'put') =>
    strikes.map((strike) =>
      black76({
        right,
        forward: FORWARD,
        strike,
        vol: vol(Math.log(strike / FORWARD)),
        expiry: EXPIRY,
        discount: Math.exp(-RATE * EXPIRY),
      }),
    );
  const [call, put] = [price('call'), price('put')];
  return { strikes, callBid: call, callAsk: call, putBid: put, putAsk: put };
}

function swapVol(quotes: ReturnType<typeof quotesOf>): number {
  const growth = Math.exp(RATE * EXPIRY);
  const selection = selectStrip(quotes, growth);
  if (!selection.ok) throw new Error(selection.failure.code);
  const smile = quotedSmile(selection.value, growth);
  const moments = smile === undefined ? undefined : smileMoments(smile);
  if (moments?.ok !== true) throw new Error('no moments');
  return Math.sqrt(varianceSwapVariance(moments.value, EXPIRY));
}

describe('the smile through quotes', () => {
  it('gives a flat vol back from a few coarse strikes, which the sum over them does not', () => {
    const quotes = quotesOf(() => 0.2, 50);
    expect(swapVol(quotes)).toBeCloseTo(0.2, 12);
    const strip = vixStrip({ ...quotes, rate: RATE, expiry: EXPIRY });
    expect(strip.ok && Math.abs(Math.sqrt(strip.value.variance) - 0.2)).toBeGreaterThan(1e-4);
  });

  it('follows a skewed smile closer than the sum, from strikes 25 points apart', () => {
    const skewed = (k: number): number => 0.2 - 0.4 * Math.max(Math.min(k, 0.1), -0.14);
    const exact = smileMoments({
      totalVariance: (k) => skewed(k) ** 2 * EXPIRY,
      corners: [-0.14, 0.1],
    });
    if (!exact.ok) throw new Error(exact.failure.code);
    const truth = Math.sqrt(varianceSwapVariance(exact.value, EXPIRY));
    const quotes = quotesOf(skewed, 25);
    const strip = vixStrip({ ...quotes, rate: RATE, expiry: EXPIRY });
    const sumError = strip.ok ? Math.abs(Math.sqrt(strip.value.variance) - truth) : 0;
    // Chords of vol^2 between strikes 0.6 % apart: a few 1e-6 of vol
    expect(Math.abs(swapVol(quotes) - truth)).toBeLessThan(5e-6);
    expect(sumError).toBeGreaterThan(5e-5);
  });

  it('holds the last vol beyond the last quote, and is a line in between', () => {
    const quotes = quotesOf((k) => 0.2 - 0.3 * k, 100);
    const selection = selectStrip(quotes, Math.exp(RATE * EXPIRY));
    if (!selection.ok) throw new Error(selection.failure.code);
    const smile = quotedSmile(selection.value, Math.exp(RATE * EXPIRY));
    const corners = smile?.corners ?? [];
    const [first = 0, second = 0] = corners;
    const w = smile?.totalVariance ?? (() => Number.NaN);
    expect(corners).toHaveLength(selection.value.prices.length);
    expect(w(first)).toBeCloseTo((0.2 - 0.3 * first) ** 2 * EXPIRY, 12);
    expect(w(-5)).toBe(w(first));
    expect(w(5)).toBe(w(corners.at(-1) ?? 0));
    expect(w((first + second) / 2)).toBeCloseTo((w(first) + w(second)) / 2, 15);
  });

  it('is absent without a single implied vol', () => {
    const prices = [{ strike: 100, side: 'put', price: 0 }] as const;
    expect(quotedSmile({ forward: 110, atStrike: 100, prices }, 1)).toBeUndefined();
  });
});
