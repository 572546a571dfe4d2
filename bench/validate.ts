import { VALIDATION } from './catalogue.ts';
import { runRows } from './run-rows.ts';

process.exitCode = await runRows('Validation', VALIDATION, process.argv.slice(2));
