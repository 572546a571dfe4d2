import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';

/** Where compiled baselines and what they answered are kept: untracked, and gone with `node_modules`. */
export function cacheFolder(): string {
  const folder = join(import.meta.dirname, '..', '..', 'node_modules', '.cache', 'alvh-bench');
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** A short name for what something was made from. The processor is part of it: `-march=native` code runs on no other. */
export function keyOf(...parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha256').update(cpus()[0]?.model ?? '');
  for (const part of parts) hash.update(String(part.length)).update(part);
  return hash.digest('hex').slice(0, 24);
}
