import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { daySheetSchema } from '../src/app/day-sheet-schema.ts';
import { importData } from '../src/app/import-data.ts';
import { MODELLED_SERIES_READ } from '../src/app/modelled-evening.ts';
import { planDay, planDayFrom } from '../src/app/plan-day.ts';
import { type MarketData, openMarketData } from '../src/app/read-market-data.ts';
import { sheetHtml } from '../src/app/render/html/sheet-html.ts';
import { sheetText } from '../src/app/render/text/sheet-text.ts';
import { isoDate } from '../src/core/dates.ts';
import type { DaySheet } from '../src/engine/day-sheet.ts';
import { describeWithShared, sharedPath } from './shared-data.ts';

const TODAY = isoDate('2026-11-20');
const FILES = [
  'index/SPX_yahoo_ohlc.csv.gz',
  'index/VIX_History.csv',
  'index/VIX3M_History.csv',
  'index/VVIX_History.csv',
  'macro/fred/TB3MS.csv',
  'valuation/shiller_sp500_monthly.csv',
  'vix_futures/cfe_contracts_raw_2004_2015.tar.gz',
];

describeWithShared('days with modelled quotes', () => {
  const home = mkdtempSync(join(tmpdir(), 'alvh-modelled-'));
  let market: MarketData;
  beforeAll(async () => {
    await importData({ home, paths: FILES.map((file) => sharedPath('data', file)), today: TODAY });
    market = await openMarketData(home, MODELLED_SERIES_READ);
  }, 60_000);
  afterAll(() => rmSync(home, { recursive: true, force: true }));

  async function sheetOf(date: string, from: MarketData = market): Promise<DaySheet> {
    const sheet = await planDayFrom(from, { home, date, today: TODAY, quotes: 'modelled' });
    if (!sheet.ok) throw new Error(sheet.failure.map(({ what }) => what).join('; '));
    return sheet.value;
  }
  const refusal = async (date: string | undefined, quotes?: string): Promise<string> => {
    const asked = { ...(date === undefined ? {} : { date }), ...(quotes === undefined ? {} : { quotes }) };
    const sheet = await planDay({ home, today: TODAY, ...asked });
    return sheet.ok ? 'decided' : sheet.failure.map(({ what, fix }) => `${what}: ${fix}`).join('; ');
  };

  it('are decided and say everywhere what they are', async () => {
    const sheet = await sheetOf('2008-10-10');
    expect(sheet.quotes).toBe('modelled');
    expect(sheet.market).toMatchObject({ spx: expect.closeTo(899.22, 2), vix: 69.95 });
    expect(sheet.passport.chain).toMatchObject({ quotes: 'modelled', verdict: 'use', parityViolations: 0 });
    expect(daySheetSchema.safeParse(JSON.parse(JSON.stringify(sheet))).success).toBe(true);
    expect(sheetText(sheet)).toContain('MODELLED quotes, computed and not quoted');
    expect(sheetHtml(sheet)).toContain('class="banner modelled"');
  });

  it('list what was real, proxied and modelled, and what that cannot tell', async () => {
    const { caveats } = await sheetOf('2008-10-10');
    const line = (start: string): string => caveats.find((one) => one.startsWith(start)) ?? '';
    expect(caveats[0]).toMatch(/^MODELLED quotes/);
    expect(line('real:')).toMatch(/SPX close 899\.22; VIX close 69\.95; \d+ VX settlements/);
    // The bill of September 2008, 1.13 % discount; dividends to June over the index: neither was out later.
    expect(line('real:')).toContain('interest 1.15 % from TB3MS of 2008-09-01');
    expect(line('real:')).toContain('SHILLER.dividend of 2008-06-01');
    expect(line('proxied:')).toContain('VIX3M 52.99, a regression on VIX and its past');
    expect(line('modelled:')).toContain('every option price');
    expect(caveats.some((one) => one.includes('look-ahead'))).toBe(true);
  });

  it('show again the VIX they were made from', async () => {
    // A strip of listed strikes with bids, not the integral the model is solved by: a fifth of a point here.
    for (const date of ['2012-06-14', '2013-05-20', '2017-11-03', '2020-03-16']) {
      const { vixFromChain, vix = 0 } = (await sheetOf(date)).market;
      expect(vixFromChain, date).toBeDefined();
      expect(Math.abs((vixFromChain?.value ?? 0) / vix - 1), date).toBeLessThan(0.015);
    }
  });

  it('reach from the first session of 1990 to the last one held', async () => {
    for (const date of ['1990-01-02', '1990-02-14', '1998-10-08', '2025-09-26'])
      expect((await sheetOf(date)).date).toBe(date);
  });

  it('have VIX options of the model only where they were listed and VVIX was not', async () => {
    const said = (sheet: DaySheet): boolean =>
      sheet.caveats.some((one) => one.includes('VIX options: in the one'));
    const [before, between, since] = [
      await sheetOf('2005-06-14'),
      await sheetOf('2006-06-14'),
      await sheetOf('2007-06-14'),
    ];
    expect(between.passport.vixChain).toMatchObject({ quotes: 'modelled', verdict: 'use' });
    expect([before, between, since].map(said)).toEqual([false, true, false]);
    expect([before, since].map(({ passport }) => passport.vixChain)).toEqual([undefined, undefined]);
  });

  it('change with nothing that came after them', async () => {
    const session = isoDate('2008-10-10');
    const honest = await sheetOf(session);
    const poisoned = new Map(
      [...market.series].map(([name, series]) => {
        const values = series.values.map((value, i) =>
          (series.availableAt[i] ?? 0) > honest.asOf ? 3 * value : value,
        );
        return [name, { ...series, values }] as const;
      }),
    );
    const curves = market.vx.map((curve) =>
      curve.session > session ? { ...curve, contracts: curve.contracts.slice(1) } : curve,
    );
    const { hashes } = await sheetOf(session, { ...market, series: poisoned, vx: curves });
    expect(hashes).toEqual(honest.hashes);
  });

  it('are offered where a date has no chain, and refused where an index has no close', async () => {
    expect(await refusal('2008-10-10')).toMatch(
      /^has no SPX chain: .*, or add `--quotes modelled` for computed/,
    );
    expect(await refusal('1991-03-01', 'modelled')).toMatch(
      /^cannot be modelled: no VIX close of 1991-03-01 is known: import the history of that index/,
    );
    expect(await refusal('1991-03-01')).not.toContain('modelled');
    expect(await refusal(undefined, 'real')).toMatch(/^needs an SPX chain, and none is imported/);
    expect(await refusal(undefined, 'modelled')).toBe('decided'); // the newest session with both closes
  });
});
