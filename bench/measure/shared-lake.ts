import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { importData } from '../../src/app/import-data.ts';
import { GATHERED } from '../shared-root.ts';

/** Folders of the shared data a decided day reads; the rest has no bearing on it. */
const FOLDERS = [
  'index',
  'options/spx_2019_cboe_delayed',
  'options/cboe_quotedata',
  'vix_futures',
  'macro/fred',
  'etf',
  'breadth',
  'valuation',
  'rates',
];

let built: Promise<string> | undefined;

async function build(root: string): Promise<string> {
  const home = mkdtempSync(join(tmpdir(), 'alvh-lake-'));
  process.once('exit', () => rmSync(home, { recursive: true, force: true }));
  await importData({ home, paths: FOLDERS.map((folder) => join(root, 'data', folder)), today: GATHERED });
  return home;
}

/** A home folder with the held data imported, built once a process and removed at its end. */
export function sharedLake(root: string): Promise<string> {
  built ??= build(root);
  return built;
}
