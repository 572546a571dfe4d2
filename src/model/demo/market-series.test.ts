import { expect, it } from 'vitest';
import type { Series } from '../../market/history.ts';
import { jointModel } from '../joint-model.ts';
import { demoPath } from './demo-path.ts';
import { demoYears } from './demo-years.ts';
import { breadthSeries, fundSeries, volumeSeries, yieldSeries } from './market-series.ts';

const years = demoYears(demoPath(3, 'p'), jointModel(), 3);
const changes = ({ values }: Series, of: (x: number) => number): number[] =>
  Array.from(values, (x, i) => (i === 0 ? 0 : of(x) - of(values[i - 1] ?? x)));

/** Slope and correlation of a column on another. */
function regression(xs: ArrayLike<number>, ys: ArrayLike<number>): { slope: number; correlation: number } {
  const mean = (all: ArrayLike<number>): number => Array.from(all).reduce((a, b) => a + b, 0) / all.length;
  const [mx, my] = [mean(xs), mean(ys)];
  let [xx, xy, yy] = [0, 0, 0];
  for (let i = 0; i < xs.length; i++) {
    const [dx, dy] = [(xs[i] ?? 0) - mx, (ys[i] ?? 0) - my];
    [xx, xy, yy] = [xx + dx * dx, xy + dx * dy, yy + dy * dy];
  }
  return { slope: xy / xx, correlation: xy / Math.sqrt(xx * yy) };
}
const named = (all: readonly Series[], name: string): Series => {
  const found = all.find((series) => series.name === name);
  if (found === undefined) throw new Error(`${name} is not made`);
  return found;
};

it('moves funds by their betas', () => {
  const funds = fundSeries(years);
  const beta = (name: string): number => regression(years.moves, changes(named(funds, name), Math.log)).slope;
  // 3,269 days of 1.1 % against 0.5 to 0.7 % of their own: standard errors near .01, and prices are rounded to cents.
  expect(Math.abs(beta('SPHB.adjClose') - 1.35)).toBeLessThan(0.05);
  expect(Math.abs(beta('VNQ.adjClose') - 0.85)).toBeLessThan(0.06);
  expect(Math.abs(beta('SPY.close') - 1)).toBeLessThan(0.01);
});

it('lowers the past of an adjusted close and leaves its last value alone', () => {
  const funds = fundSeries(years);
  const [close, adjusted] = [named(funds, 'SPY.close').values, named(funds, 'SPY.adjClose').values];
  expect(adjusted.at(-1)).toBe(close.at(-1));
  expect((adjusted[0] ?? 0) / (close[0] ?? 1)).toBeCloseTo(Math.exp((-0.0125 * (close.length - 1)) / 252), 3);
});

it('has more issues rise than fall on a day that rises', () => {
  const { correlation } = regression(
    years.moves,
    changes(breadthSeries(years), (x) => x),
  );
  expect(correlation).toBeGreaterThan(0.8);
  expect(correlation).toBeLessThan(0.99);
});

it('trades more shares on a day that falls', () => {
  const { values } = volumeSeries(years);
  const mean = (pick: (move: number) => boolean): number => {
    const chosen = values.filter((_, i) => pick(years.moves[i] ?? 0));
    return chosen.reduce((sum, x) => sum + x, 0) / chosen.length;
  };
  expect(mean((move) => move < -0.015)).toBeGreaterThan(1.2 * mean((move) => Math.abs(move) < 0.005));
});

it('has a ten-year yield of its own', () => {
  const { correlation } = regression(
    years.moves,
    changes(yieldSeries(years), (x) => x),
  );
  expect(Math.abs(correlation)).toBeLessThan(0.06); // three standard errors of 3,269 days
});
