import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateOfDay, dayNumber, isoDate } from '../core/dates.ts';
import { showInstant } from '../core/new-york.ts';
import { availableAt, seriesFacts, seriesName } from './series-catalogue.ts';
import { SERIES_LIST } from './series-list.ts';
import { precedence, SOURCE_KINDS } from './source-kind.ts';

const shown = (name: string, asOf: string): string | undefined => {
  const instant = availableAt(name, isoDate(asOf));
  return instant === undefined ? undefined : showInstant(instant);
};

describe('availableAt', () => {
  it('gives index and fund closes at 17:00 of their own session', () => {
    expect(shown('VIX.close', '2019-05-09')).toBe('2019-05-09 17:00 ET');
    expect(shown('SPX.high', '2019-05-09')).toBe('2019-05-09 17:00 ET');
    expect(shown('SPY.adjClose', '2019-01-09')).toBe('2019-01-09 17:00 ET');
  });

  it('gives daily Treasury yields at 17:00 of the next session, over weekends and holidays', () => {
    expect(shown('DGS10', '2019-05-09')).toBe('2019-05-10 17:00 ET');
    expect(shown('DGS10', '2019-05-24')).toBe('2019-05-28 17:00 ET'); // Memorial Day on the 27th
    expect(shown('TREASURY.3month', '2015-05-07')).toBe('2015-05-08 17:00 ET');
    expect(shown('DGS10', '1985-05-10')).toBe('1985-05-13 17:00 ET'); // before the calendar: the next weekday
  });

  it('gives monthly statistics by a lag from the end of their month, never from its start', () => {
    expect(shown('RBUSBIS', '2019-03-01')).toBe('2019-05-15 17:00 ET'); // 45 days after 31 March
    expect(shown('FEDFUNDS', '2019-12-01')).toBe('2020-01-05 17:00 ET');
    expect(shown('GDPC1', '2019-10-01')).toBe('2020-03-30 17:00 ET'); // 90 days after 31 December
  });

  it('is not before the release for the latest releases on record', () => {
    // Dates of calendars/cpi_releases_2007_2026 and gdp_advance_releases_2020_2026.
    expect(shown('CPIAUCSL', '2013-09-01')).toSatisfy((at: string) => at >= '2013-10-30');
    expect(shown('CPIAUCSL', '2025-09-01')).toSatisfy((at: string) => at >= '2025-10-24');
    expect(shown('PPIFIS', '2025-09-01')).toSatisfy((at: string) => at >= '2025-11-25');
    expect(shown('GDPC1', '2025-07-01')).toSatisfy((at: string) => at >= '2025-12-23');
  });

  it('never makes a value available before the day it describes ends, and ascends with the days', () => {
    const day = fc.integer({ min: dayNumber(isoDate('1962-01-01')), max: dayNumber(isoDate('2030-06-01')) });
    fc.assert(
      fc.property(fc.constantFrom(...SERIES_LIST), day, ({ name }, n) => {
        const [here, after] = [availableAt(name, dateOfDay(n)), availableAt(name, dateOfDay(n + 1))];
        expect(here).toBeGreaterThanOrEqual((n + 17 / 24) * 86_400_000);
        expect(after).toBeGreaterThanOrEqual(here ?? Number.POSITIVE_INFINITY);
      }),
    );
  });
});

describe('seriesFacts', () => {
  it('knows families by their pattern and refuses what nobody described', () => {
    expect(seriesFacts('VNQ.adjClose')?.unit).toBe('usd');
    expect(seriesFacts('VIX9D.open')?.unit).toBe('points');
    expect(seriesFacts('CNDR')?.calendar).toBe('session');
    expect(seriesFacts('CNDR.monthEnd')?.calendar).toBe('any');
    expect(seriesFacts('OECD.JPN')?.unit).toBe('percent');
    expect(seriesFacts('MP1')).toBeUndefined();
    expect(seriesFacts('SPY.nav')).toBeUndefined();
    expect(availableAt('nonsense', isoDate('2019-05-09'))).toBeUndefined();
  });

  it('calls one fact by one name, whoever prints it', () => {
    expect(seriesName('VIXCLS')).toBe('VIX.close');
    expect(seriesName('DGS10')).toBe('DGS10');
  });

  it('tags latest vintages as revised and market prices not', () => {
    expect(seriesFacts('CPIAUCSL')?.tags).toEqual(['revised']);
    expect(seriesFacts('GDPC1')?.tags).toEqual(['revised']);
    expect(seriesFacts('DGS10')?.tags).toEqual([]);
    expect(seriesFacts('SPX.close')?.tags).toEqual([]);
  });

  it('has no name twice', () => {
    const names = SERIES_LIST.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });
});

describe('precedence', () => {
  it('puts the exchange before FRED, FRED before Yahoo, and joined tables last', () => {
    const order = ['cboe-history', 'fred', 'yahoo', 'derived'] as const;
    expect([...order].sort((a, b) => precedence(a) - precedence(b))).toEqual(order);
    expect(new Set(SOURCE_KINDS.map(precedence)).size).toBe(SOURCE_KINDS.length);
  });
});
