import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { ProblemError } from '../core/problem.ts';

/**
 * Writes a result whole or not at all.
 *
 * @throws ProblemError when the place cannot be written
 */
export function writeOutput(path: string, text: string): void {
  const part = `${path}.${process.pid}.part`;
  try {
    writeFileSync(part, text);
    renameSync(part, path);
  } catch (error) {
    rmSync(part, { force: true });
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new ProblemError({
      kind: 'usage',
      file: path,
      what: `cannot be written (${reason})`,
      fix: 'name a file in a folder that exists and can be written',
    });
  }
}
