// `npm run check`: every gate a change must pass, all of them run even when one fails.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ensureInstalled, ROOT, runLocal, runNode, say } from './install.js';

const examples = () =>
  existsSync(join(ROOT, 'examples'))
    ? readdirSync(join(ROOT, 'examples'))
        .filter((name) => /^\d\d-.*\.ts$/.test(name))
        .sort()
    : [];

const GATES = [
  ['format', () => runLocal('biome', ['format', '.'])],
  ['lint', () => runLocal('biome', ['lint', '.'])],
  [
    'imports in order',
    () => runLocal('biome', ['check', '--formatter-enabled=false', '--linter-enabled=false', '.']),
  ],
  ['types', () => runLocal('tsc', ['--noEmit'])],
  ['dead code', () => runLocal('knip', [])],
  ['tests', () => runNode('scripts/test.js')],
  [
    'examples',
    () => examples().reduce((worst, name) => Math.max(worst, runLocal('tsx', [join('examples', name)])), 0),
  ],
];

ensureInstalled();
const outcome = GATES.map(([name, gate]) => {
  say(`\n--- ${name}`);
  const started = Date.now();
  const status = gate();
  return { name, status, seconds: (Date.now() - started) / 1000 };
});
say('');
for (const { name, status, seconds } of outcome) {
  say(`${status === 0 ? 'pass' : 'FAIL'}  ${name} (${seconds.toFixed(1)} s)`);
}
process.exitCode = outcome.every(({ status }) => status === 0) ? 0 : 1;
