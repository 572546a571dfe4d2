import { describe, expect, it } from 'vitest';
import { CFE_OLD, VX_BLOOMBERG, VX_CLOSES, VX_RANKS } from '../../test/fixtures/made-files.ts';
import { readText, refusedText, valuesOf, vxRowsOf } from '../../test/read-text.ts';
import { expirationOfContract } from './vx-contract-name.ts';

const HEADER = 'Trade Date,Futures,Open,High,Low,Close,Settle,Change,Total Volume,EFP,Open Interest';
const contract = (label: string, ...days: readonly (readonly [string, number])[]): string =>
  [HEADER, ...days.map(([date, settle]) => `${date},${label},0,0,0,0,${settle},0,0,0,0`)].join('\n');

describe('CFE contract files', () => {
  it('divide prices by ten before 2007-03-26, skip zeros, and end before the settlement day', async () => {
    const reading = await readText(CFE_OLD.text, CFE_OLD.name);
    expect(vxRowsOf(reading)).toEqual([
      '2007-03-23 2007-05-16 13.52',
      '2007-03-26 2007-05-16 13.6',
      '2007-05-15 2007-05-16 13.96',
    ]);
    expect(reading.notes).toEqual(['1 rows without a price (0) dropped']);
  });

  it('give the settlement value of the last morning as VRO', async () => {
    expect(valuesOf(await readText(CFE_OLD.text, CFE_OLD.name), 'VRO')).toEqual({ '2007-05-16': 13.63 });
  });

  it('read the present layout: ISO dates, four-digit years', async () => {
    const text = contract('Z (Dec 2025)', ['2025-11-18', 19.425], ['2025-11-19', 19.1]);
    expect(vxRowsOf(await readText(text, 'VX_2025-12-17.csv'))).toEqual([
      '2025-11-18 2025-12-17 19.425',
      '2025-11-19 2025-12-17 19.1',
    ]);
  });

  it('drop a settle that stands alone between its neighbours, and keep a spike that does not', async () => {
    const misprint = contract(
      'G (Feb 09)',
      ['04/18/2008', 23.55],
      ['04/21/2008', 1.0],
      ['04/22/2008', 23.48],
    );
    const read = await readText(misprint, 'a.csv');
    expect(vxRowsOf(read)).toHaveLength(2);
    expect(read.notes).toEqual([
      'VX 2009-02-18: price 1 of 2008-04-21 dropped, out of line with the sessions beside it',
    ]);
    const spike = contract(
      'G (Feb 2018)',
      ['2018-02-02', 15.6],
      ['2018-02-05', 33.2],
      ['2018-02-06', 26.4],
      ['2018-02-07', 24.3],
    );
    expect(vxRowsOf(await readText(spike, 'b.csv'))).toHaveLength(4);
  });

  it('refuse weekly contracts, mixed contracts, impossible prices, a letter that is not its month', async () => {
    expect(await refusedText(contract('Z (Dec 2025)', ['2025-11-18', 19.4]), 'VX_2025-12-10.csv')).toContain(
      'is a weekly VX contract',
    );
    expect(await refusedText(contract('Z (Dec 2025)', ['2025-12-23', 19.4]), 'a.csv')).toContain(
      'after the monthly contract settled',
    );
    expect(await refusedText(contract('K (Jun 07)', ['05/01/2007', 14]), 'a.csv')).toContain(
      'is not a monthly VX contract',
    );
    expect(await refusedText(contract('K (May 07)', ['05/01/2007', -14]), 'a.csv')).toContain(
      'is no price of a VIX future',
    );
    expect(await refusedText(contract('K (May 07)', ['05/01/2003', 14]), 'a.csv')).toContain(
      'before VX futures began',
    );
    const mixed = `${contract('K (May 07)', ['05/01/2007', 14])}\n${contract('M (Jun 07)', ['05/02/2007', 14]).split('\n')[1]}`;
    expect(await refusedText(mixed, 'a.csv')).toContain('another contract than the first row');
  });
});

describe('expirationOfContract', () => {
  it('reads both spellings and finds irregular settlements', () => {
    expect(expirationOfContract('K (May 07)')).toBe('2007-05-16');
    expect(expirationOfContract('H (Mar 2025)')).toBe('2025-03-18'); // a Tuesday: calendars/vix_irregular_expirations
    expect(expirationOfContract('K (Apr 07)')).toBeUndefined();
    expect(expirationOfContract('01 (Jan 2026)')).toBeUndefined();
  });
});

describe('VX tables', () => {
  it('count ranks from the settlement after the session, so that VX1 has rolled on settlement day', async () => {
    const rows = vxRowsOf(await readText(VX_RANKS.text, VX_RANKS.name));
    expect(rows.filter((row) => row.startsWith('2019-05-21'))[0]).toBe('2019-05-21 2019-05-22 15.1');
    expect(rows.filter((row) => row.startsWith('2019-05-22'))[0]).toBe('2019-05-22 2019-06-19 16.1');
  });

  it('leave out ranks the vendor filled where no contract was listed', async () => {
    const rows = vxRowsOf(await readText(VX_RANKS.text, VX_RANKS.name));
    expect(rows.filter((row) => row.startsWith('2008-05-20'))).toHaveLength(6);
    expect(rows.filter((row) => row.startsWith('2019-05-21'))).toHaveLength(8);
  });

  it('mark closes as closes', async () => {
    const reading = await readText(VX_CLOSES.text, VX_CLOSES.name);
    expect(reading.items).toMatchObject([{ kind: 'vx', basis: 'close', source: 'derived-close' }]);
    expect(vxRowsOf(reading)).toEqual([
      '2010-05-18 2010-05-19 30.1',
      '2010-05-18 2010-06-16 29.2',
      '2010-05-19 2010-06-16 31.3',
    ]);
  });

  it('read Bloomberg curves by contract month, one or two digits of year', async () => {
    expect(vxRowsOf(await readText(VX_BLOOMBERG.text, VX_BLOOMBERG.name))).toEqual([
      '2010-05-18 2010-05-19 30.1',
      '2010-05-18 2010-06-16 29.2',
      '2010-05-19 2010-06-16 31.3',
    ]);
  });
});
