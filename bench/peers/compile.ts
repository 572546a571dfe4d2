import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder, keyOf } from './cache.ts';
import type { Skipped } from './skipped.ts';

export interface Program {
  readonly name: string;
  readonly compiler: 'g++' | 'gcc';
  readonly sources: readonly string[];
  /** Files the sources include; a change of any makes a new program. */
  readonly headers: readonly string[];
  readonly include: readonly string[];
  readonly flags: readonly string[];
  readonly libraries: readonly string[];
  /** What else the program depends on: the version of a library. */
  readonly version: string;
}

export const NATIVE = join(import.meta.dirname, 'native');
export const NATIVE_HEADERS: readonly string[] = ['columns.h', 'serve.h'].map((name) => join(NATIVE, name));

/** The compiler's own first line of `--version`; undefined where there is none. */
export function compilerVersion(compiler: Program['compiler']): string | undefined {
  const run = spawnSync(compiler, ['--version'], { encoding: 'utf8' });
  return run.status === 0 ? run.stdout.split('\n')[0] : undefined;
}

/** The path of the compiled program, from the cache where its sources, flags and compiler are what they were. */
export function compiled(program: Program): { readonly path: string } | Skipped {
  const { name, compiler, sources, headers, include, flags, libraries, version } = program;
  const compilerIs = compilerVersion(compiler);
  if (compilerIs === undefined)
    return { skipped: `no ${compiler} here; on Debian: apt-get install ${compiler}` };
  const texts = [...sources, ...headers].map((file) => readFileSync(file));
  const key = keyOf(compilerIs, version, ...flags, ...libraries, ...texts);
  const path = join(cacheFolder(), `${name}-${key}`);
  if (existsSync(path)) return { path };
  const building = `${path}.${process.pid}`;
  const args = [
    ...flags,
    ...include.map((folder) => `-I${folder}`),
    ...sources,
    ...libraries,
    '-o',
    building,
  ];
  const run = spawnSync(compiler, args, { encoding: 'utf8' });
  if (run.status !== 0) return { skipped: `${name} does not compile: ${firstError(run.stderr)}` };
  renameSync(building, path);
  return { path };
}

const firstError = (stderr: string): string =>
  stderr.split('\n').find((line) => line.includes('error')) ?? stderr.trim().slice(0, 200);
