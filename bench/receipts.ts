import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Row, skipped } from './row.ts';
import { sharedRoot } from './shared-root.ts';

const PROJECT = join(import.meta.dirname, '..');
const FOLDER = join(PROJECT, 'bench', 'receipts');
/** What a measurement depends on: change any of it and a stored receipt is stale. */
const CODE = ['src', 'plans', 'bin', 'scripts', 'package.json', 'package-lock.json'];

function filesUnder(path: string): readonly string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesUnder(join(path, name)));
}

/** Hash of the code a row measures. */
function codeHash(): string {
  const hash = createHash('sha256');
  for (const file of CODE.flatMap((part) => filesUnder(join(PROJECT, part)))) {
    hash.update(file.slice(PROJECT.length)).update(readFileSync(file));
  }
  return hash.digest('hex');
}

/** Hash of the data beside the checkout: names and sizes, as reading every byte would cost more than most rows. */
function dataHash(): string {
  const root = sharedRoot();
  if (root === undefined) return 'none';
  const hash = createHash('sha256');
  for (const file of filesUnder(join(root, 'data')))
    hash.update(`${file.slice(root.length)} ${statSync(file).size}\n`);
  return hash.digest('hex');
}

interface Receipt {
  readonly code: string;
  readonly data: string;
  readonly rows: readonly Row[];
}

const pathOf = (id: string): string => join(FOLDER, `${id}.json`);

/** Stores what a `--full` run measured, with the state of code and data it was measured in. */
export function storeReceipt(id: string, rows: readonly Row[]): void {
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(pathOf(id), `${JSON.stringify({ code: codeHash(), data: dataHash(), rows }, null, 2)}\n`);
}

/** Rows of an earlier `--full` run while code and data are what they were; else rows that say why they are skipped. */
export function receiptRows(id: string, ids: readonly string[]): readonly Row[] {
  const again = 'run with --full';
  if (!existsSync(pathOf(id))) return ids.map((row) => skipped(row, `no receipt; ${again}`));
  const receipt: Receipt = JSON.parse(readFileSync(pathOf(id), 'utf8'));
  if (receipt.code !== codeHash())
    return ids.map((row) => skipped(row, `receipt is stale: the code has changed; ${again}`));
  if (receipt.data !== dataHash())
    return ids.map((row) => skipped(row, `receipt is stale: the data has changed; ${again}`));
  return receipt.rows;
}
