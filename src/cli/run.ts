import { type ExitCode, exitCodeOf } from './exit-code.ts';
import { buildProgram } from './program.ts';
import type { Terminal } from './terminal.ts';

/** Runs one command line and says how it ended. */
export async function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  let ended: ExitCode = 0;
  const exit = (code: ExitCode): void => {
    ended = code;
  };
  try {
    await buildProgram({ terminal, exit }).parseAsync(args, { from: 'user' });
    return ended;
  } catch (trouble) {
    return exitCodeOf(trouble, terminal);
  }
}
