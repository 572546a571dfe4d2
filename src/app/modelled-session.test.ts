import { describe, expect, it } from 'vitest';
import { dayNumber, isoDate } from '../core/dates.ts';
import type { Series } from '../market/history.ts';
import { canBeModelled, newestModelled } from './modelled-session.ts';

const closes = (name: string, dates: readonly string[]): [string, Series] => [
  name,
  {
    name,
    days: Int32Array.from(dates, (date) => dayNumber(isoDate(date))),
    values: new Float64Array(dates.length).fill(20),
    availableAt: new Float64Array(dates.length),
    tags: [],
  },
];

const SPX = closes('SPX.close', ['2026-07-28', '2026-07-29', '2026-07-30', '2026-07-31']);
// A VIX file has rows on days that are no session: 4 July 2026 was a Saturday.
const VIX = closes('VIX.close', ['2026-07-04', '2026-07-28', '2026-07-29', '2026-08-03']);
const lake = { series: new Map([SPX, VIX]) };

describe('a session that can be modelled', () => {
  it('has a close of both indices', () => {
    expect(canBeModelled(lake, isoDate('2026-07-29'))).toBe(true);
    expect(canBeModelled(lake, isoDate('2026-07-30'))).toBe(false); // no VIX
    expect(canBeModelled(lake, isoDate('2026-08-03'))).toBe(false); // no SPX
    expect(canBeModelled({ series: new Map([SPX]) }, isoDate('2026-07-29'))).toBe(false);
  });

  it('is the newest of them up to today', () => {
    expect(newestModelled(lake, isoDate('2026-11-20'))).toBe('2026-07-29');
    expect(newestModelled(lake, isoDate('2026-07-28'))).toBe('2026-07-28');
    expect(newestModelled(lake, isoDate('2026-07-27'))).toBeUndefined();
    expect(newestModelled({ series: new Map() }, isoDate('2026-11-20'))).toBeUndefined();
  });
});
