import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RunOptions } from '../catalogue.ts';
import { receiptRows } from '../receipts.ts';
import type { Row } from '../row.ts';
import { sharedRoot } from '../shared-root.ts';

const ID = 'day.npm-start';
const TEST_ID = 'day.npm-test';
const IDS = [`${ID}-cold`, `${ID}-warm`, `${ID}-again`, TEST_ID];
const PROJECT = join(import.meta.dirname, '..', '..');
const START_SECONDS = 90;
const TEST_SECONDS = 600;

/** Seconds of one `npm start` in a folder, with a home of its own. */
function start(folder: string, cache: string): number {
  const began = performance.now();
  const env = { ...process.env, ALVH_HOME: join(folder, 'home'), npm_config_cache: cache, NO_COLOR: '1' };
  const run = spawnSync('npm', ['start', '--', '--no-open'], { cwd: folder, env, encoding: 'utf8' });
  if (run.status !== 0 || !run.stdout.includes('SIMULATED'))
    throw new Error(`npm start failed: ${run.stderr.slice(-400)}`);
  return (performance.now() - began) / 1000;
}

const clone = (into: string): void => {
  execFileSync('git', ['clone', '--quiet', '--no-hardlinks', PROJECT, into]);
};

/** Seconds of `npm test` in an installed clone. */
function test(folder: string): { readonly seconds: number; readonly said: string } {
  const began = performance.now();
  const run = spawnSync('npm', ['test'], { cwd: folder, encoding: 'utf8' });
  if (run.status !== 0) throw new Error(`npm test failed: ${run.stdout.slice(-400)}`);
  return { seconds: (performance.now() - began) / 1000, said: run.stdout.trim().split('\n').at(-1) ?? '' };
}

const startRow = (id: string, value: number, note: string, limit?: number): Row => ({
  id,
  value,
  unit: 's',
  target: limit === undefined ? '' : `<= ${limit}`,
  pass: limit === undefined ? null : value <= limit,
  against: '`npm start` in a fresh clone of the committed state, to the printed sheet',
  note,
});

function testRow(folder: string): Row {
  const { seconds, said } = test(folder);
  return {
    id: TEST_ID,
    value: seconds,
    unit: 's',
    target: `<= ${TEST_SECONDS}`,
    pass: seconds <= TEST_SECONDS,
    against:
      '`npm test` in a clone of the committed state, with the data folder linked beside it where there is one',
    note: said,
  };
}

function measure(): readonly Row[] {
  const folder = mkdtempSync(join(tmpdir(), 'alvh-clone-'));
  try {
    const cache = join(folder, 'cache');
    const [first, second] = [join(folder, 'first'), join(folder, 'second')];
    clone(first);
    clone(second);
    const root = sharedRoot();
    if (root !== undefined) symlinkSync(root, join(folder, 'shared'));
    return [
      startRow(
        `${ID}-cold`,
        start(first, cache),
        'empty package cache: every package comes over the network',
      ),
      startRow(`${ID}-warm`, start(second, cache), 'package cache filled by the cold run', START_SECONDS),
      startRow(`${ID}-again`, start(second, cache), 'installed and built already'),
      testRow(second),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A clean clone to its first sheet. Takes minutes and the network, so it runs with `--full` and leaves a receipt. */
export async function npmStartRows({ full }: RunOptions): Promise<readonly Row[]> {
  return full ? measure() : receiptRows(ID, IDS);
}
