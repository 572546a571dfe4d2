import { dataHome } from '../app/home.ts';
import { coloured, wantsColour } from './colour.ts';
import type { ExitCode } from './exit-code.ts';
import type { HomeOption } from './shared-options.ts';
import type { Terminal } from './terminal.ts';

/** What every command works with: the terminal, and a place for its exit code. */
export interface Session {
  readonly terminal: Terminal;
  readonly exit: (code: ExitCode) => void;
}

export const homeOf = ({ home }: HomeOption, { terminal }: Session): string =>
  dataHome({ ...(home === undefined ? {} : { flag: home }), env: terminal.env });

/** Prints a finished text, tinted where that is wanted. */
export function print(text: string, { terminal }: Session, colour = true): void {
  terminal.out(wantsColour(terminal, colour) ? coloured(text) : text);
}

export const printJson = (value: unknown, { terminal }: Session): void =>
  terminal.out(`${JSON.stringify(value, null, 2)}\n`);
