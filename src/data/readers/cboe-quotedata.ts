import { dateFromParts, daysBetween, yearOf } from '../../core/dates.ts';
import { newYorkClock, showInstant } from '../../core/new-york.ts';
import { type EpochMs, type IsoDate, points } from '../../core/units.ts';
import { parseDecimal, pastDate } from '../cell.ts';
import { type ChainRow, chainItem } from '../chain-builder.ts';
import { UNDERLYING_OF } from '../chain-symbol.ts';
import { quoteMoment } from '../quote-instant.ts';
import type { ReadContext, Reader } from '../reader.ts';
import { refuse } from '../refuse.ts';
import { headerIndex, type Sheet } from '../sheet.ts';
import { quotedataInstant } from './quotedata-date.ts';
import { quotedataRows, soleRoot } from './quotedata-rows.ts';

const isHeader = (names: readonly string[]): boolean =>
  names[0] === 'expiration date' &&
  names[1] === 'calls' &&
  names.includes('strike') &&
  names.includes('puts');

/** The year in which month and day fall just before the first expiration listed. */
function yearBefore(first: IsoDate, month: number, day: number): number | undefined {
  const years = [yearOf(first), yearOf(first) - 1];
  return years.find((year) => {
    const date = dateFromParts(year, month, day);
    return date !== undefined && daysBetween(date, first) >= -7;
  });
}

/** Instant of the file's own date line. @throws ProblemError when it has none that can be read, or a future one */
function writtenAt(
  sheet: Sheet,
  header: number,
  rows: readonly ChainRow[],
  { today, notes }: ReadContext,
): EpochMs {
  const { file } = sheet;
  const i = sheet.lines.slice(0, header).findIndex((text) => /^\W*date:/i.test(text));
  const text = sheet.lines[i] ?? '';
  const first = rows
    .map(({ expiration }) => expiration)
    .reduce((a, b) => (b < a ? b : a), rows[0]?.expiration ?? today);
  // The line goes on with bid, ask and volume of the index, which hold digits of their own.
  const instant = quotedataInstant(text.replace(/"?,\s*Bid:.*$/i, ''), (month, day) => {
    const year = yearBefore(first, month, day);
    if (year !== undefined)
      notes.push(`the date line has no year; ${year} taken from the first expiration, ${first}`);
    return year;
  });
  if (instant === undefined) {
    refuse({
      file,
      line: i + 1,
      field: 'Date',
      value: text,
      what: 'holds no date and time that can be read',
      fix: 'download the file again in English',
    });
  }
  pastDate(newYorkClock(instant).date, today, { file, line: i + 1, field: 'Date' });
  return instant;
}

/** The index level beside the title: `Last: 4137.6401`. */
function spotIn(sheet: Sheet, header: number): number | undefined {
  const last = /Last:\s*([\d.]+)/.exec(sheet.lines.slice(0, header).join('\n'))?.[1];
  const spot = last === undefined ? undefined : parseDecimal(last);
  return spot !== undefined && spot > 0 ? spot : undefined;
}

/** Cboe's delayed-quote download: four lines of preamble, then calls and puts side by side (FORMATS 9). */
export const cboeQuotedata: Reader = {
  id: 'cboe-quotedata',
  recognises: (sheet) => headerIndex(sheet, isHeader) !== undefined,
  read: (sheet, context) => {
    const { file } = sheet;
    const header = headerIndex(sheet, isHeader) ?? 0;
    const rows = quotedataRows(sheet, header, context.notes);
    const root = soleRoot(file, rows);
    const written = writtenAt(sheet, header, rows, context);
    const moment = quoteMoment(UNDERLYING_OF[root], written);
    if (moment.asOf !== written) {
      context.notes.push(
        `written ${showInstant(written)}, when the market was shut; quotes of ${showInstant(moment.asOf)}`,
      );
    }
    const spot = spotIn(sheet, header);
    const head = {
      file,
      source: 'cboe-quotes' as const,
      ...moment,
      timeRecorded: true,
      sha256: context.sha256,
    };
    return [chainItem({ ...head, ...(spot === undefined ? {} : { spot: points(spot) }) }, rows)];
  },
};
