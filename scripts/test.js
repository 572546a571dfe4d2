// `npm test`: installs and builds when needed, runs the suite, ends with one line of totals.
// Arguments go to vitest: `npm test -- src/quant`. ALVH_TEST_REPORT names a file to keep vitest's JSON report in.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBuilt, ensureInstalled, runLocal } from './install.js';
import { skipLines, totals, totalsLine } from './test-totals.js';

ensureInstalled();
ensureBuilt();
const folder = mkdtempSync(join(tmpdir(), 'alvh-test-'));
const report = process.env.ALVH_TEST_REPORT ?? join(folder, 'report.json');
rmSync(report, { force: true });
const args = [
  'run',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${report}`,
  ...process.argv.slice(2),
];
const status = runLocal('vitest', args);
const found = totals(report);
const skips = skipLines(report);
rmSync(folder, { recursive: true, force: true });
for (const line of skips) process.stdout.write(`${line}\n`);
process.stdout.write(`${totalsLine(found)}\n`);
process.exitCode = status !== 0 ? status : found.failed === 0 ? 0 : 1;
