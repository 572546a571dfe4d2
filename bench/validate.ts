import { VALIDATION } from './catalogue.ts';
import { knownWrongMarkdown } from './known-wrong/known-wrong-markdown.ts';
import { allReported } from './known-wrong/rows.ts';
import { runRows } from './run-rows.ts';

const knownWrong = async (): Promise<string> => `\n${knownWrongMarkdown(await allReported())}`;

process.exitCode = await runRows('Validation', VALIDATION, process.argv.slice(2), knownWrong);
