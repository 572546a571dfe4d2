import { dateOfDay, isoDate } from '../src/core/dates.ts';
import { problemLine } from '../src/core/problem.ts';
import { readFile } from '../src/data/read-file.ts';
import type { ChainItem, FileReading, SeriesItem, VxItem } from '../src/data/read-item.ts';

/** The day after which these tests take every date for the future. */
export const READ_TODAY = isoDate('2026-11-20');

/** What the readers make of a text. */
export const readText = (text: string, name: string, as?: string): Promise<FileReading> =>
  readFile({
    name,
    bytes: new TextEncoder().encode(text),
    today: READ_TODAY,
    ...(as === undefined ? {} : { as }),
  });

/** The one line shown for a text that must be refused; throws when it is not. */
export async function refusedText(text: string, name: string, as?: string): Promise<string> {
  const { items, refusals } = await readText(text, name, as);
  if (items.length > 0 || refusals.length !== 1) throw new Error(`${name} was not refused`);
  return refusals.map(problemLine).join();
}

/** A series as `{ date: value }`, or undefined when the reading has none of that name. */
export function valuesOf({ items }: FileReading, name: string): Record<string, number> | undefined {
  const item = items.find((one): one is SeriesItem => one.kind === 'series' && one.name === name);
  if (item === undefined) return undefined;
  return Object.fromEntries(Array.from(item.days, (day, i) => [dateOfDay(day), item.values[i] ?? 0]));
}

/** `2010-05-18 2010-06-16 29.2`, one text a row. */
export const vxRowsOf = ({ items }: FileReading): readonly string[] =>
  items
    .filter((item): item is VxItem => item.kind === 'vx')
    .flatMap(({ rows }) =>
      rows.map(({ session, expiration, settle }) => `${session} ${expiration} ${settle}`),
    );

export const chainsOf = ({ items }: FileReading): readonly ChainItem[] =>
  items.filter((item): item is ChainItem => item.kind === 'chain');
