import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Two calendars set side by side: facts on one side only, each written out, and those with a known reason apart. */
export interface CalendarCheck {
  readonly compared: number;
  readonly differences: readonly string[];
  readonly explained: readonly string[];
}

/** A file of ../shared/calendars. */
export const readJson = <T>(root: string, file: string): T =>
  JSON.parse(readFileSync(join(root, 'calendars', file), 'utf8')) as T;

/** Facts are compared as text, so a difference reads as what it says. */
export function compare(
  ours: readonly string[],
  theirs: readonly string[],
  reasons: Readonly<Record<string, string>> = {},
): CalendarCheck {
  const [mine, other] = [new Set(ours), new Set(theirs)];
  const all = [
    ...ours.filter((fact) => !other.has(fact)).map((fact) => `only here: ${fact}`),
    ...theirs.filter((fact) => !mine.has(fact)).map((fact) => `only there: ${fact}`),
  ];
  const explained = all.filter((difference) => reasons[difference] !== undefined);
  return {
    compared: theirs.length,
    differences: all.filter((difference) => reasons[difference] === undefined),
    explained: explained.map((difference) => `${difference} (${reasons[difference]})`),
  };
}
