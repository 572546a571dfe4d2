import { describe, expect, it } from 'vitest';
import { CHAIN_17, DATASHOP, QUOTEDATA } from '../../test/fixtures/made-files.ts';
import { chainsOf, readText, refusedText } from '../../test/read-text.ts';
import { showInstant } from '../core/new-york.ts';
import { quoteAt } from '../market/chain.ts';

describe('chain files with one contract a row', () => {
  it('separate SPX from SPXW on one date and sort strikes', async () => {
    const [item] = chainsOf(await readText(CHAIN_17.text, 'a.csv'));
    expect(
      item?.snapshot.chains.map(({ root, expiration, strikes }) => [root, expiration, [...strikes]]),
    ).toEqual([
      ['SPX', '2019-05-17', [2800]],
      ['SPXW', '2019-05-17', [2750, 2800]],
    ]);
    expect(item?.snapshot).toMatchObject({
      underlying: 'SPX',
      session: '2019-05-09',
      spot: 2870.72,
      quotes: 'real',
    });
  });

  it('leave a side no row describes at 0, and count what they saw', async () => {
    const [item] = chainsOf(await readText(CHAIN_17.text, 'a.csv'));
    const [spx] = item?.snapshot.chains ?? [];
    expect(spx === undefined ? 'missing' : quoteAt(spx, 2800, 'put')).toBeUndefined();
    expect(item?.counts).toEqual({
      contracts: 5,
      expirations: 1,
      usable: 4,
      oneSided: 1,
      empty: 0,
      crossed: 0,
      duplicates: 0,
    });
  });

  it('are taken at the close of the options session where no time is recorded', async () => {
    const [item] = chainsOf(await readText(CHAIN_17.text, 'a.csv'));
    expect(item?.snapshot.timeRecorded).toBe(false);
    expect(showInstant(item?.snapshot.asOf ?? (0 as never))).toBe('2019-05-09 16:15 ET');
    const [half] = chainsOf(await readText(CHAIN_17.text.replaceAll('05/09/2019', '11/23/2018'), 'a.csv'));
    expect(showInstant(half?.snapshot.asOf ?? (0 as never))).toBe('2018-11-23 13:15 ET');
  });

  it('of a holiday are read and marked, so that the passport can refuse them', async () => {
    const [item] = chainsOf(await readText(CHAIN_17.text.replaceAll('05/09/2019', '04/19/2019'), 'a.csv')); // Good Friday
    expect(item?.onSession).toBe(false);
    expect(item?.counts.usable).toBe(4);
  });

  it('of DataShop are quotes of 15:45, the root in a column of its own', async () => {
    const [item] = chainsOf(await readText(DATASHOP.text, DATASHOP.name));
    expect(item?.snapshot.timeRecorded).toBe(true);
    expect(showInstant(item?.snapshot.asOf ?? (0 as never))).toBe('2016-01-04 15:45 ET');
    expect(item?.snapshot.chains[0]?.root).toBe('SPXW');
  });

  it('take the Friday of the symbol where a vendor dates an expiration on the Saturday after', async () => {
    const text = CHAIN_17.text
      .replaceAll('05/09/2019', '12/01/2014')
      .replaceAll('05/17/2019', '12/20/2014')
      .replaceAll('190517', '141219');
    const [item] = chainsOf(await readText(text, 'a.csv'));
    expect(item?.snapshot.chains.map(({ expiration }) => expiration)).toEqual(['2014-12-19', '2014-12-19']);
  });

  it('with strikes of more than eight digits in the symbol are still read, for their values to be judged', async () => {
    const text = CHAIN_17.text.replaceAll('C02800000', 'C0000280000').replaceAll('P02800000', 'P0000280000');
    expect(chainsOf(await readText(text, 'a.csv'))).toHaveLength(1);
  });

  it('of several sessions give one item each, in order', async () => {
    const [header = '', ...rows] = CHAIN_17.text.trim().split('\n');
    const text = [header, ...rows.map((row) => row.replace('05/09', '05/10')), ...rows].join('\n');
    expect(chainsOf(await readText(text, 'a.csv')).map(({ snapshot }) => snapshot.session)).toEqual([
      '2019-05-09',
      '2019-05-10',
    ]);
  });

  it('are refused for other underlyings, for no root, for an expiration nobody lists', async () => {
    expect(await refusedText(CHAIN_17.text.replaceAll('SPX', 'VXX'), 'a.csv')).toContain(
      'the workbench does not trade',
    );
    const rootless = CHAIN_17.text.replaceAll(/SPXW?190517[CP]\d{8}/g, '');
    expect(await refusedText(rootless, 'a.csv')).toContain('SPX or SPXW');
    expect(
      await refusedText(
        CHAIN_17.text.replaceAll('05/17/2019', '05/17/2049').replaceAll('190517', '490517'),
        'a.csv',
      ),
    ).toContain('is no expiration');
  });
});

describe("Cboe's quote download", () => {
  it('reads calls and puts beside each other, the level and the recorded time', async () => {
    const [item] = chainsOf(await readText(QUOTEDATA.text, 'a.csv'));
    expect(showInstant(item?.snapshot.asOf ?? (0 as never))).toBe('2023-05-26 15:31 ET');
    expect(item?.snapshot).toMatchObject({
      underlying: 'SPX',
      session: '2023-05-26',
      spot: 4205.45,
      timeRecorded: true,
    });
    const spxw = item?.snapshot.chains.find(({ root }) => root === 'SPXW');
    expect(spxw === undefined ? undefined : quoteAt(spxw, 4200, 'put')).toEqual({
      bid: 54.5,
      ask: 55.3,
      openInterest: 85,
    });
    expect(item?.counts).toEqual({
      contracts: 6,
      expirations: 1,
      usable: 5,
      oneSided: 1,
      empty: 0,
      crossed: 0,
      duplicates: 0,
    });
  });

  it('moves a weekend file to the last quotes and says so', async () => {
    const reading = await readText(
      QUOTEDATA.text.replace('May 26, 2023 at 3:31 PM', 'May 28, 2023 at 6:05 PM'),
      'a.csv',
    );
    expect(chainsOf(reading)[0]?.snapshot.session).toBe('2023-05-26');
    expect(reading.notes).toEqual([
      'written 2023-05-28 18:05 ET, when the market was shut; quotes of 2023-05-26 17:00 ET',
    ]);
  });

  it('takes the year from the first expiration where the date line lost it', async () => {
    const reading = await readText(
      QUOTEDATA.text.replace('"Date: May 26, 2023 at 3:31 PM EDT"', 'Date: 4 June 4, 3:15 PM EDT'),
      'a.csv',
    );
    expect(chainsOf(reading)[0]?.snapshot.session).toBe('2023-06-02');
    expect(reading.notes[0]).toContain('2023 taken from the first expiration');
  });

  it('reads wiped quotes and leaves the verdict to the passport', async () => {
    const wiped = QUOTEDATA.text.replaceAll(/,\d+\.\d,\d+\.\d,(\d),0\.1/g, ',0,0,$1,0.1');
    expect(chainsOf(await readText(wiped, 'a.csv'))[0]?.counts).toMatchObject({ usable: 0 });
  });

  it('is refused without a date it can read', async () => {
    expect(
      await refusedText(QUOTEDATA.text.replace('May 26, 2023 at 3:31 PM EDT', 'yesterday'), 'a.csv'),
    ).toContain('no date and time that can be read');
  });
});
