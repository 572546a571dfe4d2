import type { Command } from 'commander';
import { type ExitCode, exitCodeOf } from './exit-code.ts';
import { buildProgram } from './program.ts';
import type { Terminal } from './terminal.ts';

/** `alvh data import`: the deepest command the words name, whose help is worth reading. */
function commandNamed(program: Command, args: readonly string[]): string {
  const names = [program.name()];
  let here: Command | undefined = program;
  for (const arg of args) {
    here = here.commands.find((command) => command.name() === arg);
    if (here === undefined) break;
    names.push(here.name());
  }
  return names.join(' ');
}

/** Runs one command line and says how it ended. */
export async function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  let ended: ExitCode = 0;
  const exit = (code: ExitCode): void => {
    ended = code;
  };
  const program = buildProgram({ terminal, exit });
  try {
    await program.parseAsync(args, { from: 'user' });
    return ended;
  } catch (trouble) {
    return exitCodeOf(trouble, terminal, commandNamed(program, args));
  }
}
