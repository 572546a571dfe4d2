import { readFileSync, statSync } from 'node:fs';
import type { Problem, ProblemKind } from '../core/problem.ts';
import { fail, ok, type Result } from '../core/result.ts';

/** Far above any hand-written file; a larger one was named by mistake. */
const MAX_BYTES = 4_000_000;

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : 'unknown';

const unreadable = (kind: ProblemKind, file: string, code: string): Problem =>
  code === 'ENOENT'
    ? { kind, file, what: 'does not exist', fix: 'check the path' }
    : { kind, file, what: `cannot be read (${code})`, fix: 'name a text file you may read' };

/**
 * Reads a small text file written by a person.
 *
 * @param kind  who must act when it is not there: `usage` for a path just typed, `data` for a file of the home folder
 */
export function readText(path: string, kind: ProblemKind): Result<string, Problem> {
  try {
    if (statSync(path).size > MAX_BYTES) {
      return fail({ kind, file: path, what: 'is larger than 4 MB', fix: 'name the file you meant' });
    }
    return ok(new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path)));
  } catch (error) {
    if (error instanceof TypeError)
      return fail({ kind: 'data', file: path, what: 'is not UTF-8 text', fix: 'save it as UTF-8' });
    return fail(unreadable(kind, path, codeOf(error)));
  }
}
