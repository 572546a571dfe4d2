import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { dayNumber, isoDate } from '../core/dates.ts';
import { sha256 } from '../core/hash.ts';
import { lakeLayout } from './lake-layout.ts';
import { findManifest, isRefused, readManifests } from './manifest.ts';
import { readSeriesTables } from './series-table.ts';
import { type ImportDraft, storeImport } from './store-import.ts';
import { filesUnder, sweepLake } from './sweep-lake.ts';
import { verifyLake } from './verify-lake.ts';
import { readVxTables } from './vx-table.ts';

const folder = mkdtempSync(join(tmpdir(), 'alvh-lake-'));
afterAll(() => rmSync(folder, { recursive: true }));
const day = dayNumber(isoDate('2019-05-09'));

function draft(name: string, rows: number): ImportDraft {
  const content = sha256(name);
  const days = Int32Array.from({ length: rows }, (_, i) => day + i);
  const column = (f: (i: number) => number): Float64Array => Float64Array.from(days, (_, i) => f(i));
  return {
    sha256: sha256(`${name}.gz`),
    name,
    bytes: 100,
    readings: [{ file: name, content, reader: 'test', rows, notes: [], refusals: [] }],
    series: [
      {
        name: `${name}.close`,
        source: 'yahoo',
        tags: [],
        content,
        days,
        values: column((i) => 10 + i / 3),
        availableAt: column((i) => 1e12 + i),
      },
      {
        name: `${name}.volume`,
        source: 'yahoo',
        tags: ['revised'],
        content,
        days,
        values: column((i) => i),
        availableAt: column(() => 1e12),
      },
    ],
    vx: [
      {
        source: 'cfe-contract',
        content,
        sessions: days,
        expirations: days.map((d) => d + 30),
        settles: column((i) => 15 + i / 7),
        availableAt: column(() => 1e12),
      },
    ],
    chains: [],
  };
}

const fresh = (name: string) => lakeLayout(join(folder, name));
const bytesOf = (root: string): Record<string, string> =>
  Object.fromEntries(
    ['series', 'vx', 'manifest']
      .flatMap((part) => filesUnder(root, part))
      .map((path) => [path, sha256(readFileSync(join(root, path)))]),
  );

describe('storing one file', () => {
  it('gives back every number it was given', async () => {
    const lake = fresh('round-trip');
    const given = draft("it's", 5000);
    const { series, vx } = await storeImport(lake, given);
    expect(await readSeriesTables(lake.root, series === undefined ? [] : [series])).toEqual(given.series);
    expect(await readVxTables(lake.root, vx === undefined ? [] : [vx])).toEqual(given.vx);
    expect(verifyLake(lake)).toEqual([]);
  });

  it('makes the same lake, byte for byte, from the same files in any order', async () => {
    const [a, b] = [fresh('order-a'), fresh('order-b')];
    for (const name of ['X', 'Y', 'Z']) await storeImport(a, draft(name, 3000));
    for (const name of ['Z', 'X', 'Y', 'X']) await storeImport(b, draft(name, 3000));
    expect(bytesOf(b.root)).toEqual(bytesOf(a.root));
  });

  it('leaves no manifest and nothing half-written when a write fails', async () => {
    const lake = fresh('failing');
    mkdirSync(lake.root, { recursive: true });
    writeFileSync(join(lake.root, 'vx'), 'a file where a folder must go');
    const given = draft('X', 10);
    await expect(storeImport(lake, given)).rejects.toThrow();
    expect(findManifest(lake, given.sha256)).toBeUndefined();
    expect(filesUnder(lake.root, 'landing')).toEqual([]);
  });

  it('remembers a file that gave nothing', async () => {
    const lake = fresh('refused');
    const manifest = await storeImport(lake, { ...draft('X', 3), series: [], vx: [] });
    expect(isRefused(manifest)).toBe(true);
    expect(readManifests(lake)).toEqual([manifest]);
  });
});

describe('sweeping', () => {
  it('removes what no manifest names and nothing else', async () => {
    const lake = fresh('sweep');
    await storeImport(lake, draft('X', 10));
    const before = bytesOf(lake.root);
    mkdirSync(join(lake.root, 'chains/SPX/year=2019'), { recursive: true });
    for (const path of ['series/0123.parquet', 'chains/SPX/year=2019/o.parquet', 'landing/9.parquet']) {
      writeFileSync(join(lake.root, path), 'left by a killed import');
    }
    expect([...sweepLake(lake)].sort()).toEqual([
      'chains/SPX/year=2019/o.parquet',
      'landing/9.parquet',
      'series/0123.parquet',
    ]);
    expect(bytesOf(lake.root)).toEqual(before);
    expect(verifyLake(lake)).toEqual([]);
  });

  it('is told apart from damage: a changed file is reported by name', async () => {
    const lake = fresh('damage');
    const { series } = await storeImport(lake, draft('X', 10));
    writeFileSync(join(lake.root, series?.path ?? ''), 'bits rot');
    expect(verifyLake(lake)).toEqual([`${series?.path} (from X) was changed`]);
  });
});
