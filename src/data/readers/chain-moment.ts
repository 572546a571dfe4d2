import { newYorkInstant } from '../../core/new-york.ts';
import { type EpochMs, epochMs, type IsoDate, MS_PER_MINUTE } from '../../core/units.ts';
import type { Underlying } from '../../market/chain.ts';
import { isSession } from '../../market/session-calendar.ts';
import { parseDate } from '../cell.ts';
import { assumedInstant, quoteMoment } from '../quote-instant.ts';

/** Session and instant of one row's quotes. */
export interface RowMoment {
  readonly session: IsoDate;
  readonly asOf: EpochMs;
  readonly timeRecorded: boolean;
}

const UTC_INSTANT = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:\+00:?00|Z)$/;
const LOCAL_TIME = / (\d{1,2}):(\d{2})(?::\d{2})?$/;
const DATASHOP_MINUTES_BEFORE_CLOSE = 30;

const utcInstant = (text: string): EpochMs | undefined => {
  const ms = UTC_INSTANT.test(text)
    ? Date.parse(text.replace(' ', 'T').replace(/\+00:?00$/, 'Z'))
    : Number.NaN;
  return Number.isFinite(ms) ? epochMs(Math.floor(ms)) : undefined;
};

/** Minutes of `11/19/2026 16:00`; midnight is how spreadsheets write "no time". */
function localMinutes(text: string): number | undefined {
  const match = LOCAL_TIME.exec(text);
  const minutes = match === null ? 0 : Number(match[1]) * 60 + Number(match[2]);
  return minutes > 0 && minutes < 24 * 60 ? minutes : undefined;
}

/**
 * When the quotes of a row were taken: the vendor's own instant, its local time, DataShop's 15:45 (a quarter of an hour
 * before the close), or, where nothing is recorded, the close of the options session.
 *
 * @param date     the row's quote date, with or without a time
 * @param written  when the file was saved, where the vendor says so; moves nothing but the hour
 * @returns undefined when the date is none
 */
export function rowMoment(
  date: string,
  written: string,
  isQuarterBefore: boolean,
  underlying: Underlying,
): RowMoment | undefined {
  const instant = utcInstant(written.trim()) ?? utcInstant(date.trim());
  if (instant !== undefined) return { ...quoteMoment(underlying, instant), timeRecorded: true };
  const session = parseDate(date);
  if (session === undefined) return undefined;
  const close = assumedInstant(session);
  if (isQuarterBefore && isSession(session)) {
    return {
      session,
      asOf: epochMs(close - DATASHOP_MINUTES_BEFORE_CLOSE * MS_PER_MINUTE),
      timeRecorded: true,
    };
  }
  const minutes = localMinutes(date.trim());
  if (minutes === undefined) return { session, asOf: close, timeRecorded: false };
  return { session, asOf: newYorkInstant(session, minutes), timeRecorded: true };
}
