import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MADE_FILES } from '../../test/fixtures/made-files.ts';
import { brokenRule } from '../../test/reading-rules.ts';
import { describeWithShared, sharedPath } from '../../test/shared-data.ts';
import { isoDate } from '../core/dates.ts';
import { readFile } from './read-file.ts';

const TODAY = isoDate('2026-11-20');

/** One change to a file, as damage and carelessness make them. */
type Damage =
  | { readonly kind: 'flip'; readonly at: number; readonly bit: number }
  | { readonly kind: 'delete'; readonly at: number; readonly length: number }
  | { readonly kind: 'cut'; readonly at: number }
  | { readonly kind: 'cell'; readonly row: number; readonly cell: number; readonly text: string }
  | { readonly kind: 'swap'; readonly row: number; readonly a: number; readonly b: number }
  | { readonly kind: 'repeat'; readonly row: number };

const share = fc.double({ min: 0, max: 1, noNaN: true });
const small = fc.nat(25);
const HOSTILE = [
  'NaN',
  'nan',
  'Infinity',
  '-Infinity',
  '-1',
  '1e999',
  '1e308',
  '0x1F',
  '',
  ' ',
  '"',
  '-0',
  '0',
  '9999-12-31',
  '2031-01-02',
  '02/30/2019',
  '1,5',
  '\u2212 5',
  '00000000',
  'null',
  '#N/A',
];
const damage: fc.Arbitrary<Damage> = fc.oneof(
  fc.record({ kind: fc.constant('flip' as const), at: share, bit: fc.nat(7) }),
  fc.record({ kind: fc.constant('delete' as const), at: share, length: fc.integer({ min: 1, max: 40 }) }),
  fc.record({ kind: fc.constant('cut' as const), at: share }),
  fc.record({
    kind: fc.constant('cell' as const),
    row: share,
    cell: small,
    text: fc.constantFrom(...HOSTILE),
  }),
  fc.record({ kind: fc.constant('swap' as const), row: share, a: small, b: small }),
  fc.record({ kind: fc.constant('repeat' as const), row: share }),
);

function withRow(text: string, row: number, change: (cells: string[]) => void): string {
  const lines = text.split('\n');
  const i = Math.min(lines.length - 1, Math.floor(row * lines.length));
  const cells = (lines[i] ?? '').split(',');
  change(cells);
  lines[i] = cells.join(',');
  return lines.join('\n');
}

function damaged(text: string, change: Damage): string {
  switch (change.kind) {
    case 'flip': {
      const bytes = Buffer.from(text, 'latin1');
      const i = Math.min(bytes.length - 1, Math.floor(change.at * bytes.length));
      bytes[i] = (bytes[i] ?? 0) ^ (1 << change.bit);
      return bytes.toString('latin1');
    }
    case 'delete': {
      const i = Math.floor(change.at * text.length);
      return text.slice(0, i) + text.slice(i + change.length);
    }
    case 'cut':
      return text.slice(0, Math.floor(change.at * text.length));
    case 'cell':
      return withRow(text, change.row, (cells) => {
        cells[change.cell % cells.length] = change.text;
      });
    case 'swap':
      return withRow(text, change.row, (cells) => {
        const [a, b] = [change.a % cells.length, change.b % cells.length];
        [cells[a], cells[b]] = [cells[b] ?? '', cells[a] ?? ''];
      });
    case 'repeat':
      return withRow(text, change.row, (cells) => cells.push(`\n${cells.join(',')}`));
  }
}

/** Reads a file after every damage in turn; anything but "all of it, sound" or "none of it, and why" fails. */
async function requireSoundOrRefused(name: string, text: string, runs: number): Promise<void> {
  await fc.assert(
    fc.asyncProperty(fc.array(damage, { minLength: 1, maxLength: 3 }), async (damages) => {
      // Latin-1 keeps every byte of the file as one character, so that damage is done to bytes.
      const bytes = Buffer.from(damages.reduce(damaged, text), 'latin1');
      expect(brokenRule(await readFile({ name, bytes, today: TODAY }), TODAY)).toBeUndefined();
    }),
    { numRuns: runs },
  );
}

const latin1 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');

describe('a damaged file gives everything, sound, or nothing and a reason; never a throw, never a NaN', () => {
  it.each(MADE_FILES)('$name ($reader)', async ({ name, text }) => {
    await requireSoundOrRefused(name, latin1(Buffer.from(text)), 400);
  });

  it('holds for damaged gzip bytes too', async () => {
    const { gzipSync } = await import('node:zlib');
    const zipped = gzipSync(Buffer.from(MADE_FILES.map(({ text }) => text).join('')));
    await fc.assert(
      fc.asyncProperty(fc.array(damage, { minLength: 1, maxLength: 2 }), async (damages) => {
        const bytes = Buffer.from(damages.reduce(damaged, latin1(zipped)), 'latin1');
        expect(brokenRule(await readFile({ name: 'x.gz', bytes, today: TODAY }), TODAY)).toBeUndefined();
      }),
      { numRuns: 300 },
    );
  });

  it('holds for text of any kind', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 300 }), async (text) => {
        const reading = await readFile({ name: 'x.csv', bytes: Buffer.from(text), today: TODAY });
        expect(brokenRule(reading, TODAY)).toBeUndefined();
      }),
    );
  });
});

/** The head of a file and some rows from its middle: enough to be recognised, small enough to read a thousand times. */
function excerpt(bytes: Uint8Array): string {
  const raw = bytes[0] === 0x1f ? gunzipSync(bytes) : bytes;
  const lines = latin1(raw).split('\n');
  const middle = Math.floor(lines.length / 2);
  return [...lines.slice(0, 12), ...lines.slice(Math.max(12, middle), middle + 12), ''].join('\n');
}

/** One real file of each format; read at run time, never kept. */
const REAL = [
  'index/VIX_History.csv',
  'index/VVIX_History.csv',
  'index/VIX9D_yahoo_ohlc.csv',
  'index/MOVE_investing.csv',
  'index/VIX_term_cash_2008_2021.csv',
  'index/spx_vix_aligned_1990_2026.csv.gz',
  'etf/yahoo/SPY.csv.gz',
  'macro/fred/DGS10.csv',
  'macro/fred/RBUSBIS.csv',
  'breadth/NYAD_NYMO_2005_2025.csv',
  'breadth/cboe_indexpcarchive.csv',
  'benchmarks/BXM_History.csv',
  'benchmarks/PBP_ETF_nasdaq.csv',
  'benchmarks/SPX_Bloomberg_2022.csv',
  'benchmarks/cboe_strategy_indices_monthly_1986_2021.csv',
  'rates/treasury_curves_1990_2017.csv',
  'rates/oecd_short_term_interest_rates.csv.gz',
  'valuation/shiller_sp500_monthly.csv',
  'vix_futures/cfe_format_samples/CFE_K07_VX.csv',
  'vix_futures/cfe_format_samples/CFE_F14_VX.csv',
  'vix_futures/VX1_VX8_2007_2021_quantintell.csv',
  'vix_futures/vixcentral_M1_M2_2016_2022.csv',
  'vix_futures/leyhline_8_m_settle.csv',
  'vix_futures/vx_contracts_long_2004_2015.csv.gz',
  'vix_futures/vx_curve_M1_M8_close_2004_2017.csv.gz',
  'vix_futures/oscar6echo_curve_2006_2013.csv.gz',
  'options/spx_2019_cboe_delayed/SPX_20190509.csv.gz',
  'options/cboe_quotedata/SPX_2023-05-26.csv.gz',
  'options/cboe_quotedata/SPY_2023-06-02.csv.gz',
  'options/oca_snapshots/SPY_2024-06-14_152847.csv.gz',
  'options/oca_snapshots/SPY_2026-05-01_yahoo.csv.gz',
  'options/small_samples/cboe_datashop_SPX_2016-01_rows.csv',
  'options/small_samples/SPY_2021_20rows_per_day.csv',
] as const;

describeWithShared('damage done to real rows', () => {
  it('has every real file it names', () => {
    for (const path of REAL)
      expect(readdirSync(sharedPath('data', path, '..'))).toContain(path.split('/').at(-1));
  });

  it.each(REAL)('%s', async (path) => {
    const text = excerpt(readFileSync(join(sharedPath('data'), path)));
    await requireSoundOrRefused(path.split('/').at(-1) ?? path, text, 150);
  });
});
