import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..', '..');

export interface Finished {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export const rootPath = (...parts: readonly string[]): string => join(ROOT, ...parts);

/** Runs a program as a person would, in its own process, with a home of its own and no colour wishes inherited. */
export function runProgram(
  command: string,
  args: readonly string[],
  cwd: string,
  env: Record<string, string> = {},
): Finished {
  const { NO_COLOR: _noColor, FORCE_COLOR: _force, ALVH_HOME: _home, ...inherited } = process.env;
  const done = spawnSync(command, args, {
    cwd,
    env: { ...inherited, ...env },
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
  return { code: done.status, out: done.stdout, err: done.stderr };
}
