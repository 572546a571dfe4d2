import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { ProblemError } from '../core/problem.ts';
import { filesToImport } from './files-to-import.ts';

const root = mkdtempSync(join(tmpdir(), 'alvh-walk-'));
afterAll(() => rmSync(root, { recursive: true }));
const at = (...parts: readonly string[]): string => join(root, ...parts);
for (const folder of ['data/b', 'data/a', 'data/.git', 'data/home/lake', 'outside'])
  mkdirSync(at(folder), { recursive: true });
for (const file of [
  'data/z.csv',
  'data/b/2.csv',
  'data/a/1.csv',
  'data/.hidden',
  'data/.git/x',
  'data/home/lake/m.json',
  'outside/o.csv',
]) {
  writeFileSync(at(file), file);
}
symlinkSync(at('outside'), at('data/link'));
symlinkSync(at('outside/o.csv'), at('data/linked.csv'));
const walk = (...paths: readonly string[]) =>
  filesToImport(
    paths.map((path) => at(path)),
    at('data/home/lake'),
  );

describe('the files of an import', () => {
  it('are those below a folder, by name, without links, dot files and the lake itself', () => {
    expect(walk('data').map(({ path }) => path)).toEqual([
      at('data/a/1.csv'),
      at('data/b/2.csv'),
      at('data/z.csv'),
    ]);
  });

  it('are told apart: named, or found below a folder', () => {
    expect(walk('data/z.csv', 'data/a')).toEqual([
      { path: at('data/z.csv'), named: true },
      { path: at('data/a/1.csv'), named: false },
    ]);
  });

  it('follow a link that was typed', () => {
    expect(walk('data/linked.csv').map(({ named }) => named)).toEqual([true]);
  });

  it('come once, however often they are given', () => {
    expect(
      walk('data/z.csv', 'data', 'data/b/../z.csv').filter(({ path }) => path.endsWith('z.csv')),
    ).toHaveLength(1);
  });

  it('must exist', () => {
    expect(() => walk('none')).toThrow(ProblemError);
    expect(() => walk('none')).toThrow(/no such file or folder/);
  });
});
