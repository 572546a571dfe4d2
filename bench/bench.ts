import { BENCHES } from './catalogue.ts';
import { runRows } from './run-rows.ts';

process.exitCode = await runRows('Bench', BENCHES, process.argv.slice(2));
