import { describe, expect, it } from 'vitest';
import { contextOf, curveOf, daily, sessionsTo } from '../../../test/fixtures/signal-history.ts';
import { normalDraw, seededRandom } from '../../core/random.ts';
import { rsi } from '../../quant/series/rsi.ts';
import { lastRsi } from './rsi-reading.ts';
import { spxRsi } from './s02-spx-rsi.ts';
import { vixRsi } from './s03-vix-rsi.ts';
import { curveRsi } from './s04-curve-rsi.ts';

/** Gains and losses in turn, so that Wilder's ratio settles near the wanted RSI. */
function withRsi(target: number): number[] {
  let x = 500;
  return Array.from({ length: 300 }, (_, i) => {
    x += i % 2 === 0 ? target / 100 : target / 100 - 1;
    return x;
  });
}

describe('S02 and S03', () => {
  it('score the bands of the method', () => {
    const spx = (target: number) => spxRsi(contextOf([daily('SPX.close', withRsi(target))]));
    const vix = (target: number) => vixRsi(contextOf([daily('VIX.close', withRsi(target))]));
    expect([20, 35, 50, 65, 80].map((target) => spx(target))).toMatchObject(
      [-0.5, 0, 0.5, 0, -0.5].map((value) => ({ value })),
    );
    expect([20, 32.5, 45, 62, 80].map((target) => vix(target))).toMatchObject(
      [-0.5, 0, 0.5, 0, -1].map((value) => ({ value })),
    );
  });

  it('publish the RSI other rules read', () => {
    expect(spxRsi(contextOf([daily('SPX.close', withRsi(100))]))).toMatchObject({ inputs: { rsiSpx: 100 } });
    expect(vixRsi(contextOf([daily('VIX.close', withRsi(0))]))).toMatchObject({ inputs: { rsiVix: 0 } });
  });

  it('compute on 500 bars the RSI of the whole history to 1e-9', () => {
    const random = seededRandom(3);
    let x = 3000;
    const walk = Float64Array.from({ length: 9000 }, () => (x *= Math.exp(0.01 * normalDraw(random))));
    const whole = rsi(walk).values.at(-1) ?? Number.NaN;
    expect(Math.abs(lastRsi(walk.subarray(-500)) - whole)).toBeLessThan(1e-9);
  });
});

describe('S04', () => {
  const random = seededRandom(11);
  let level = 16;
  const vix = Array.from({ length: 300 }, () => (level *= Math.exp(0.05 * normalDraw(random))));
  const dates = sessionsTo(vix.length);
  const curves = (cm30: (i: number) => number) => dates.map((date, i) => curveOf(date, cm30(i), cm30(i) + 1));

  it('is 0 when the curve is spot', () => {
    const signal = curveRsi(
      contextOf(
        [daily('VIX.close', vix)],
        curves((i) => vix[i] ?? 0),
      ),
    );
    expect(signal).toMatchObject({ value: 0, direction: 'neutral', inputs: { dRsi: 0 } });
  });

  it('is benign when spot outran the curve, by half at ten points', () => {
    const spiking = vix.map((x, i) => (i < 297 ? x : x * (1 + 0.2 * (i - 296))));
    const signal = curveRsi(
      contextOf(
        [daily('VIX.close', spiking)],
        curves((i) => vix[i] ?? 0),
      ),
    );
    expect(signal).toMatchObject({ value: 0.5, direction: 'benign' });
  });

  it('is -dRsi / 20 inside ten points', () => {
    const damped = curves((i) => 16 + 0.5 * ((vix[i] ?? 0) - 16) + 0.05 * (i % 7));
    const signal = curveRsi(contextOf([daily('VIX.close', vix)], damped));
    const dRsi = 'inputs' in signal ? (signal.inputs['dRsi'] ?? 0) : 0;
    expect(Math.abs(dRsi)).toBeGreaterThan(0);
    expect(Math.abs(dRsi)).toBeLessThan(10);
    expect(signal).toMatchObject({ value: -dRsi / 20 });
  });

  it('is absent without VX quotes', () => {
    expect(curveRsi(contextOf([daily('VIX.close', vix)]))).toMatchObject({
      absent: 'VX curve: no data by 2019-05-09',
    });
  });
});
