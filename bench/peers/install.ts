import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Skipped } from './skipped.ts';

export const PEERS_FOLDER = import.meta.dirname;
const MODULES = join(PEERS_FOLDER, 'node_modules');
/** Which lock the folder was installed from. */
const STAMP = join(MODULES, '.installed-from');

const lockHash = (): string =>
  createHash('sha256')
    .update(readFileSync(join(PEERS_FOLDER, 'package-lock.json')))
    .digest('hex');

const peersInstalled = (): boolean => existsSync(STAMP) && readFileSync(STAMP, 'utf8') === lockHash();

/** Puts the npm peers into this folder's own `node_modules`, once per lock; no script of theirs is run. */
export function installPeers(): { readonly installed: true } | Skipped {
  if (peersInstalled()) return { installed: true };
  const run = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--silent'], {
    cwd: PEERS_FOLDER,
    encoding: 'utf8',
  });
  if (run.status !== 0) {
    const why = run.error?.message ?? `${run.stderr}${run.stdout}`.trim().slice(-200);
    return { skipped: `npm ci in bench/peers failed, does it reach the registry? ${why}` };
  }
  writeFileSync(STAMP, lockHash());
  return { installed: true };
}
