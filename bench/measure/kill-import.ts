import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { importData } from '../../src/app/import-data.ts';
import { openMarketData } from '../../src/app/read-market-data.ts';
import { sha256 } from '../../src/core/hash.ts';
import { seededRandom } from '../../src/core/random.ts';
import type { IsoDate } from '../../src/core/units.ts';
import { lakeLayout } from '../../src/store/lake-layout.ts';
import { filesUnder } from '../../src/store/sweep-lake.ts';
import { verifyLake } from '../../src/store/verify-lake.ts';

export interface KillPlan {
  readonly paths: readonly string[];
  readonly today: IsoDate;
  /** An empty folder to work in. */
  readonly scratch: string;
  /** Processes to kill. */
  readonly kills: number;
  readonly seed: number;
}

export interface KillOutcome {
  /** Imports ended by SIGKILL while they ran. */
  readonly killed: number;
  /** Imports that were done before their kill came. */
  readonly finished: number;
  /** Lakes found damaged after a kill, or different from the uninterrupted one once complete; a line each. */
  readonly corrupted: readonly string[];
}

const source = (path: string): string =>
  pathToFileURL(join(import.meta.dirname, '..', '..', 'src', path)).href;

const CHILD = `
  import { importData } from '${source('app/import-data.ts')}';
  const request = JSON.parse(process.argv[1]);
  await importData({ ...request, onProgress: ({ kind }) => { if (kind === 'started') process.stdout.write('started'); } });`;

/** Hash of every file of a lake but its lock: two lakes with equal prints hold the same bytes. */
export function lakePrint(home: string): Readonly<Record<string, string>> {
  const { root } = lakeLayout(home);
  const paths = ['manifest', 'series', 'vx', 'chains', 'landing'].flatMap((folder) =>
    filesUnder(root, folder),
  );
  return Object.fromEntries(paths.map((path) => [path, sha256(readFileSync(join(root, path)))]));
}

/** Names the first difference between two lakes; undefined when they are equal. */
export function lakeDifference(
  expected: Readonly<Record<string, string>>,
  found: Readonly<Record<string, string>>,
): string | undefined {
  const paths = [...new Set([...Object.keys(expected), ...Object.keys(found)])].sort();
  return paths.find((path) => expected[path] !== found[path]);
}

async function startImport(request: object): Promise<ChildProcess> {
  const args = ['--import', 'tsx', '--input-type=module', '-e', CHILD, JSON.stringify(request)];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  if (child.stdout !== null) await once(child.stdout, 'data');
  return child;
}

/** Lets an import run for `ms`, then kills it; true when it was still running. */
async function killAfter(child: ChildProcess, ms: number): Promise<boolean> {
  const ended = once(child, 'exit');
  const timer = setTimeout(() => child.kill('SIGKILL'), ms);
  await ended;
  clearTimeout(timer);
  return child.signalCode === 'SIGKILL';
}

/** Every named file whole, and the lake readable. */
async function damageOf(home: string): Promise<readonly string[]> {
  const broken = verifyLake(lakeLayout(home));
  if (broken.length > 0) return broken;
  try {
    await openMarketData(home);
    return [];
  } catch (error) {
    return [`the lake cannot be opened: ${error instanceof Error ? error.message : String(error)}`];
  }
}

/**
 * Kills imports at random moments of their run and looks at what they leave: after each kill every file that a reader
 * can see must be whole; the next import resumes; a lake completed this way must hold the bytes of one never disturbed.
 */
export async function killImports({ paths, today, scratch, kills, seed }: KillPlan): Promise<KillOutcome> {
  const random = seededRandom(seed);
  const reference = join(scratch, 'reference');
  const startedAt = performance.now();
  await importData({ home: reference, paths, today });
  const whole = performance.now() - startedAt;
  const expected = lakePrint(reference);
  const corrupted: string[] = [];
  let [killed, finished, lakes] = [0, 0, 0];
  let home = join(scratch, 'lake-0');
  const complete = async (): Promise<void> => {
    await importData({ home, paths, today });
    const difference = lakeDifference(expected, lakePrint(home));
    if (difference !== undefined) corrupted.push(`lake ${lakes} differs at ${difference}`);
    rmSync(home, { recursive: true, force: true });
    lakes += 1;
    home = join(scratch, `lake-${lakes}`);
  };
  while (killed < kills) {
    const wasRunning = await killAfter(await startImport({ home, paths, today }), random() * whole);
    if (wasRunning) {
      killed += 1;
      corrupted.push(...(await damageOf(home)));
    } else {
      finished += 1;
      await complete();
    }
  }
  await complete();
  return { killed, finished, corrupted };
}
