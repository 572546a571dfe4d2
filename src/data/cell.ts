import { dateFromParts, isIsoDate } from '../core/dates.ts';
import type { IsoDate } from '../core/units.ts';
import { refuse } from './refuse.ts';

/** Where a cell stands, for the problem it may become. */
export interface CellPlace {
  readonly file: string;
  readonly line: number;
  readonly field: string;
}

const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,3})?$/;
/** What the vendors met write where there is no value. */
const MISSING = new Set(['', '.', 'na', 'n/a', 'nan', 'null', '-', '#n/a', '#n/a n/a', '#n/a connection']);

/** True where a vendor says there is no value. */
const isMissing = (cell: string): boolean => MISSING.has(cell.trim().toLowerCase());

/** A finite decimal number, or undefined: no hexadecimal, no `Infinity`, no empty text. */
export function parseDecimal(cell: string): number | undefined {
  const text = cell.trim();
  if (!NUMBER.test(text)) return undefined;
  const value = Number(text);
  return Number.isFinite(value) ? value : undefined;
}

/** @throws ProblemError unless the cell is a finite number */
export function numberIn(cell: string, place: CellPlace): number {
  const value = parseDecimal(cell);
  if (value === undefined) {
    refuse({
      ...place,
      value: cell,
      what: 'is not a number',
      fix: 'export the file again with plain decimal numbers',
    });
  }
  return value;
}

/** A number where there may be none. @throws ProblemError when the cell is neither a number nor a sign of absence */
export const numberOrMissing = (cell: string, place: CellPlace): number | undefined =>
  isMissing(cell) ? undefined : numberIn(cell, place);

const ISO_START = /^(\d{4}-\d{2}-\d{2})(?:$|[T ])/;
const US_DATE = /^(\d{1,2})\/(\d{1,2})\/(\d{4})(?:$| )/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/;

/** `2019-05-09`, `2019-05-09T00:00:00Z`, `05/09/2019`, `5/9/2019 0:00:00`, `20190509`; undefined for anything else. */
export function parseDate(cell: string): IsoDate | undefined {
  const text = cell.trim();
  const iso = ISO_START.exec(text)?.[1];
  if (iso !== undefined) return isIsoDate(iso) ? iso : undefined;
  const us = US_DATE.exec(text);
  if (us !== null) return dateFromParts(Number(us[3]), Number(us[1]), Number(us[2]));
  const compact = COMPACT.exec(text);
  return compact === null
    ? undefined
    : dateFromParts(Number(compact[1]), Number(compact[2]), Number(compact[3]));
}

/** @throws ProblemError unless the cell is a date that exists */
export function dateIn(cell: string, place: CellPlace): IsoDate {
  const date = parseDate(cell);
  if (date === undefined) {
    const fix = 'export the file again with dates as YYYY-MM-DD or MM/DD/YYYY';
    refuse({ ...place, value: cell, what: 'is not a date', fix });
  }
  return date;
}

/** No series read here is older; an earlier date is a damaged one. */
const OLDEST = '1850-01-01';

/** @throws ProblemError for a date after `today`, which no file can know, or before any series began */
export function pastDate(date: IsoDate, today: IsoDate, place: CellPlace): IsoDate {
  if (date < OLDEST) {
    refuse({ ...place, value: date, what: 'is older than any series', fix: 'download the file again' });
  }
  if (date > today) {
    const what = `is in the future (today is ${today})`;
    refuse({ ...place, value: date, what, fix: 'correct the date, or the clock of this machine' });
  }
  return date;
}
