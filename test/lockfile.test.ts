import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { rangeAdmits } from './node-range.ts';

interface LockEntry {
  readonly version?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly hasInstallScript?: boolean;
  readonly engines?: { readonly node?: string };
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const ROOT = join(import.meta.dirname, '..');
const lock: { packages: Readonly<Record<string, LockEntry>> } = JSON.parse(
  readFileSync(join(ROOT, 'package-lock.json'), 'utf8'),
);
const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
const entries = Object.entries(lock.packages).filter(([path]) => path !== '');

/** Oldest Node the README promises. */
const OLDEST_NODE = '20.19.0';

/** Where npm would find a dependency of a package: nested in it, or in a `node_modules` above. */
function isLocked(owner: string, name: string): boolean {
  let folder = owner;
  for (;;) {
    if (lock.packages[`${folder === '' ? '' : `${folder}/`}node_modules/${name}`] !== undefined) return true;
    if (folder === '') return false;
    folder = folder.includes('/node_modules/') ? folder.slice(0, folder.lastIndexOf('/node_modules/')) : '';
  }
}

describe('the lock file', () => {
  it('has an entry for every optional platform package, or npm ci refuses it on a clean machine', () => {
    const absent = entries.flatMap(([path, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies)
        .filter((name) => !isLocked(path, name))
        .map((name) => `${path} wants ${name}`),
    );
    expect(absent).toEqual([]);
  });

  it('covers the platforms people have: Linux, macOS and Windows, for the parts that are native', () => {
    const names = entries.map(([path]) => path);
    const platforms = ['linux-x64', 'linux-arm64', 'darwin-arm64', 'win32-x64'];
    for (const native of ['@duckdb/node-bindings', '@biomejs/cli', '@typescript/typescript']) {
      const absent = platforms.filter(
        (platform) => !names.some((path) => path.includes(`${native}-${platform}`)),
      );
      expect(absent, native).toEqual([]);
    }
  });

  it('needs no install script in production', () => {
    const scripted = entries.filter(([, entry]) => entry.hasInstallScript === true && entry.dev !== true);
    expect(scripted.map(([path]) => path)).toEqual([]);
  });

  it('admits the oldest Node the README promises', () => {
    const excluding = entries
      .filter(([, { engines }]) => engines?.node !== undefined && !rangeAdmits(engines.node, OLDEST_NODE))
      .map(([path, { engines }]) => `${path} wants ${engines?.node}`);
    expect(excluding).toEqual([]);
  });

  it('agrees with the manifest, whose versions are exact', () => {
    const wanted: Readonly<Record<string, string>> = {
      ...manifest.dependencies,
      ...manifest.devDependencies,
    };
    for (const [name, version] of Object.entries(wanted)) {
      expect(version, name).toMatch(/^\d/);
      expect(lock.packages[`node_modules/${name}`]?.version, name).toBe(version);
    }
  });
});

describe('the reading of engine ranges', () => {
  it.each([
    ['>=20', true],
    ['>= 18', true],
    ['^20.19.0 || >=22.12.0', true],
    ['20 || >=22', true],
    ['^20.0.0 || ^22.0.0 || >=24.0.0', true],
    ['20.x', true],
    ['*', true],
    ['>=18 <21', true],
    ['>=20.20.0', false],
    ['^18.0.0 || >=22', false],
    ['22', false],
    ['>=18 <20', false],
    ['~20.18.0', false],
  ])('%s admits Node 20.19.0: %s', (range, admitted) => {
    expect(rangeAdmits(range, OLDEST_NODE)).toBe(admitted);
  });
});
