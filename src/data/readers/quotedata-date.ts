import { dateFromParts } from '../../core/dates.ts';
import { newYorkInstant } from '../../core/new-york.ts';
import { type EpochMs, epochMs, type IsoDate } from '../../core/units.ts';

/** First letters of months in the languages met: English, Spanish, French; accents stripped before comparing. */
const MONTHS: readonly (readonly string[])[] = [
  ['jan', 'ene', 'janv'],
  ['feb', 'fev', 'fevr'],
  ['mar', 'mars'],
  ['apr', 'abr', 'avr'],
  ['may', 'mai'],
  ['jun', 'juin'],
  ['jul', 'juil'],
  ['aug', 'ago', 'aou'],
  ['sep', 'set'],
  ['oct', 'okt'],
  ['nov'],
  ['dec', 'dic'],
];

const TIME = /(\d{1,2}):(\d{2})(?::\d{2})?\s*([AP])?\.?\s*M?/i;
const ZONE = /(?:UTC|GMT)\s*([+-])\s*(\d{1,2})(?::?(\d{2}))?/i;

function monthIn(words: string): number | undefined {
  for (const word of words.match(/[a-z]{3,}/g) ?? []) {
    const month = MONTHS.findIndex((names) => names.some((name) => word.startsWith(name)));
    if (month !== -1) return month + 1;
  }
  return undefined;
}

/** Minutes after midnight of `19:41`, `8:40 PM`; undefined without a time that exists. */
function minutesIn(text: string): number | undefined {
  const match = TIME.exec(text);
  if (match === null) return undefined;
  const [hours, minutes, half] = [Number(match[1]), Number(match[2]), match[3]?.toUpperCase()];
  const isTwelve = half !== undefined;
  if (minutes > 59 || hours > 23 || (isTwelve && (hours < 1 || hours > 12))) return undefined;
  return (isTwelve ? (hours % 12) + (half === 'P' ? 12 : 0) : hours) * 60 + minutes;
}

const MS_PER_MINUTE = 60_000;

/** The instant on the clock the line names; New York's when it names none by offset (EDT, EST, nothing). */
function instantOf(text: string, date: IsoDate, minutes: number): EpochMs {
  const zone = ZONE.exec(text);
  if (zone === null) return newYorkInstant(date, minutes);
  const offset = (zone[1] === '-' ? -1 : 1) * (Number(zone[2]) * 60 + Number(zone[3] ?? 0));
  return epochMs(Date.parse(`${date}T00:00:00Z`) + (minutes - offset) * MS_PER_MINUTE);
}

/**
 * Instant of the date line of Cboe's quote download, which follows the language of the browser that saved it:
 * `Date: 5 April 2023, 19:41 UTC−4`, `"Date: May 26, 2023 at 5:01 PM EDT"`, `23 de marzo de 2022, 10:11 GMT-4`,
 * `11 April, 2023 à 22:23 UTC−4`.
 *
 * @param yearOf  gives the year where the line has none (`4 June 4, 3:15 PM EDT` was met), from month and day
 * @returns undefined when no date and time can be read
 */
export function quotedataInstant(
  line: string,
  yearOf: (month: number, day: number) => number | undefined,
): EpochMs | undefined {
  const text = line
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase();
  const minutes = minutesIn(text);
  const month = monthIn(text.replace('date', ''));
  const beforeTime = text.slice(0, TIME.exec(text)?.index ?? text.length);
  const day = Number(/(?<!\d)(\d{1,2})(?!\d)/.exec(beforeTime)?.[1]);
  if (minutes === undefined || month === undefined || !Number.isInteger(day)) return undefined;
  const year = Number(/(?<!\d)(20\d{2})(?!\d)/.exec(beforeTime)?.[1] ?? yearOf(month, day));
  const date = Number.isInteger(year) ? dateFromParts(year, month, day) : undefined;
  return date === undefined ? undefined : instantOf(text, date, minutes);
}
