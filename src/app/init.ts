import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ACCOUNT_FILE } from './account.ts';
import { ACCOUNT_TEMPLATE } from './account-template.ts';
import { type WriteOutcome, writeHomeFile } from './write-home-file.ts';

/** `kept`: a file was there already and was left alone. */
export interface InitReport {
  readonly path: string;
  readonly outcome: WriteOutcome | 'kept';
}

/**
 * Writes `account.toml` into the home folder. One that is there is kept, unless `force` asks to replace it.
 *
 * @throws ProblemError when the disk refuses
 */
export function initHome(home: string, { force }: { readonly force: boolean }): InitReport {
  const path = join(home, ACCOUNT_FILE);
  if (existsSync(path) && !force) return { path, outcome: 'kept' };
  return writeHomeFile(home, ACCOUNT_FILE, ACCOUNT_TEMPLATE);
}
