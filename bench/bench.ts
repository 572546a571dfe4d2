import { join } from 'node:path';
import { BENCHES } from './catalogue.ts';
import { cacheFolder } from './peers/cache.ts';
import { runRows } from './run-rows.ts';

const argv = process.argv.slice(2);
/** Where the rows go, as JSON, when nobody says: among what git does not keep. */
const path = join(cacheFolder(), 'rows.json');
const written = argv.includes('--json') || argv.includes('--list') ? [] : ['--json', path];

const CAVEAT = `
Times are of one machine in one run. Only ratios taken in turns in the same run carry over; they move by some five percent from
run to run, more when the machine has other work.
`;

process.exitCode = await runRows('Bench', BENCHES, [...argv, ...written], async () => CAVEAT);
if (written.length > 0) process.stdout.write(`rows written to ${path}\n`);
