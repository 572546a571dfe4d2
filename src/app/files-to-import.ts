import { lstatSync, readdirSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { ProblemError } from '../core/problem.ts';

export interface FoundFile {
  /** As a person would type it: the path given, or the path given and what lies below it. */
  readonly path: string;
  /** True when the file itself was named, false when a folder above it was. */
  readonly named: boolean;
}

/**
 * Every regular file under the paths, in one order on every machine (folders by name). A path that was typed is
 * followed if it is a link; links found inside folders are not, nor are dot files, nor the lake itself.
 *
 * @throws ProblemError when a path does not exist
 */
export function filesToImport(paths: readonly string[], lakeRoot: string): readonly FoundFile[] {
  const found = paths.flatMap((path): readonly FoundFile[] => {
    const stat = statSync(path, { throwIfNoEntry: false });
    if (stat === undefined) throw missing(path);
    if (stat.isFile()) return [{ path, named: true }];
    return stat.isDirectory() ? inFolder(path, resolve(lakeRoot)) : [];
  });
  const seen = new Set<string>();
  return found.filter(({ path }) => {
    const isNew = !seen.has(resolve(path));
    seen.add(resolve(path));
    return isNew;
  });
}

function inFolder(folder: string, lakeRoot: string): readonly FoundFile[] {
  if (resolve(folder) === lakeRoot) return [];
  return readdirSync(folder)
    .sort()
    .flatMap((name): readonly FoundFile[] => {
      const path = join(folder, name);
      const stat = lstatSync(path, { throwIfNoEntry: false });
      if (stat === undefined || basename(path).startsWith('.')) return [];
      if (stat.isDirectory()) return inFolder(path, lakeRoot);
      return stat.isFile() ? [{ path, named: false }] : [];
    });
}

const missing = (path: string): ProblemError =>
  new ProblemError({
    kind: 'usage',
    what: 'no such file or folder',
    field: 'PATH',
    value: path,
    fix: 'give a file or a folder that exists',
  });
