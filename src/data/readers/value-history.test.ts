import { describe, expect, it } from 'vitest';
import {
  BENCHMARK_MONTHS,
  BLOOMBERG_BXM,
  BREADTH_TABLE,
  CPI_RESAVED,
  DGS10_FRED,
  OECD_TABLE,
  PUT_CALL_ARCHIVE,
  SHILLER_TABLE,
  TREASURY_TABLE,
  VVIX_VALUE,
} from '../../../test/fixtures/made-files.ts';
import { readText, refusedText, valuesOf } from '../../../test/read-text.ts';

describe('Cboe and FRED histories of one value', () => {
  it('drop VVIX before 2007, which is no index yet', async () => {
    const reading = await readText(VVIX_VALUE.text, VVIX_VALUE.name);
    expect(Object.keys(valuesOf(reading, 'VVIX.close') ?? {})).toEqual(['2007-01-03', '2007-01-04']);
    expect(reading.notes).toEqual(['VVIX: 1 row before 2007-01-03 dropped, not yet a real series']);
  });

  it('leave out days without a value: ".", empty', async () => {
    expect(valuesOf(await readText(DGS10_FRED.text, 'x.csv'), 'DGS10')).toEqual({
      '2019-05-08': 2.5,
      '2019-05-10': 2.4,
    });
    expect(valuesOf(await readText(CPI_RESAVED.text, 'CPIAUCSL.csv'), 'CPIAUCSL')).toEqual({
      '2019-03-01': 254.1,
      '2019-05-01': 255.2,
    });
  });

  it('take a re-saved `date,value` for what its name says, flagged, or for what the person says', async () => {
    expect((await readText(CPI_RESAVED.text, 'CPIAUCSL.csv')).items[0]).toMatchObject({
      namedByFile: true,
      tags: ['revised'],
    });
    expect((await readText(CPI_RESAVED.text, 'x.csv', 'cpilfesl')).items[0]).toMatchObject({
      name: 'CPILFESL',
    });
    expect(await refusedText(CPI_RESAVED.text, 'x.csv')).toMatch(
      /"X": is a series nobody here knows.*--as DGS10/,
    );
  });

  it('cannot be said to hold what their header denies', async () => {
    expect(await refusedText(DGS10_FRED.text, 'x.csv', 'DGS2')).toContain('holds DGS10, by its header');
  });

  it('read several FRED ids of one download, and call VIXCLS VIX.close', async () => {
    const text = 'observation_date,VIXCLS,DGS3MO\n2020-03-13,57.9,0.3\n2020-03-16,82.69,\n';
    const reading = await readText(text, 'fredgraph.csv');
    expect(valuesOf(reading, 'VIX.close')).toEqual({ '2020-03-13': 57.9, '2020-03-16': 82.69 });
    expect(valuesOf(reading, 'DGS3MO')).toEqual({ '2020-03-13': 0.3 });
    expect(reading.items[0]).toMatchObject({ source: 'fred' });
  });

  it('refuse an index that is not itself on a published day', async () => {
    expect(await refusedText('DATE,VVIX\n03/13/2020,150.0\n03/16/2020,107.59\n', 'x.csv')).toContain(
      'is not VVIX, which closed at 207.59',
    );
  });

  it('drop what a projection says of the future instead of refusing it', async () => {
    const reading = await readText(
      'date,value\n2019-01-01,19000\n2019-04-01,19100\n2036-10-01,29000\n',
      'GDPPOT.csv',
    );
    expect(valuesOf(reading, 'GDPPOT')).toEqual({ '2019-01-01': 19000, '2019-04-01': 19100 });
    expect(reading.notes).toEqual(['1 rows after 2026-11-20 dropped: a projection']);
  });

  it('keep month-end benchmarks apart from daily ones', async () => {
    const months = 'date,cndr\n2019-11-29,731.5\n2019-12-31,720.5\n2020-01-31,702.5\n';
    expect((await readText(months, 'x.csv')).items[0]).toMatchObject({ name: 'CNDR.monthEnd' });
    expect(
      (await readText('date,cndr\n2019-11-28,731.5\n2019-11-29,730.5\n', 'x.csv')).items[0],
    ).toMatchObject({ name: 'CNDR' });
  });
});

describe('tables with a fixed header', () => {
  it('take 0 for "not yet known" in Shiller\'s months only', async () => {
    const reading = await readText(SHILLER_TABLE.text, SHILLER_TABLE.name);
    expect(valuesOf(reading, 'SHILLER.price')).toEqual({ '2019-03-01': 2803.5, '2019-04-01': 2903.5 });
    expect(valuesOf(reading, 'SHILLER.pe10')).toEqual({ '2019-03-01': 29.6 });
  });

  it('read breadth, put/call, Treasury in per cent, OECD months, benchmarks, terminal exports', async () => {
    expect(valuesOf(await readText(BREADTH_TABLE.text, 'b.csv'), 'NYMO.close')).toEqual({
      '2019-05-09': -12.5,
    });
    expect(valuesOf(await readText(PUT_CALL_ARCHIVE.text, 'p.csv'), 'CBOE.indexPutCall')).toEqual({
      '2019-05-08': 2,
      '2019-05-09': 1.25,
    });
    const treasury = valuesOf(await readText(TREASURY_TABLE.text, 't.csv'), 'TREASURY.10year');
    expect(treasury?.['2015-05-07']).toBeCloseTo(2.2, 12); // a fraction of one in the file; rounding of x 100
    const oecd = await readText(OECD_TABLE.text, 'o.csv');
    expect(valuesOf(oecd, 'OECD.USA')).toEqual({ '2019-03-01': 2.5, '2019-04-01': 2.4 });
    expect(valuesOf(oecd, 'OECD.JPN')).toEqual({ '2019-04-01': -0.1 });
    const months = await readText(BENCHMARK_MONTHS.text, 'm.csv');
    expect(valuesOf(months, 'CNDR.monthEnd')).toEqual({ '2019-02-28': 700.5, '2019-03-29': 705.5 });
    expect(valuesOf(await readText(BLOOMBERG_BXM.text, 'e.csv'), 'BXM')).toEqual({
      '2019-05-08': 1234.5,
      '2019-05-10': 1235.5,
    });
  });

  it('find their header below a Latin-1 disclaimer', async () => {
    const { readFile } = await import('../read-file.ts');
    const { READ_TODAY } = await import('../../../test/read-text.ts');
    const bytes = Buffer.from(PUT_CALL_ARCHIVE.text.replace('disclaimer,', 'disclaimer\u00a0,'), 'latin1');
    const { items, refusals } = await readFile({ name: 'p.csv', bytes, today: READ_TODAY });
    expect(refusals).toEqual([]);
    expect(items).toHaveLength(3);
  });
});
