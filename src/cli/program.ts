import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import type { Session } from './action.ts';
import { addBook } from './commands/book.ts';
import { addData } from './commands/data.ts';
import { addDay } from './commands/day.ts';
import { addDoctor } from './commands/doctor.ts';
import { addInit } from './commands/init.ts';
import { addPlan } from './commands/plan.ts';
import { addScenario } from './commands/scenario.ts';
import { withExamples } from './shared-options.ts';

/** Two folders up, from `src/cli` in the checkout as from `dist/cli` when installed. */
const MANIFEST = join(import.meta.dirname, '..', '..', 'package.json');

function version(): string {
  const manifest: unknown = JSON.parse(readFileSync(MANIFEST, 'utf8'));
  const isManifest = typeof manifest === 'object' && manifest !== null && 'version' in manifest;
  return isManifest ? String(manifest.version) : 'unknown';
}

const EXITS = `
Exit codes: 0 done, 1 the command was mistyped, 2 the data does not allow it, 70 a bug.
Educational use. Not advice. Nothing here sends an order.`;

/** All commands. Parsing throws instead of ending the process, and prints errors only through `exitCodeOf`. */
export function buildProgram(session: Session): Command {
  const { out, err } = session.terminal;
  const program = new Command('alvh')
    .description(
      'SPX iron condors with a layered VIX hedge: real data in, one explained sheet of decisions out',
    )
    .version(version(), '-V, --version')
    .exitOverride()
    .configureOutput({ writeOut: out, writeErr: err, outputError: () => {} });
  addDay(program, session);
  addScenario(program, session);
  addData(program, session);
  addInit(program, session);
  addBook(program, session);
  addPlan(program, session);
  addDoctor(program, session);
  withExamples(
    program,
    ['alvh day', 'the sheet of the newest day'],
    ['alvh data import ~/market-data', 'bring data in'],
    ['alvh init', 'describe your account'],
  ).addHelpText('after', EXITS);
  return program;
}
