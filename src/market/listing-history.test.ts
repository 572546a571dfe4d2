import { readdirSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { describeWithShared, sharedPath } from '../../test/shared-data.ts';
import { isoDate } from '../core/dates.ts';
import type { FutureRoot, OptionRoot } from './contract.ts';
import { isListed } from './listing-history.ts';
import { LISTINGS } from './listing-programmes.ts';

const listed = (root: OptionRoot | FutureRoot, expiration: string, on: string): boolean =>
  isListed(root, isoDate(expiration), isoDate(on));

describe('listing history', () => {
  it('opens each weekday of SPXW on its launch', () => {
    expect(listed('SPXW', '2016-03-02', '2016-02-22')).toBe(false); // Wednesdays from 2016-02-23
    expect(listed('SPXW', '2016-03-02', '2016-02-23')).toBe(true);
    expect(listed('SPXW', '2016-02-24', '2016-02-23')).toBe(false); // the launch week had none
    expect(listed('SPXW', '2016-08-22', '2016-08-12')).toBe(false); // Mondays from 2016-08-15
    expect(listed('SPXW', '2016-08-22', '2016-08-15')).toBe(true);
    expect(listed('SPXW', '2022-04-26', '2022-04-14')).toBe(false); // Tuesdays from 2022-04-18
    expect(listed('SPXW', '2022-04-26', '2022-04-18')).toBe(true);
    expect(listed('SPXW', '2022-05-19', '2022-05-11')).toBe(true); // Thursdays from 2022-05-11
    expect(listed('SPXW', '2019-06-13', '2019-06-10')).toBe(false);
  });

  it('moves a Monday holiday to Tuesday and a Wednesday holiday back', () => {
    expect(listed('SPXW', '2016-09-06', '2016-08-19')).toBe(true); // Labor Day, named in Cboe's notice
    expect(listed('SPXW', '2019-05-28', '2019-05-09')).toBe(true); // Memorial Day
    expect(listed('SPXW', '2018-07-03', '2018-06-20')).toBe(true); // Wednesday 4 July
  });

  it('gives SPXW the third Friday only since it took over SPXPM', () => {
    expect(listed('SPXW', '2017-05-19', '2017-04-28')).toBe(false);
    expect(listed('SPXW', '2017-05-19', '2017-05-01')).toBe(true);
    expect(listed('SPX', '2017-05-19', '2017-04-28')).toBe(true);
    expect(listed('SPX', '2017-05-12', '2017-04-28')).toBe(false);
  });

  it('listed one weekly ahead before 2012', () => {
    expect(listed('SPXW', '2008-06-06', '2008-05-29')).toBe(true);
    expect(listed('SPXW', '2008-06-27', '2008-05-29')).toBe(false);
    expect(listed('SPXW', '2014-07-31', '2014-07-01')).toBe(true); // month ends from July 2014
  });

  it('dates the VIX family', () => {
    expect(listed('VX', '2004-05-19', '2004-03-25')).toBe(false);
    expect(listed('VX', '2004-05-19', '2004-03-26')).toBe(true);
    expect(listed('VIX', '2006-03-22', '2006-02-23')).toBe(false);
    expect(listed('VIX', '2006-03-22', '2006-02-24')).toBe(true);
    expect(listed('VIXW', '2023-05-24', '2023-05-15')).toBe(true);
    expect(listed('VIXW', '2023-06-21', '2023-05-15')).toBe(false); // the monthly is VIX, not VIXW
    expect(listed('VIXW', '2015-10-07', '2015-10-01')).toBe(false);
    expect(listed('VIXW', '2018-12-05', '2018-11-20')).toBe(true); // before the closure was known
  });

  it('knows nothing listed after it expired or on a holiday', () => {
    expect(listed('SPX', '2019-05-17', '2019-05-20')).toBe(false);
    expect(listed('SPX', '2019-04-19', '2019-04-01')).toBe(false); // Good Friday; Thursday is the expiration
    expect(listed('SPX', '2019-04-18', '2019-04-01')).toBe(true);
  });

  it('gives every programme a source', () => {
    expect(
      Object.values(LISTINGS)
        .flat()
        .every(({ source }) => source.length > 0),
    ).toBe(true);
  });
});

const SYMBOL = /\b(SPXW?|VIXW?)(\d{2})(\d{2})(\d{2})C\d{8}/g;

/** Root and expiration of every call symbol in a chain file. */
function seriesIn(folder: string, file: string): readonly (readonly [OptionRoot, string])[] {
  const text = gunzipSync(readFileSync(sharedPath('data', 'options', folder, file))).toString('latin1');
  const seen = [...text.matchAll(SYMBOL)].map(([, root, yy, mm, dd]) => `${root} 20${yy}-${mm}-${dd}`);
  return [...new Set(seen)].map((pair) => {
    const [root = '', date = ''] = pair.split(' ');
    return [root as OptionRoot, date] as const;
  });
}

describeWithShared('listing history against real chains', () => {
  it.each([
    ['cboe_quotedata', /^(?:SPX|VIX)_(\d{4})-(\d{2})-(\d{2})/],
    ['spx_2019_cboe_delayed', /^SPX_(\d{4})(\d{2})(\d{2})/],
  ])('has every expiration quoted in %s as listed', (folder, name) => {
    const missed: string[] = [];
    let checked = 0;
    for (const file of readdirSync(sharedPath('data', 'options', folder))) {
      const [, yyyy, mm, dd] = name.exec(file) ?? [];
      if (yyyy === undefined) continue;
      const on = `${yyyy}-${mm}-${dd}`;
      for (const [root, expiration] of seriesIn(folder, file)) {
        checked += 1;
        if (expiration >= on && !listed(root, expiration, on)) missed.push(`${root} ${expiration} on ${on}`);
      }
    }
    expect(checked).toBeGreaterThan(400);
    expect(missed).toEqual([]);
  });
});
