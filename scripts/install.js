// Shared by the other scripts. Uses only what ships with Node, because it runs before anything is installed.
// It says what it does on stderr, uses the lock file, and never runs an install script of a dependency.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
export const DIST = join(ROOT, 'dist');
const MODULES = join(ROOT, 'node_modules');
const INSTALL_STAMP = join(MODULES, '.alvh-installed');
const BUILD_STAMP = join(DIST, '.alvh-built');

/** True in a clone; false in the published package, which ships `dist` and installs like any other. */
export const isCheckout = () =>
  existsSync(join(ROOT, 'src')) && existsSync(join(ROOT, 'tsconfig.build.json'));

export const say = (line) => process.stderr.write(`${line}\n`);

const readText = (path) => (existsSync(path) ? readFileSync(path, 'utf8') : '');

function hashFiles(paths, salt) {
  const hash = createHash('sha256').update(salt);
  for (const path of paths) {
    hash.update(`\0${relative(ROOT, path)}\0`);
    hash.update(existsSync(path) ? readFileSync(path) : 'absent');
  }
  return hash.digest('hex');
}

function filesUnder(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? filesUnder(path) : [path];
    })
    .sort();
}

/** Only what decides which packages are wanted: a changed script name is no reason to install again. */
function dependenciesText() {
  const manifest = JSON.parse(readText(join(ROOT, 'package.json')));
  const { name, version, dependencies, devDependencies, optionalDependencies, overrides, engines } = manifest;
  return JSON.stringify({
    name,
    version,
    dependencies,
    devDependencies,
    optionalDependencies,
    overrides,
    engines,
  });
}

const installHash = () =>
  hashFiles(
    [join(ROOT, 'package-lock.json')],
    `${process.version} ${process.platform} ${process.arch} ${dependenciesText()}`,
  );

/** True when npm's own record of what it installed agrees with the lock: then someone ran `npm ci` by hand. */
function matchesLock() {
  const installed = readText(join(MODULES, '.package-lock.json'));
  if (installed === '') return false;
  const lock = JSON.parse(readText(join(ROOT, 'package-lock.json'))).packages;
  const found = JSON.parse(installed).packages;
  const same = Object.entries(found).every(([path, { version }]) => lock[path]?.version === version);
  return (
    same &&
    Object.entries(lock).every(([path, entry]) => path === '' || entry.optional === true || path in found)
  );
}

function run(command, args, options = {}) {
  // npm is a .cmd file on Windows, which Node starts only through a shell.
  return spawnSync(command, args, {
    cwd: ROOT,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
    ...options,
  });
}

/** Installs the locked dependencies when they are missing or out of date. Exits with a reason when that fails. */
export function ensureInstalled() {
  const wanted = installHash();
  if (readText(INSTALL_STAMP) === wanted) return;
  if (!matchesLock()) {
    say('alvh: installing dependencies (npm ci --ignore-scripts) ...');
    const started = Date.now();
    // Whoever runs this asked for a program, not for a production install: the build needs the compiler.
    const { status, error } = run('npm', [
      'ci',
      '--ignore-scripts',
      '--no-audit',
      '--no-fund',
      '--include=dev',
      '--loglevel=error',
    ]);
    if (status !== 0) {
      say(
        `alvh: npm ci failed${error === undefined ? '' : ` (${error.message})`}. Fix: check the network and Node (>= 20.19, this is ${process.version}), then run it again.`,
      );
      process.exit(1);
    }
    say(`alvh: installed in ${((Date.now() - started) / 1000).toFixed(1)} s`);
  }
  mkdirSync(MODULES, { recursive: true });
  writeFileSync(INSTALL_STAMP, wanted);
}

/** Everything the WebAssembly kernels depend on. */
export const kernelsHash = () =>
  hashFiles([...filesUnder(join(ROOT, 'assembly')), join(ROOT, 'package-lock.json')], '');

/** Everything a build depends on; tests are left out, as the build leaves them out. */
export const buildHash = () =>
  hashFiles(
    [
      ...filesUnder(join(ROOT, 'src')).filter((path) => !path.endsWith('.test.ts')),
      ...filesUnder(join(ROOT, 'assembly')),
      join(ROOT, 'tsconfig.json'),
      join(ROOT, 'tsconfig.build.json'),
      join(ROOT, 'package-lock.json'),
    ],
    '',
  );

export const isBuilt = () => readText(BUILD_STAMP) === buildHash();

/** Compiles `src` to `dist` when any source changed. Exits with the compiler's words when that fails. */
export function ensureBuilt() {
  if (isBuilt()) return;
  say('alvh: building ...');
  const { status } = run(process.execPath, [join(ROOT, 'scripts', 'build.js')], { shell: false });
  if (status !== 0) process.exit(1);
}

/** The program of an installed package. */
const localBin = (name) => join(MODULES, '.bin', process.platform === 'win32' ? `${name}.cmd` : name);

/** Runs a program in this terminal and gives back its exit code. */
function inTerminal(command, args, shell) {
  const { status, signal, error } = run(command, args, { stdio: 'inherit', shell });
  if (error !== undefined) {
    say(`alvh: could not start ${command}: ${error.message}`);
    return 1;
  }
  return status ?? (signal === 'SIGINT' ? 130 : 1);
}

/** Starts a program of the installed packages; gives its exit code when it ends. */
export const startLocal = (name, args) =>
  new Promise((resolve) => {
    const child = spawn(localBin(name), args, {
      cwd: ROOT,
      stdio: ['ignore', 2, 2],
      shell: process.platform === 'win32',
    });
    child.once('error', (error) => {
      say(`alvh: could not start ${name}: ${error.message}`);
      resolve(1);
    });
    child.once('exit', (status) => resolve(status ?? 1));
  });

/** Runs a program of the installed packages. */
export const runLocal = (name, args) => inTerminal(localBin(name), args, process.platform === 'win32');

/** Runs a script of this folder. */
export const runNode = (script) => inTerminal(process.execPath, [join(ROOT, script)], false);
