import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ProblemError } from '../core/problem.ts';
import { makeFolder, writeDurably } from '../store/durable-file.ts';

export type WriteOutcome = 'created' | 'replaced' | 'unchanged';

export interface Written {
  readonly path: string;
  readonly outcome: WriteOutcome;
}

/**
 * Writes one file of the home folder, whole or not at all; the same text again touches nothing.
 *
 * @throws ProblemError when the disk refuses
 */
export function writeHomeFile(home: string, name: string, text: string): Written {
  const path = join(home, name);
  try {
    const isThere = existsSync(path);
    if (isThere && readFileSync(path, 'utf8') === text) return { path, outcome: 'unchanged' };
    makeFolder(home);
    writeDurably(`${path}.${process.pid}.part`, path, text);
    return { path, outcome: isThere ? 'replaced' : 'created' };
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new ProblemError({
      kind: 'data',
      file: path,
      what: `cannot be written (${reason})`,
      fix: 'free the disk or choose another --home',
    });
  }
}
