import { describe, expect, it } from 'vitest';
import { contextOf, daily, monthsTo, SESSION, seriesOn } from '../../../test/fixtures/signal-history.ts';
import { isoDate } from '../../core/dates.ts';
import { breadthDivergence } from './s07-breadth-divergence.ts';
import { valuationBreadth } from './s08-valuation-breadth.ts';

const BARS = 80;
const ramp = (from: number, step: number): number[] =>
  Array.from({ length: BARS }, (_, i) => from + step * i);
/** Up for all but the last `bars`, then down. */
const turned = (bars: number): number[] =>
  Array.from({ length: BARS }, (_, i) => 1000 + (i < BARS - bars ? i : 2 * (BARS - bars) - i));

const market = (spx: readonly number[], line: readonly number[]) => [
  daily('SPX.close', spx),
  daily('NYAD.close', line),
];

describe('S07', () => {
  const read = (spx: readonly number[], line: readonly number[]) =>
    breadthDivergence(contextOf(market(spx, line)));

  it('is +1 when index and line make their highs together', () => {
    expect(read(ramp(2800, 1), ramp(1000, 1))).toMatchObject({ value: 1, inputs: { adDivergence: 0 } });
  });

  it('is -1 when the line fell a standard deviation behind an index at its high, three closes running', () => {
    expect(read(ramp(2800, 1), turned(30))).toMatchObject({
      value: -1,
      direction: 'adverse',
      inputs: { adDivergence: 1 },
    });
  });

  it('waits for the third close', () => {
    // A day near its high two closes ago takes the first of the three closes out of the divergence.
    const line = turned(30);
    line[BARS - 3] = 1045;
    expect(read(ramp(2800, 1), line)).toMatchObject({ value: -0.5, inputs: { adDivergence: 0 } });
  });

  it('is half the sign of the slope otherwise', () => {
    const fallen = ramp(2800, 1).map((x, i) => (i < BARS - 5 ? x : 2700));
    expect(read(fallen, turned(30))).toMatchObject({ value: -0.5 });
    expect(read(fallen, ramp(1000, 1))).toMatchObject({ value: 0.5 });
    expect(read(fallen, new Array<number>(BARS).fill(1000))).toMatchObject({ value: 0 });
  });

  it('names the last day of a line that stopped', () => {
    const stopped = daily('NYAD.close', ramp(1000, 1), isoDate('2019-04-26'));
    expect(breadthDivergence(contextOf([daily('SPX.close', ramp(2800, 1)), stopped]))).toMatchObject({
      absent: 'NYAD.close: no value since 2019-04-26',
    });
  });
});

describe('S08', () => {
  const months = monthsTo(240, isoDate('2019-01-01'));
  /** P/E climbs for 20 years and ends at the given multiple of 10. */
  const valued = (lastPe: number) => [
    seriesOn(
      'SHILLER.price',
      months,
      months.map((_, i) => (i === 239 ? lastPe : 10 + i / 12)),
    ),
    seriesOn(
      'SHILLER.earnings',
      months,
      months.map(() => 1),
      { lagDays: 122, tags: ['revised'] },
    ),
  ];
  const read = (lastPe: number, spx: readonly number[], line: readonly number[]) =>
    valuationBreadth(contextOf([...valued(lastPe), ...market(spx, line)]));

  it('is benign when the market is not dear and breadth rises', () => {
    expect(read(15, ramp(2800, 1), ramp(1000, 1))).toMatchObject({
      value: 0.5,
      tags: ['partial', 'revised'],
    });
  });

  it('is adverse only when it is dear and breadth diverges', () => {
    expect(read(40, ramp(2800, 1), turned(30))).toMatchObject({ value: -1 });
    const fallen = ramp(2800, 1).map((x, i) => (i < BARS - 5 ? x : 2700));
    expect(read(40, fallen, turned(30))).toMatchObject({ value: 0 });
    expect(read(15, ramp(2800, 1), turned(30))).toMatchObject({ value: 0 });
  });

  it('ranks P/E in 20 years and dates itself by its newest input', () => {
    const signal = read(40, ramp(2800, 1), ramp(1000, 1));
    expect(signal).toMatchObject({ asOf: SESSION, inputs: { pe: 40, pePct: (100 * 239.5) / 240 } });
  });

  it('is absent when earnings stopped', () => {
    const old = monthsTo(240, isoDate('2018-09-01'));
    const price = seriesOn(
      'SHILLER.price',
      months,
      months.map(() => 20),
    );
    const earnings = seriesOn(
      'SHILLER.earnings',
      old,
      old.map(() => 1),
    );
    expect(valuationBreadth(contextOf([price, earnings, ...market(ramp(1, 1), ramp(1, 1))]))).toMatchObject({
      absent: 'SHILLER.earnings: no value since 2018-09-01',
    });
  });
});
