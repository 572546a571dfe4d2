import { VALIDATION } from './catalogue.ts';
import { askAll } from './known-wrong/ask-all.ts';
import { knownWrongMarkdown } from './known-wrong/known-wrong-markdown.ts';
import { KNOWN_WRONG } from './known-wrong/records.ts';
import { runRows } from './run-rows.ts';

const knownWrong = async (): Promise<string> => `\n${knownWrongMarkdown(await askAll(KNOWN_WRONG))}`;

process.exitCode = await runRows('Validation', VALIDATION, process.argv.slice(2), knownWrong);
