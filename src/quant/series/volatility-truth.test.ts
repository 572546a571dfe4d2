import { describe, expect, it } from 'vitest';
import { normalDraw, type Random, seededRandom } from '../../core/random.ts';
import { type OhlcBars, ohlcAt } from './ohlc.ts';
import { rollingRealisedVol } from './realised-vol.ts';
import { garmanKlass, parkinson, rogersSatchell, type SessionVariance } from './session-variance.ts';
import { sessionVol } from './session-vol.ts';
import { rollingYangZhangVol, yangZhangVol } from './yang-zhang.ts';

/**
 * Geometric Brownian motion with a whole day's variance of 1e-4, of which `night` passes while the market is shut, and
 * a drift of `drift` deviations a session.
 */
interface Market {
  readonly days: number;
  readonly drift: number;
  readonly night: number;
  readonly seed: number;
}

const VARIANCE = 1e-4;
/** Steps of a session. Its extremes inside a step are drawn from their exact law, so few are enough. */
const STEPS = 32;

/** Highest point of a Brownian bridge over a move of `move` with variance `variance`: exact inverse of its law. */
const bridgeTop = (move: number, variance: number, random: Random): number =>
  (move + Math.sqrt(move * move - 2 * variance * Math.log(1 - random()))) / 2;

function market({ days, drift, night, seed }: Market): OhlcBars {
  const random = seededRandom(seed);
  const column = () => new Float64Array(days);
  const [open, high, low, close] = [column(), column(), column(), column()];
  const variance = ((1 - night) * VARIANCE) / STEPS;
  const step = (drift * Math.sqrt((1 - night) * VARIANCE)) / STEPS;
  let price = 0;
  for (let day = 0; day < days; day++) {
    price += Math.sqrt(night * VARIANCE) * normalDraw(random);
    let [top, bottom] = [price, price];
    open[day] = Math.exp(price);
    for (let i = 0; i < STEPS; i++) {
      const move = step + Math.sqrt(variance) * normalDraw(random);
      top = Math.max(top, price + bridgeTop(move, variance, random));
      bottom = Math.min(bottom, price - bridgeTop(-move, variance, random));
      price += move;
    }
    high[day] = Math.exp(top);
    low[day] = Math.exp(bottom);
    close[day] = Math.exp(price);
  }
  return { open, high, low, close };
}

const DAYS = 20_000;

const meanOf = (xs: readonly number[]): number => xs.reduce((a, b) => a + b, 0) / xs.length;
function varianceOf(xs: readonly number[]): number {
  const mean = meanOf(xs);
  return meanOf(xs.map((x) => (x - mean) ** 2));
}

/** One estimate a session, as a multiple of the true variance of a whole day. */
const eachSession = (bars: OhlcBars, variance: SessionVariance): readonly number[] =>
  Array.from(bars.close, (_, i) => variance(ohlcAt(bars, i)) / VARIANCE);

/** Estimates from days that no two of them share, as multiples of the same. */
const apart = (vols: Float64Array, days: number): readonly number[] =>
  Array.from(vols, (vol) => (vol * vol) / VARIANCE).filter((_, i) => i % days === 0);

/** How far the mean of independent estimates lies from `truth`, in its standard errors. */
const offBy = (estimates: readonly number[], truth: number): number =>
  (meanOf(estimates) - truth) / Math.sqrt(varianceOf(estimates) / estimates.length);

describe('over 20,000 days of known variance, without drift or nights', () => {
  const bars = market({ days: DAYS, drift: 0, night: 0, seed: 3 });

  // 9 zeta(3) / (4 ln 2)^2 - 1 = .4073, quoted as 5.2 elsewhere; Garman and Klass (1980), table 1; Rogers and Satchell
  // (1991): .331.
  it.each([
    ['Parkinson', parkinson, 2 / 0.4073],
    ['Garman-Klass', garmanKlass, 7.4],
    ['Rogers-Satchell', rogersSatchell, 2 / 0.331],
  ] as const)('%s is unbiased, and that much better than the squared move', (_, variance, efficiency) => {
    const estimates = eachSession(bars, variance);
    expect(Math.abs(offBy(estimates, 1))).toBeLessThan(3);
    // The squared move has variance 2. From 20,000 estimates a variance is known to 3 % (one deviation).
    expect(Math.abs(2 / varianceOf(estimates) / efficiency - 1)).toBeLessThan(0.1);
  });

  it('Yang-Zhang over two days is unbiased, and some 14 times better than the variance of closes', () => {
    const estimates = apart(rollingYangZhangVol(bars, 2, 1).values, 2);
    const closes = apart(rollingRealisedVol(bars.close, 2, 1).values, 2);
    expect(Math.abs(offBy(estimates, 1))).toBeLessThan(3);
    expect(Math.abs(offBy(closes, 1))).toBeLessThan(3);
    // Yang and Zhang (2000) say 1 + 1/k = 13.8 at two days, their peak; 10,000 estimates tell it to 5 %.
    expect(varianceOf(closes) / varianceOf(estimates)).toBeGreaterThan(12);
    expect(varianceOf(closes) / varianceOf(estimates)).toBeLessThan(15);
  });

  it('the whole sample gives the volatility to half a percent', () => {
    // Relative error of a variance from n days: sqrt(2 / (n x efficiency)); of its root half that, 0.25 % at efficiency 4.9.
    const vols = [parkinson, garmanKlass, rogersSatchell].map((variance) => sessionVol(bars, variance));
    for (const vol of [...vols, yangZhangVol(bars)])
      expect(Math.abs(vol / Math.sqrt(252 * VARIANCE) - 1)).toBeLessThan(0.005);
  });
});

describe('over 20,000 days with a drift of half a deviation a session, and 30 % of the variance at night', () => {
  const bars = market({ days: DAYS, drift: 0.5, night: 0.3, seed: 3 });

  it('Rogers-Satchell tells the session, whatever the drift', () => {
    expect(Math.abs(offBy(eachSession(bars, rogersSatchell), 0.7))).toBeLessThan(3);
  });

  it('Parkinson and Garman-Klass take the drift for volatility', () => {
    expect(offBy(eachSession(bars, parkinson), 0.7)).toBeGreaterThan(10);
    expect(offBy(eachSession(bars, garmanKlass), 0.7)).toBeGreaterThan(5);
  });

  it('Yang-Zhang tells the whole day, night included', () => {
    expect(Math.abs(offBy(apart(rollingYangZhangVol(bars, 2, 1).values, 2), 1))).toBeLessThan(3);
    expect(Math.abs(offBy(apart(rollingYangZhangVol(bars, 10, 1).values, 10), 1))).toBeLessThan(3);
  });
});
