import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

/** What decides where the data lives. */
export interface HomeChoice {
  /** `--home`. */
  readonly flag?: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

const given = (text: string | undefined): text is string => text !== undefined && text !== '';

/**
 * The folder that holds the lake, the account and the book: `--home`, else `ALVH_HOME`, else `$XDG_DATA_HOME/alvh`,
 * else `~/.local/share/alvh`. An empty variable counts as not set; a relative `XDG_DATA_HOME` is ignored, as the XDG
 * specification says.
 */
export function dataHome({ flag, env }: HomeChoice): string {
  const own = env['ALVH_HOME'];
  const xdg = env['XDG_DATA_HOME'];
  if (given(flag)) return resolve(flag);
  if (given(own)) return resolve(own);
  if (given(xdg) && resolve(xdg) === xdg) return join(xdg, 'alvh');
  const user = env['HOME'];
  return join(given(user) ? user : homedir(), '.local', 'share', 'alvh');
}
