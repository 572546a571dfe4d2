import { CommanderError } from 'commander';
import { type Problem, ProblemError, problemLine } from '../core/problem.ts';
import type { Terminal } from './terminal.ts';

/** 0: done. 1: the command was mistyped. 2: the data does not allow it. 70: a bug of ours (sysexits EX_SOFTWARE). */
export type ExitCode = 0 | 1 | 2 | 70;

const EXIT_OF = { usage: 1, data: 2 } as const;

/** One line on stderr for each; the first decides the exit code. */
export function reportProblems(problems: readonly Problem[], { err }: Terminal): ExitCode {
  for (const problem of problems) err(`${problemLine(problem)}\n`);
  const [first] = problems;
  return first === undefined ? 0 : EXIT_OF[first.kind];
}

/** Commander says `error: unknown command 'dya'` and, on a second line, `(Did you mean day?)`. */
function usageProblem({ message }: CommanderError, command: string): Problem {
  const [what = '', hint] = message.replace(/^error: /, '').split('\n');
  const meant = hint?.match(/Did you mean (?:one of )?(.+?)\?/)?.[1];
  const help = `\`${command} --help\``;
  const fix = meant === undefined ? `see ${help}` : `did you mean ${meant}? See ${help}`;
  return { kind: 'usage', what, fix };
}

/** Help and version end the parsing too, and are no error. */
const isAnswer = (code: string): boolean =>
  code === 'commander.helpDisplayed' || code === 'commander.version';

function bugReport(trouble: unknown, { env, err }: Terminal): ExitCode {
  const message = trouble instanceof Error ? trouble.message : String(trouble);
  err(`bug in alvh: ${message.split('\n')[0] ?? ''}. Fix: report it with the command and this line.\n`);
  if (env['ALVH_DEBUG'] !== undefined && trouble instanceof Error) err(`${trouble.stack ?? ''}\n`);
  return 70;
}

/** The one place where trouble becomes a line and an exit code. */
export function exitCodeOf(trouble: unknown, terminal: Terminal, command = 'alvh'): ExitCode {
  if (trouble instanceof ProblemError) return reportProblems([trouble.problem], terminal);
  if (!(trouble instanceof CommanderError)) return bugReport(trouble, terminal);
  if (isAnswer(trouble.code)) return 0;
  if (trouble.code === 'commander.help') return 1; // no command given: the help is on stderr already
  return reportProblems([usageProblem(trouble, command)], terminal);
}
