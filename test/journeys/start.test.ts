import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Finished, rootPath, runProgram } from './program.ts';

/** What a clone needs to build and start. */
const PARTS = [
  'src',
  'assembly',
  'scripts',
  'bin',
  'plans',
  'schema',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'tsconfig.build.json',
];
let folder = '';
let clone = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'alvh-start-'));
  clone = join(folder, 'clone');
  mkdirSync(clone);
  for (const part of PARTS) cpSync(rootPath(part), join(clone, part), { recursive: true });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const start = (args: readonly string[] = [], env: Record<string, string> = {}): Finished =>
  runProgram(process.execPath, [join(clone, 'scripts', 'start.js'), ...args], clone, {
    ALVH_HOME: join(folder, 'home'),
    ...env,
  });

/** All that is said on stderr once everything is installed and built: whose day this is. */
const SAMPLE_NOTE =
  'note: no usable SPX chain is imported yet, so this day is simulated (seed 329, world p); bring yours in with `alvh data import PATH`\n';

describe('npm start in a clean clone', () => {
  it('asks npm for the locked packages without their scripts, and says what to do when that fails', () => {
    const bin = join(folder, 'bin');
    mkdirSync(bin);
    writeFileSync(join(bin, 'npm'), `#!/bin/sh\necho "$@" > "${folder}/npm-args"\nexit 1\n`);
    chmodSync(join(bin, 'npm'), 0o755);
    const { code, out, err } = start([], { PATH: `${bin}:${process.env['PATH'] ?? ''}` });
    expect([code, out]).toEqual([1, '']);
    expect(readFileSync(join(folder, 'npm-args'), 'utf8')).toMatch(/^ci --ignore-scripts /);
    expect(err).toMatch(/npm ci failed\. Fix: check the network and Node/);
  });

  it('builds, and ends with the sheet of the newest day', () => {
    symlinkSync(rootPath('node_modules'), join(clone, 'node_modules'));
    const { code, out, err } = start(['--no-open']);
    expect(err).toContain('alvh: building ...');
    expect(code).toBe(0);
    expect(out).toContain('ALVH day sheet');
    expect(out).toContain('Not advice');
  });

  it('builds once: the second start says nothing but the sheet', () => {
    const { code, err } = start();
    expect([code, err]).toEqual([0, SAMPLE_NOTE]);
  });

  it('passes its arguments to the day', () => {
    const { code, err } = start(['--date', '2019-12-25']);
    expect(code).toBe(2);
    expect(err).toMatch(/^--date "2019-12-25": is a market holiday/);
  });

  it('builds again when a source changed, and keeps the old build when that fails', () => {
    const main = join(clone, 'src', 'cli', 'main.ts');
    const good = readFileSync(main, 'utf8');
    writeFileSync(main, `${good}\nconst broken: number = 'text';\n`);
    const failed = start();
    expect(failed.code).toBe(1);
    expect(`${failed.out}${failed.err}`).toMatch(/main\.ts/);
    writeFileSync(main, good);
    expect(start()).toMatchObject({ code: 0, err: SAMPLE_NOTE });
  });
});
