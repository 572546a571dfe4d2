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

/** Which market a command is about. */
export interface MarketOptions {
  readonly date?: string;
  readonly plan?: string;
  readonly quotes?: string;
  readonly seed?: string;
  readonly world?: string;
}

/** @param what  what is done with the session: `session to decide` */
export const withMarket = (command: Command, what: string): Command =>
  command
    .option('--date <date>', `${what}, YYYY-MM-DD (else the newest with a usable SPX chain)`)
    .option('--plan <plan>', 'rule set: steward, promoter or a TOML file (else steward)')
    .option(
      '--quotes <kind>',
      'real, modelled (computed for any session since 1990 whose SPX and VIX closes are imported) or simulated',
    )
    .option('--seed <n>', 'which simulated market, a whole number')
    .option('--world <name>', 'how it moves: p as history does, q as options price it, p-q-jumps between');

/** The market options that were given, and nothing else. */
export const marketAsked = ({ date, plan, quotes, seed, world }: MarketOptions): MarketOptions =>
  Object.fromEntries(
    Object.entries({ date, plan, quotes, seed, world }).filter(([, value]) => value !== undefined),
  );

/** Examples under the help of a command. */
export const withExamples = (
  command: Command,
  ...examples: readonly (readonly [line: string, what: string])[]
): Command => {
  const width = Math.max(...examples.map(([line]) => line.length));
  const lines = examples.map(([line, what]) => `  $ ${line.padEnd(width)}  ${what}`);
  return command.addHelpText('after', `\nExamples:\n${lines.join('\n')}`);
};
