// `npm run mutate`: changes src/quant in thousands of small ways and counts the changes no test notices.
// Arguments go to the mutation tester: `npm run mutate -- --mutate src/quant/normal.ts`. The whole takes hours;
// MUTATE_TESTS='src/quant/strip/*.test.ts' holds it to the tests of one folder.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt, ensureInstalled, ROOT, say } from './install.js';

const FOLDER = join(ROOT, 'bench', 'mutation');
const TESTER = join(FOLDER, 'node_modules', '@stryker-mutator', 'core', 'bin', 'stryker.js');

const run = (command, args, cwd, shell = false) => spawnSync(command, args, { cwd, shell, stdio: 'inherit' });

ensureInstalled();
ensureBuilt();
if (!existsSync(TESTER)) {
  say('alvh: installing the mutation tester (npm ci in bench/mutation) ...');
  const args = [
    'ci',
    '--ignore-scripts',
    '--legacy-peer-deps',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ];
  const { status } = run('npm', args, FOLDER, process.platform === 'win32');
  if (status !== 0) process.exit(status ?? 1);
}
const config = join('bench', 'mutation', 'stryker.config.json');
const { status } = run(process.execPath, [TESTER, 'run', config, ...process.argv.slice(2)], ROOT);
process.exitCode = status ?? 1;
