import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RunOptions } from '../catalogue.ts';
import { receiptRows, storeReceipt } from '../receipts.ts';
import type { Row } from '../row.ts';

const ID = 'day.npm-start';
const IDS = [`${ID}-cold`, `${ID}-warm`, `${ID}-again`];
const PROJECT = join(import.meta.dirname, '..', '..');
const TARGET_SECONDS = 90;

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

const row = (id: string, value: number, note: string): Row => ({
  id,
  value,
  unit: 's',
  target: id.endsWith('warm') ? `<= ${TARGET_SECONDS}` : '',
  pass: id.endsWith('warm') ? value <= TARGET_SECONDS : null,
  against: '`npm start` in a fresh clone of the committed state, to the printed sheet',
  note,
});

function measure(): readonly Row[] {
  const folder = mkdtempSync(join(tmpdir(), 'alvh-clone-'));
  try {
    const cache = join(folder, 'cache');
    const [first, second] = [join(folder, 'first'), join(folder, 'second')];
    clone(first);
    clone(second);
    return [
      row(`${ID}-cold`, start(first, cache), 'empty package cache: every package comes over the network'),
      row(`${ID}-warm`, start(second, cache), 'package cache filled by the cold run'),
      row(`${ID}-again`, start(second, cache), 'installed and built already'),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A clean clone to its first sheet. Takes minutes and the network, so it runs with `--full` and leaves a receipt. */
export async function npmStartRows({ full }: RunOptions): Promise<readonly Row[]> {
  if (!full) return receiptRows(ID, 'none', IDS);
  const rows = measure();
  storeReceipt(ID, 'none', rows);
  return rows;
}
