import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe } from 'vitest';

const ROOT = join(import.meta.dirname, '..', '..', 'shared');

/** The folder of real market data beside the checkout; undefined where it is absent. */
const SHARED: string | undefined = existsSync(join(ROOT, 'data')) ? ROOT : undefined;

/** A path inside the shared folder; only to be asked for inside `describeWithShared`. */
export const sharedPath = (...parts: readonly string[]): string => join(ROOT, ...parts);

/** A suite on real data: runs where the folder is, and is skipped by name, with the reason, where it is not. */
export function describeWithShared(name: string, suite: () => void): void {
  if (SHARED === undefined)
    describe.skip(`${name} [skipped: no ../shared folder beside the checkout]`, suite);
  else describe(name, suite);
}
