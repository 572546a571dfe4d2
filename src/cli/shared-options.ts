import type { Command } from 'commander';

export interface HomeOption {
  readonly home?: string;
}

export const withHome = (command: Command): Command =>
  command.option(
    '--home <dir>',
    'folder of data, account and book (else ALVH_HOME, else XDG_DATA_HOME/alvh)',
  );

export interface ColourOption {
  readonly color: boolean;
}

export const withColour = (command: Command): Command =>
  command.option('--no-color', 'plain text, as with NO_COLOR or when piped');

/** Examples under the help of a command. */
export const withExamples = (
  command: Command,
  ...examples: readonly (readonly [line: string, what: string])[]
): Command => {
  const width = Math.max(...examples.map(([line]) => line.length));
  const lines = examples.map(([line, what]) => `  $ ${line.padEnd(width)}  ${what}`);
  return command.addHelpText('after', `\nExamples:\n${lines.join('\n')}`);
};
