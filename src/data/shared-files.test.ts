import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { chainsOf, READ_TODAY, valuesOf, vxRowsOf } from '../../test/read-text.ts';
import { brokenRule } from '../../test/reading-rules.ts';
import { describeWithShared, sharedPath } from '../../test/shared-data.ts';
import { problemLine } from '../core/problem.ts';
import { readings } from './read-file.ts';
import type { FileReading } from './read-item.ts';

const ROOT = sharedPath('data');

const filesUnder = (folder: string): string[] =>
  readdirSync(folder)
    .sort()
    .flatMap((name) => {
      const path = join(folder, name);
      return statSync(path).isDirectory() ? filesUnder(path) : [path];
    });

/** Readings by file, archive members under their own names. */
const all = new Map<string, FileReading>();
const read = (file: string): FileReading => {
  const reading = all.get(file);
  if (reading === undefined) throw new Error(`${file} is not among the shared files`);
  return reading;
};
const count = (file: string, name: string): number => Object.keys(valuesOf(read(file), name) ?? {}).length;
const settles = (file: string): ReadonlyMap<string, number> =>
  new Map(vxRowsOf(read(file)).map((row) => [row.slice(0, 21), Number(row.slice(22))]));

/** What has no reader, by reason; everything else must be read. */
const UNREAD = [
  /^calendar\//,
  /^crypto\/.*\.json$/,
  /^vix-whitepaper\//,
  /^options\/lean\/Data\/(index|option)/,
  /^options\/CHAIN_INDEX\.csv$/,
  /^options\/small_samples\/(A_2016|VXX_2016|SPX_2022-02_calls_semicolon)/,
  /^macro\/lambdaclass_signals/,
  /^valuation\/sp500_constituents/,
  /^vix_futures\/leyhline_(8_m_symbols|expirations)/,
  /^benchmarks\/SP500TR_weekly/,
];

describeWithShared('the shared files', () => {
  beforeAll(async () => {
    for (const path of filesUnder(ROOT).filter((file) => !file.endsWith('.md'))) {
      const input = { name: relative(ROOT, path), bytes: readFileSync(path), today: READ_TODAY };
      for await (const reading of readings(input)) all.set(reading.file, reading);
    }
  });

  it('are read, or refused in one line with a reason, all of them', () => {
    const refused = [...all.values()].filter(({ refusals }) => refusals.length > 0);
    const surprising = refused.filter(({ file }) => !UNREAD.some((pattern) => pattern.test(file)));
    expect(surprising.flatMap(({ refusals }) => refusals.map(problemLine))).toEqual([]);
    expect(
      [...all.values()]
        .filter(({ file }) => UNREAD.some((pattern) => pattern.test(file)))
        .every(({ items }) => items.length === 0),
    ).toBe(true);
    expect(
      refused.flatMap(({ refusals }) => refusals).every((problem) => !problemLine(problem).includes('\n')),
    ).toBe(true);
  });

  it('give nothing that is not finite, ascending and plausible', () => {
    expect(
      [...all.values()]
        .map((reading) => brokenRule(reading, READ_TODAY))
        .filter((broken) => broken !== undefined),
    ).toEqual([]);
  });

  describe('indices (SOURCES.md of index/)', () => {
    it('have the published closes of remembered days', () => {
      const vix = valuesOf(read('index/VIX_History.csv'), 'VIX.close');
      expect([vix?.['2008-11-20'], vix?.['2018-02-05'], vix?.['2017-11-03']]).toEqual([80.86, 37.32, 9.14]);
      const spx = valuesOf(read('index/SPX_yahoo_ohlc.csv.gz'), 'SPX.close');
      expect(spx?.['2020-03-23']).toBeCloseTo(2237.4, 3); // float32 noise of the vendor
      expect(valuesOf(read('index/VVIX_History.csv'), 'VVIX.close')?.['2020-03-16']).toBe(207.59);
    });

    it('lose the 33 VIX rows of days without a session and the 47 bad opens, and nothing else', () => {
      const { notes } = read('index/VIX_History.csv');
      expect(notes).toEqual([
        "47 opens outside the day's range dropped",
        'VIX: 33 rows on days without a session dropped',
      ]);
      expect(count('index/VIX_History.csv', 'VIX.close')).toBe(9223 - 33);
      expect(count('index/VIX_History.csv', 'VIX.open')).toBe(9223 - 33 - 47);
    });

    it('tell VIX, VIX3M and VIX6M apart without a symbol inside', () => {
      for (const [file, name] of [
        ['index/VIX_History.csv', 'VIX.close'],
        ['index/VIX3M_History.csv', 'VIX3M.close'],
        ['index/VIX6M_History.csv', 'VIX6M.close'],
        ['index/VIX9D_yahoo_ohlc.csv', 'VIX9D.close'],
        ['index/GSPC_close_volume.csv.gz', 'SPX.close'],
      ] as const) {
        expect(read(file).items).toContainEqual(expect.objectContaining({ name, namedByFile: false }));
      }
    });
  });

  it('have every FRED file under its own id, Cboe and S&P closes under ours', () => {
    const names = readdirSync(join(ROOT, 'macro/fred')).map((file) => {
      const [item] = read(`macro/fred/${file}`).items;
      return item?.kind === 'series' ? `${file.replace('.csv', '')} ${item.name}` : file;
    });
    const renamed = names.filter((pair) => pair.split(' ')[0] !== pair.split(' ')[1]);
    expect(renamed).toEqual(['SP500 SPX.close', 'VIXCLS VIX.close']);
    expect(names).toHaveLength(38);
  });

  describe('VX futures', () => {
    it('agree between CFE files and the joined table of them, row for row', () => {
      const joined = settles('vix_futures/vx_contracts_long_2004_2015.csv.gz');
      const members = [...all.keys()].filter((file) => file.includes('cfe_contracts_raw'));
      const rows = members.flatMap((file) => [...settles(file)]);
      expect(members).toHaveLength(136);
      expect(rows).toHaveLength(joined.size);
      // The joined table divides by ten in floating point too; one part in 10^12 is rounding.
      expect(rows.filter(([key, settle]) => Math.abs((joined.get(key) ?? 0) / settle - 1) > 1e-12)).toEqual(
        [],
      );
    });

    it('agree between CFE settlements and the rank table: ranks are mapped to the right contracts', () => {
      const cfe = settles('vix_futures/vx_contracts_long_2004_2015.csv.gz');
      const ranks = [...settles('vix_futures/VX1_VX8_2007_2021_quantintell.csv')];
      const common = ranks.filter(([key]) => cfe.has(key));
      const far = common.filter(([key, settle]) => Math.abs(settle - (cfe.get(key) ?? 0)) > 0.051);
      expect(common.length).toBeGreaterThan(14_000);
      expect(far.length / common.length).toBeLessThan(0.005);
    });

    it('drop the misprints SOURCES names and nothing on the wild days of 2018 and 2020', () => {
      const { notes } = read('vix_futures/vx_contracts_long_2004_2015.csv.gz');
      expect(notes.filter((note) => note.includes('out of line'))).toHaveLength(4);
      const later = read('vix_futures/VX1_VX8_2007_2021_quantintell.csv').notes;
      expect(later.filter((note) => note.includes('out of line'))).toEqual([]);
    });
  });

  describe('option chains', () => {
    it('of 2019 have the contracts and dates of CHAIN_INDEX, two of them on holidays', () => {
      const index = readFileSync(join(ROOT, 'options/CHAIN_INDEX.csv'), 'utf8')
        .trim()
        .split(/\r?\n/)
        .slice(1);
      const rows = index.map((line) => line.split(',')).filter(([file = '']) => file.startsWith('spx_2019'));
      const found = rows.map(([file = '']) => {
        const [item] = chainsOf(read(`options/${file}`));
        return [
          file,
          item?.snapshot.session,
          String(item?.counts.contracts),
          String(item?.counts.expirations),
        ];
      });
      expect(found).toEqual(rows.map((cells) => [cells[0], cells[2], cells[7], cells[8]]));
      const holidays = found.filter(
        ([file = '']) => chainsOf(read(`options/${file}`))[0]?.onSession === false,
      );
      expect(holidays.map(([, session]) => session)).toEqual(['2019-05-27', '2019-07-04']);
    });

    it('of the quote download have the session, level and size of CHAIN_INDEX, whatever language dated them', () => {
      const index = readFileSync(join(ROOT, 'options/CHAIN_INDEX.csv'), 'utf8')
        .trim()
        .split(/\r?\n/)
        .slice(1);
      const rows = index
        .filter((line) => line.startsWith('cboe_quotedata'))
        .map((line) => line.replace(/"[^"]*"/g, 'time').split(','));
      const found = rows.map(([file = '']) => {
        const [item] = chainsOf(read(`options/${file}`));
        return [file, item?.snapshot.session, item?.snapshot.spot, item?.counts.contracts];
      });
      expect(found).toEqual(rows.map((cells) => [cells[0], cells[2], Number(cells[4]), Number(cells[7])]));
    });

    it('whose quotes were wiped keep a twentieth of them at most', () => {
      const wiped = [...all.keys()].filter((file) => file.includes('NEGATIVE_'));
      expect(wiped).toHaveLength(3);
      for (const file of wiped) {
        const counts = chainsOf(read(file))[0]?.counts;
        expect((counts?.usable ?? 1) / (counts?.contracts ?? 1)).toBeLessThan(0.05);
      }
    });

    it('that are synthetic are read, for their levels to be judged', () => {
      const made = read('options/small_samples/SUSPECT_SYNTHETIC_large_options_SPX_2017_2018.csv.gz');
      expect(chainsOf(made).length).toBeGreaterThan(400);
      expect(
        chainsOf(read('options/small_samples/SYNTHETIC_optopsy_sample_spx_data.csv')).length,
      ).toBeGreaterThan(0);
    });
  });
});
