import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { pack } from 'tar-stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { killImports, lakeDifference, lakePrint } from '../../bench/measure/kill-import.ts';
import { dayPassport, lakePassport } from '../../src/app/data-passport.ts';
import { type ImportRequest, importData } from '../../src/app/import-data.ts';
import { listData } from '../../src/app/list-data.ts';
import { openMarketData } from '../../src/app/read-market-data.ts';
import { isoDate } from '../../src/core/dates.ts';
import { clock, newYorkInstant } from '../../src/core/new-york.ts';
import { ProblemError } from '../../src/core/problem.ts';
import { observationOn } from '../../src/market/history.ts';
import { lakeLayout } from '../../src/store/lake-layout.ts';
import { readManifests } from '../../src/store/manifest.ts';
import { verifyLake } from '../../src/store/verify-lake.ts';
import {
  cboeHistory,
  cfeContract,
  chain17,
  fredSeries,
  walk,
  yahooHistory,
} from '../fixtures/vendor-files.ts';

const root = mkdtempSync(join(tmpdir(), 'alvh-import-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const today = isoDate('2026-11-20');
const data = join(root, 'data');

const vix = walk(1, '2019-01-02', '2019-06-28', 16);
const spx = walk(2, '2019-01-02', '2019-06-28', 2800);
const closeOf = (day: string): number => spx.find(([date]) => date === day)?.[1] ?? 0;
const shifted = (days: typeof vix, at: string, by: number) =>
  days.map(([d, v]) => [d, d === at ? v + by : v] as const);

function put(name: string, content: string | Uint8Array): string {
  const path = join(data, name);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, content);
  return path;
}

beforeAll(() => {
  put('index/VIX_History.csv', cboeHistory(vix));
  put('index/VIX_yahoo.csv', yahooHistory(shifted(vix, '2019-05-09', 0.5)));
  put('index/SPX_yahoo.csv.gz', gzipSync(yahooHistory(spx)));
  put('macro/DGS10.csv', fredSeries('DGS10', walk(3, '2019-01-02', '2019-06-28', 2.5)));
  put('vx/VX_2019-06-19.csv', cfeContract('M (Jun 2019)', walk(4, '2019-01-02', '2019-06-18', 17)));
  put('chains/2019-05-08.csv', chain17('2019-05-08', closeOf('2019-05-08')));
  put('chains/2019-05-09.csv.gz', gzipSync(chain17('2019-05-09', closeOf('2019-05-09'))));
  put('chains/2019-05-10-wiped.csv', chain17('2019-05-10', closeOf('2019-05-10'), { quoted: false }));
  put('chains/2019-05-27-holiday.csv', chain17('2019-05-27', closeOf('2019-05-24')));
  put('chains/2019-06-10-synthetic.csv', chain17('2019-06-10', closeOf('2019-06-10') * 1.05));
  put('notes.md', 'not data\n');
});

let homes = 0;
const newHome = (): string => {
  homes += 1;
  return join(root, `home-${homes}`);
};
const run = (home: string, paths: readonly string[], more: Partial<ImportRequest> = {}) =>
  importData({ home, paths, today, ...more });
const verdicts = async (home: string, paths: readonly string[]) =>
  Object.fromEntries((await run(home, paths)).files.map(({ file, verdict }) => [basename(file), verdict]));

describe('importing a folder', () => {
  it('takes what it can read, lists what it refuses with the reason, and succeeds', async () => {
    const report = await run(newHome(), [data]);
    const refused = report.files.filter(({ verdict }) => verdict === 'refused');
    expect(Object.fromEntries(refused.map(({ file, problem }) => [basename(file), problem?.what]))).toEqual({
      '2019-05-10-wiped.csv': expect.stringMatching(/^quotes wiped: only 0 of 246 contracts/),
      '2019-05-27-holiday.csv': expect.stringMatching(/^2019-05-27 is Memorial Day, not a session/),
      '2019-06-10-synthetic.csv': expect.stringMatching(/against a close of .*: 5\.0 % apart, 3 % allowed/),
      'notes.md': expect.any(String),
    });
    expect(report.totals).toMatchObject({ imported: 7, unchanged: 0, refused: 4 });
    expect(report.exitCode).toBe(0);
  });

  it('changes nothing the second time', async () => {
    const home = newHome();
    await run(home, [data]);
    const before = lakePrint(home);
    const again = await run(home, [data]);
    expect(again.totals).toMatchObject({ imported: 0, unchanged: 7, refused: 4, rows: 0 });
    expect(lakeDifference(before, lakePrint(home))).toBeUndefined();
  });

  it('reads again what was refused only when asked', async () => {
    const home = newHome();
    const path = put('later.csv', cboeHistory(walk(5, '2019-01-02', '2019-02-01', 16)));
    const early = { today: isoDate('2019-01-15') };
    expect((await run(home, [path], early)).files[0]?.problem?.what).toMatch(/future|after/);
    expect((await run(home, [path])).totals.refused).toBe(1);
    expect((await run(home, [path], { retry: true, as: 'VIX' })).totals.imported).toBe(1);
    rmSync(path);
  });
});

describe('importing one file', () => {
  it('that is refused fails with exit code 2 and keeps its reason for the list', async () => {
    const home = newHome();
    const report = await run(home, [join(data, 'chains/2019-05-10-wiped.csv')]);
    expect(report.exitCode).toBe(2);
    const [listed] = await listData(home);
    expect(listed).toMatchObject({ file: '2019-05-10-wiped.csv', verdict: 'refuse' });
    expect(listed?.problem?.what).toMatch(/only 0 of 246 contracts/);
  });

  it('that does not exist is a usage error and makes no lake', async () => {
    await expect(run(newHome(), [join(data, 'none.csv')])).rejects.toThrow(ProblemError);
  });

  it('cut short as gzip is refused, and nothing of it lands', async () => {
    const home = newHome();
    const path = put('cut.csv.gz', gzipSync(cboeHistory(vix)));
    truncateSync(path, 500);
    const report = await run(home, [path]);
    expect(report.exitCode).toBe(2);
    expect(report.files[0]?.problem?.what).toMatch(/cut or damaged/);
    expect(readManifests(lakeLayout(home)).flatMap(({ files }) => files)).toEqual([]);
    rmSync(path);
  });

  it('that climbs out of its archive is refused, and writes nowhere', async () => {
    const archive = pack();
    archive.entry({ name: '../../escaped.csv' }, cboeHistory(vix));
    archive.finalize();
    const path = put('evil.tar.gz', gzipSync(await buffer(archive)));
    const report = await run(newHome(), [path]);
    expect(report.files[0]?.problem?.what).toMatch(/names a path outside itself/);
    rmSync(path);
  });
});

describe('what the lake then says', () => {
  it('is the exchange before the vendor, with the conflict in the passport of the day', async () => {
    const home = newHome();
    await run(home, [data]);
    const market = await openMarketData(home);
    const day = isoDate('2019-05-09');
    expect(observationOn(market.series.get('VIX.close'), day)?.value).toBe(
      vix.find(([date]) => date === day)?.[1],
    );
    const passport = dayPassport(market, day, newYorkInstant(day, clock(17)), [
      'VIX.close',
      'DGS10',
      'nothing',
    ]);
    expect(passport?.chain).toMatchObject({ verdict: 'use-with-care', usable: 246, parityViolations: 0 });
    expect(passport?.chain.distanceFromClose).toBeLessThan(0.001);
    expect(passport?.conflicts).toEqual([
      expect.stringMatching(/^VIX\.close 2019-05-09: cboe-history .* used, yahoo says/),
    ]);
    expect(passport?.series).toEqual([
      { name: 'VIX.close', last: day, ageSessions: 0 },
      { name: 'DGS10', last: '2019-05-08', ageSessions: 1 },
      { name: 'nothing' },
    ]);
  });

  it('gives back a chain only where it may be used, and says why where not', async () => {
    const home = newHome();
    await run(home, [data]);
    const market = await openMarketData(home, ['VIX.close']);
    expect(market.sessionsWithChains('SPX')).toEqual(['2019-05-08', '2019-05-09']);
    const snapshot = await market.chainSnapshot('SPX', isoDate('2019-05-09'));
    expect(snapshot?.chains.map(({ strikes }) => strikes.length)).toEqual([41, 41, 41]);
    expect(await market.chainSnapshot('SPX', isoDate('2019-06-10'))).toBeUndefined();
    expect(market.chainPassport('SPX', isoDate('2019-06-10'))?.verdict).toBe('refuse');
    expect(market.chainPassport('SPX', isoDate('2019-06-11'))).toBeUndefined();
  });

  it('is nothing, without complaint, before the first import', async () => {
    const market = await openMarketData(newHome());
    expect([market.series.size, market.vx, market.chains]).toEqual([0, [], []]);
    expect(market.sessionsWithChains('SPX')).toEqual([]);
  });

  it('counts sessions missing inside the span of a daily series', async () => {
    const home = newHome();
    const path = put('gap/VIX_History.csv', cboeHistory(vix.filter((_, i) => i % 10 !== 5)));
    await run(home, [path]);
    const { series } = lakePassport(await openMarketData(home));
    const close = series.find(({ name }) => name === 'VIX.close');
    expect(close?.sessionsMissing).toBe(vix.filter((_, i) => i % 10 === 5).length);
    rmSync(join(data, 'gap'), { recursive: true });
  });

  it('is the same, byte for byte, whatever the order of import', async () => {
    const files = [
      'index/VIX_History.csv',
      'index/VIX_yahoo.csv',
      'index/SPX_yahoo.csv.gz',
      'chains/2019-05-08.csv',
      'chains/2019-06-10-synthetic.csv',
    ];
    const importedIn = async (order: readonly string[]) => {
      const home = newHome();
      for (const file of order) await run(home, [join(data, file)]);
      const { series, chains, conflicts } = await openMarketData(home);
      return {
        print: lakePrint(home),
        series,
        chains,
        conflicts: conflicts.map(({ on: _, ...rest }) => rest),
      };
    };
    const expected = await importedIn(files);
    const orders = fc.shuffledSubarray(files, { minLength: files.length });
    await fc.assert(
      fc.asyncProperty(orders, async (order) => {
        expect(await importedIn(order)).toEqual(expected);
      }),
      { numRuns: 8 },
    );
  });

  it('refuses a copy of the day before, whichever of the two came first', async () => {
    const copy = put(
      'copy/2019-05-09.csv',
      chain17('2019-05-08', closeOf('2019-05-08')).replaceAll('05/08/2019', '05/09/2019'),
    );
    for (const paths of [
      [join(data, 'chains/2019-05-08.csv'), copy],
      [copy, join(data, 'chains/2019-05-08.csv')],
    ]) {
      const home = newHome();
      for (const path of paths) await run(home, [path]);
      const market = await openMarketData(home);
      expect(market.chainPassport('SPX', isoDate('2019-05-09'))?.reasons[0]).toBe(
        'stale copy: the quotes are those of 2019-05-08',
      );
      expect(market.sessionsWithChains('SPX')).toEqual(['2019-05-08']);
    }
    rmSync(join(data, 'copy'), { recursive: true });
  });
});

describe('when things go wrong', () => {
  it('is whole after kill -9 at any moment, and resumes to the lake of an undisturbed import', async () => {
    const many = join(root, 'many');
    mkdirSync(many);
    for (let i = 0; i < 40; i++) {
      const file = chain17('2019-05-08', 2800 + i, { strikes: 101 });
      writeFileSync(join(many, `${i}.csv`), file);
      writeFileSync(join(many, `T${i}_History.csv`), cboeHistory(walk(i, '2019-01-02', '2019-06-28', 16)));
    }
    const outcome = await killImports({
      paths: [many],
      today,
      scratch: join(root, 'kill'),
      kills: 6,
      seed: 7,
    });
    expect(outcome).toMatchObject({ killed: 6, corrupted: [] });
  }, 120_000);

  it('two processes at once import everything once', async () => {
    const home = newHome();
    const [a, b] = [join(root, 'a'), join(root, 'b')];
    for (const folder of [a, b]) mkdirSync(folder);
    for (const name of ['VIX_History.csv', 'VIX_yahoo.csv'])
      copyFileSync(join(data, 'index', name), join(a, name));
    for (const name of ['2019-05-08.csv', '2019-05-09.csv.gz'])
      copyFileSync(join(data, 'chains', name), join(b, name));
    const source = pathToFileURL(join(import.meta.dirname, '../../src/app/import-data.ts')).href;
    const code = `const { importData } = await import('${source}'); await importData(JSON.parse(process.argv[1]));`;
    const start = (paths: readonly string[]) =>
      spawn(
        process.execPath,
        ['--import', 'tsx', '--input-type=module', '-e', code, JSON.stringify({ home, paths, today })],
        { stdio: 'inherit' },
      );
    const ends = await Promise.all([start([a, b]), start([b, a])].map((child) => once(child, 'exit')));
    expect(ends.map(([exit]) => exit)).toEqual([0, 0]);
    const alone = newHome();
    await run(alone, [a, b]);
    expect(lakeDifference(lakePrint(alone), lakePrint(home))).toBeUndefined();
    expect(verifyLake(lakeLayout(home))).toEqual([]);
  });

  it('a disk that refuses a write is a problem with a fix, and what was imported before is kept', async () => {
    const home = newHome();
    await run(home, [join(data, 'index/VIX_History.csv')]);
    writeFileSync(join(home, 'lake', 'chains'), 'a file where a folder must go');
    const failing = run(home, [join(data, 'chains/2019-05-08.csv')]);
    await expect(failing).rejects.toThrow(/the lake could not be written .* Fix: make room/);
    const manifests = readManifests(lakeLayout(home));
    expect(manifests.map(({ name }) => name)).toEqual(['VIX_History.csv']);
    expect((await openMarketData(home)).series.has('VIX.close')).toBe(true);
  });
});

it('verdicts of one folder read the same in any home', async () => {
  expect(await verdicts(newHome(), [data])).toEqual(await verdicts(newHome(), [data]));
});
