import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { importData } from '../../src/app/import-data.ts';
import type { FileReport, ImportReport } from '../../src/app/import-report.ts';
import { openMarketData } from '../../src/app/read-market-data.ts';
import { SERIES_READ } from '../../src/app/series-read.ts';
import { GATHERED } from '../shared-root.ts';
import { type KillOutcome, killImports, lakePrint } from './kill-import.ts';

export interface ImportMeasure {
  readonly first: ImportReport;
  readonly firstSeconds: number;
  readonly second: ImportReport;
  readonly secondSeconds: number;
  /** Files of the lake that differ after the second import. */
  readonly changed: number;
  /** Milliseconds to open what a day reads, its chain included: the median of five. */
  readonly loadMs: number;
}

async function timed<T>(work: () => Promise<T>): Promise<readonly [T, number]> {
  const startedAt = performance.now();
  const value = await work();
  return [value, (performance.now() - startedAt) / 1000];
}

/** Imports every file of a folder into a fresh lake, then again, then reads a day from it. */
export async function measureImport(folder: string): Promise<ImportMeasure> {
  const home = mkdtempSync(join(tmpdir(), 'alvh-bench-'));
  try {
    const run = () => importData({ home, paths: [folder], today: GATHERED });
    const [first, firstSeconds] = await timed(run);
    const before = lakePrint(home);
    const [second, secondSeconds] = await timed(run);
    const after = lakePrint(home);
    const paths = [...new Set([...Object.keys(before), ...Object.keys(after)])];
    const changed = paths.filter((path) => before[path] !== after[path]).length;
    return { first, firstSeconds, second, secondSeconds, changed, loadMs: await measureLoad(home) };
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

const LOADS = 5;

async function measureLoad(home: string): Promise<number> {
  const times: number[] = [];
  for (let i = 0; i < LOADS; i++) {
    const [, seconds] = await timed(async () => {
      const market = await openMarketData(home, SERIES_READ);
      const newest = market.sessionsWithChains('SPX').at(-1);
      return newest === undefined ? undefined : await market.chainSnapshot('SPX', newest);
    });
    times.push(seconds * 1000);
  }
  return times.sort((a, b) => a - b)[LOADS >> 1] ?? 0;
}

export interface ChainVerdicts {
  readonly compared: number;
  /** Files whose verdict is not the one the index expects. */
  readonly differences: readonly string[];
}

/** Holds the verdicts of chain files against an index that says which of them must not be used. */
export function compareVerdicts(indexFile: string, files: readonly FileReport[]): ChainVerdicts {
  const reports = new Map(files.map((report) => [basename(report.file), report]));
  const rows = readFileSync(indexFile, 'utf8').trim().split('\n').slice(1);
  const differences = rows.flatMap((row) => {
    const name = basename(row.split(',')[0] ?? '');
    const expected = /EXCLUDE|NEGATIVE/.test(row) ? 'refused' : 'used';
    const found = reports.get(name);
    const actual = found === undefined ? 'not imported' : found.verdict === 'refused' ? 'refused' : 'used';
    return actual === expected ? [] : [`${name}: ${actual}, ${expected} expected`];
  });
  return { compared: rows.length, differences };
}

/** Kills imports of real files at random moments. */
export async function measureKills(paths: readonly string[], kills: number): Promise<KillOutcome> {
  const scratch = mkdtempSync(join(tmpdir(), 'alvh-kill-'));
  try {
    return await killImports({ paths, today: GATHERED, scratch, kills, seed: 9 });
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}
