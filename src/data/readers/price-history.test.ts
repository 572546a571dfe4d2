import { describe, expect, it } from 'vitest';
import { SPY_YAHOO, VIX_OHLC, VNQ_YFINANCE } from '../../../test/fixtures/made-files.ts';
import { readText, refusedText, valuesOf } from '../../../test/read-text.ts';

const rows = (header: string, ...days: readonly string[]): string => [header, ...days].join('\n');

describe('an OHLC file without a symbol', () => {
  it('is proved by published closes, whatever it is called', async () => {
    const reading = await readText(VIX_OHLC.text, 'download.csv');
    expect(valuesOf(reading, 'VIX.close')?.['2020-03-16']).toBe(82.69);
    expect(reading.items.every((item) => item.kind === 'series' && !item.namedByFile)).toBe(true);
    expect(reading.notes).toContain('read as VIX, by its published closes, whatever the file is called');
  });

  it('is refused when the person or the only hint contradicts its values', async () => {
    expect(await refusedText(VIX_OHLC.text, 'VIX_History.csv', 'VIX3M')).toContain(
      '"VIX3M": holds VIX, by its published closes',
    );
    const altered = VIX_OHLC.text.replace('82.690000', '81.690000');
    expect(await refusedText(altered, 'VIX_History.csv')).toMatch(
      /^VIX_History\.csv:3: close "81.69": is not VIX, which closed at 82.69 on 2020-03-16/,
    );
  });

  it('takes the file name for a hint where no published close is covered, and says so', async () => {
    const text = rows(
      'DATE,OPEN,HIGH,LOW,CLOSE',
      '05/08/2019,19.1,19.9,18.1,19.4',
      '05/09/2019,19.1,23.4,18.9,19.1',
    );
    const [item] = (await readText(text, 'VIX3M_History.csv')).items;
    expect(item).toMatchObject({ name: 'VIX3M.open', namedByFile: true, source: 'cboe-history' });
    expect((await readText(text, 'x.csv', '^vix6m')).items[0]).toMatchObject({ name: 'VIX6M.open' });
  });

  it('is refused with the way out when neither values nor name decide', async () => {
    const text = rows('Date,Open,High,Low,Close', '2019-05-08,19.1,19.9,18.1,19.4');
    expect(await refusedText(text, 'prices.csv')).toMatch(
      /neither the values nor the file name say whose.*--as VIX3M/,
    );
    expect(await refusedText(text, 'data.csv.gz')).toContain('--as');
  });

  it('is refused when its values cannot be what its name says', async () => {
    const text = rows('DATE,OPEN,HIGH,LOW,CLOSE', '05/08/2019,2800.1,2900.9,2700.1,2850.4');
    expect(await refusedText(text, 'VIX_History.csv')).toMatch(/:2: open "2800.1": cannot be VIX.open/);
  });
});

describe('rows', () => {
  it('on days without a session are dropped and counted', async () => {
    const reading = await readText(VIX_OHLC.text, VIX_OHLC.name);
    expect(Object.keys(valuesOf(reading, 'VIX.close') ?? {})).toEqual([
      '2020-03-13',
      '2020-03-16',
      '2023-07-03',
      '2024-08-05',
    ]);
    expect(reading.notes).toContain('VIX: 1 row on days without a session dropped');
  });

  it('lose an open outside their range and keep the rest', async () => {
    const reading = await readText(VIX_OHLC.text, VIX_OHLC.name);
    expect(valuesOf(reading, 'VIX.open')?.['2024-08-05']).toBeUndefined();
    expect(valuesOf(reading, 'VIX.high')?.['2024-08-05']).toBe(65.8);
    expect(reading.notes).toContain("1 opens outside the day's range dropped");
  });

  it('of one date with two values refuse the file; repeated whole they do not', async () => {
    const row = '2019-05-10,285.6,288.9,282.3,288.1,270.6,0';
    expect(valuesOf(await readText(`${SPY_YAHOO.text}${row}\n`, 'SPY.csv'), 'SPY.close')).toHaveProperty(
      '2019-05-10',
      288.1,
    );
    expect(await refusedText(`${SPY_YAHOO.text}${row.replace('288.1', '288.2')}\n`, 'SPY.csv')).toContain(
      'a second, different row for this date (the first is line 4)',
    );
  });

  it('in descending order are the same series', async () => {
    const [header = '', ...days] = SPY_YAHOO.text.trim().split('\n');
    const reversed = [header, ...days.reverse()].join('\n');
    const [down, up] = [await readText(reversed, 'SPY.csv'), await readText(SPY_YAHOO.text, 'SPY.csv')];
    expect(down.items).toEqual(up.items);
  });

  it('of weekly bars are refused: they show Friday on Monday', async () => {
    const weeks = ['2019-04-29,2945', '2019-05-06,2881', '2019-05-13,2859', '2019-05-20,2826'];
    expect(await refusedText(rows('Date,Close', ...weeks), 'SP500TR_weekly.csv')).toContain('weekly bars');
  });

  it('with columns swapped throughout are refused', async () => {
    const days = Array.from(
      { length: 60 },
      (_, i) =>
        `2019-${String(1 + Math.floor(i / 28)).padStart(2, '0')}-${String(1 + (i % 28)).padStart(2, '0')},10,9,11,10`,
    );
    expect(await refusedText(rows('Date,Open,High,Low,Close', ...days), 'SPY.csv')).toContain(
      'outside their own high and low',
    );
  });
});

describe('funds', () => {
  it('have raw and adjusted closes, and a volume that may be 0', async () => {
    const reading = await readText(SPY_YAHOO.text, SPY_YAHOO.name);
    expect(valuesOf(reading, 'SPY.close')?.['2019-05-09']).toBe(286.7);
    expect(valuesOf(reading, 'SPY.adjClose')?.['2019-05-09']).toBe(269.3);
    expect(valuesOf(reading, 'SPY.volume')?.['2019-05-10']).toBe(0);
  });

  it('of yfinance carry their ticker, and their Close is adjusted', async () => {
    const reading = await readText(VNQ_YFINANCE.text, 'prices.csv');
    expect(valuesOf(reading, 'VNQ.adjClose')).toEqual({ '2019-05-08': 70.25, '2019-05-09': 70.5 });
    expect(valuesOf(reading, 'VNQ.close')).toBeUndefined();
    expect(await refusedText(VNQ_YFINANCE.text, 'prices.csv', 'IYR')).toContain('holds VNQ');
  });

  it('need their name in capitals, or said', async () => {
    expect(await refusedText(SPY_YAHOO.text, 'spy.csv')).toContain('neither the values nor the file name');
    expect(valuesOf(await readText(SPY_YAHOO.text, 'spy.csv', 'spy'), 'SPY.close')).toBeDefined();
  });
});

it('drops index opens that only repeat the close before, and the zero volume of an index', async () => {
  const text = rows(
    'Date,Open,High,Low,Close,Adj Close,Volume',
    '2008-11-19,859.03,864.57,806.18,806.58,806.58,0',
    '2008-11-20,806.58,820.52,747.78,752.44,752.44,0',
    '2008-11-21,755.84,801.20,741.02,800.03,800.03,0',
  );
  const reading = await readText(text, 'index.csv');
  expect(Object.keys(valuesOf(reading, 'SPX.open') ?? {})).toEqual(['2008-11-21']);
  expect(valuesOf(reading, 'SPX.volume')).toBeUndefined();
  expect(valuesOf(reading, 'SPX.adjClose')).toBeUndefined();
});
