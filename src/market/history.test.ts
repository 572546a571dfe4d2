import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayNumber, isoDate } from '../core/dates.ts';
import { PreconditionError } from '../core/errors.ts';
import { epochMs, points } from '../core/units.ts';
import {
  checkedSeries,
  historyThrough,
  latest,
  observationOn,
  type Series,
  type VxCurve,
} from './history.ts';

const DAY = 86_400_000;
const series = (
  name: string,
  rows: readonly (readonly [day: number, value: number, availableAt: number])[],
): Series => ({
  name,
  days: Int32Array.from(rows, ([day]) => day),
  values: Float64Array.from(rows, ([, value]) => value),
  availableAt: Float64Array.from(rows, ([, , at]) => at),
  tags: [],
});
const through = (all: readonly Series[], at: number, vx: readonly VxCurve[] = []) =>
  historyThrough(new Map(all.map((one) => [one.name, one])), vx, epochMs(at));

describe('historyThrough', () => {
  it('shows what was available at the instant, and nothing after', () => {
    const past = through(
      [
        series('A', [
          [1, 10, 100],
          [2, 20, 200],
          [3, 30, 300],
        ]),
      ],
      200,
    );
    expect([...(past.series('A')?.values ?? [])]).toEqual([10, 20]);
    expect(past.through).toBe(200);
  });

  it('holds back a value published late even when later days are already known', () => {
    const past = through(
      [
        series('A', [
          [1, 10, 500],
          [2, 20, 200],
          [3, 30, 300],
        ]),
      ],
      300,
    );
    expect([...(past.series('A')?.days ?? [])]).toEqual([2, 3]);
  });

  it('does not know a series none of whose values was available', () => {
    const past = through([series('A', [[1, 10, 100]]), series('B', [[1, 10, 900]])], 200);
    expect(past.series('B')).toBeUndefined();
    expect(past.series('C')).toBeUndefined();
    expect(past.names).toEqual(['A']);
  });

  it('shows only the VX curves available by then', () => {
    const curve = (session: string, at: number): VxCurve => ({
      session: isoDate(session),
      availableAt: epochMs(at),
      contracts: [{ expiration: isoDate('2019-05-22'), settle: points(17) }],
    });
    const past = through([], 200, [
      curve('2019-05-08', 100),
      curve('2019-05-09', 200),
      curve('2019-05-10', 300),
    ]);
    expect(past.vx.map(({ session }) => session)).toEqual(['2019-05-08', '2019-05-09']);
  });

  it('is blind to everything after the instant: poisoning it changes nothing', () => {
    const rows = fc.uniqueArray(
      fc.tuple(
        fc.integer({ min: 0, max: 999 }),
        fc.double({ min: -1e6, max: 1e6, noNaN: true }),
        fc.integer({ min: 0, max: 1000 }),
      ),
      { selector: ([day]) => day, maxLength: 40 },
    );
    fc.assert(
      fc.property(rows, fc.integer({ min: 0, max: 1000 }), (raw, at) => {
        const sorted = [...raw].sort(([a], [b]) => a - b);
        const poisoned = sorted.map(
          ([day, value, available]) => [day, available > at ? 1e300 : value, available] as const,
        );
        const [clean, dirty] = [through([series('A', sorted)], at), through([series('A', poisoned)], at)];
        expect(dirty.series('A')).toEqual(clean.series('A'));
        expect(dirty.names).toEqual(clean.names);
        for (const known of clean.series('A')?.availableAt ?? []) expect(known).toBeLessThanOrEqual(at);
      }),
      { seed: 7 },
    );
  });
});

describe('latest and observationOn', () => {
  const one = series('A', [
    [dayNumber(isoDate('2019-05-08')), 19.4, DAY],
    [dayNumber(isoDate('2019-05-10')), 16.04, 2 * DAY],
  ]);

  it('give the newest observation, and the one of a date', () => {
    expect(latest(one)).toEqual({ value: 16.04, asOf: '2019-05-10', availableAt: 2 * DAY });
    expect(observationOn(one, isoDate('2019-05-08'))).toEqual({
      value: 19.4,
      asOf: '2019-05-08',
      availableAt: DAY,
    });
  });

  it('are absent where nothing was observed: no value is carried forward', () => {
    expect(observationOn(one, isoDate('2019-05-09'))).toBeUndefined();
    expect(observationOn(undefined, isoDate('2019-05-09'))).toBeUndefined();
    expect(latest(undefined)).toBeUndefined();
    expect(latest(series('A', []))).toBeUndefined();
  });
});

describe('checkedSeries', () => {
  it('gives back a sound series as it is', () => {
    const sound = series('A', [
      [1, 10, 100],
      [2, 20, 50],
    ]);
    expect(checkedSeries(sound)).toBe(sound);
  });

  it('refuses repeated or descending days, values that are not finite, and columns of different lengths', () => {
    expect(() =>
      checkedSeries(
        series('A', [
          [1, 1, 1],
          [1, 2, 2],
        ]),
      ),
    ).toThrow('A.days must be strictly ascending');
    expect(() =>
      checkedSeries(
        series('A', [
          [2, 1, 1],
          [1, 2, 2],
        ]),
      ),
    ).toThrow(PreconditionError);
    expect(() => checkedSeries(series('A', [[1, Number.NaN, 1]]))).toThrow('A must be finite, was NaN');
    expect(() => checkedSeries(series('A', [[1, 1, Number.POSITIVE_INFINITY]]))).toThrow('A must be finite');
    expect(() => checkedSeries({ ...series('A', [[1, 1, 1]]), values: Float64Array.of(1, 2) })).toThrow(
      'A must have columns of one length',
    );
  });
});
