import { isoDate } from '../core/dates.ts';
import { clock } from '../core/new-york.ts';
import type { IsoDate } from '../core/units.ts';
import { CPI_DATES, GDP_DATES, NFP_DATES, PPI_DATES, type YearsOfDates } from './event-dates.ts';
import { FOMC_CANCELLED, FOMC_DATES, FOMC_NOON_STATEMENTS, FOMC_UNSCHEDULED } from './event-dates-fomc.ts';
import { isTradingDay } from './trading-days.ts';

export type EventKind = 'FOMC' | 'CPI' | 'PPI' | 'NFP' | 'GDP';

/** A scheduled release that moves index options. */
export interface MarketEvent {
  readonly kind: EventKind;
  readonly date: IsoDate;
  /** Minutes after New York midnight. */
  readonly minutes: number;
  /** What a reader should know before relying on it. */
  readonly note?: string;
}

/** A policy action nobody had on the calendar. Never part of `eventsBetween`: no plan could have reckoned with it. */
export interface UnscheduledAction {
  readonly met: IsoDate;
  readonly announced: IsoDate;
  readonly minutes?: number;
  readonly what: string;
}

const STATISTICS_TIME = clock(8, 30);
/** First statement at 14:00; those before are known to a quarter of an hour. */
const EXACT_SINCE = isoDate('2013-03-20');

/** The dates each list can be trusted to be complete for, both included. */
const COVERAGE: Readonly<Record<EventKind, readonly [IsoDate, IsoDate]>> = {
  FOMC: [isoDate('2000-01-01'), isoDate('2027-12-31')],
  CPI: [isoDate('2007-01-01'), isoDate('2026-12-31')],
  NFP: [isoDate('2013-01-01'), isoDate('2026-09-30')],
  PPI: [isoDate('2018-01-01'), isoDate('2026-09-30')],
  GDP: [isoDate('2020-01-01'), isoDate('2026-04-30')],
};

/** From here on a list rests on the advance schedule or on announced, tentative dates. */
const PROVISIONAL_FROM: Readonly<Partial<Record<EventKind, IsoDate>>> = {
  FOMC: isoDate('2027-01-01'),
  CPI: isoDate('2026-09-01'),
  NFP: isoDate('2026-09-01'),
  PPI: isoDate('2026-07-01'),
};

const datesOf = (years: YearsOfDates): readonly IsoDate[] =>
  Object.entries(years).flatMap(([year, days]) =>
    days.split(' ').map((day) => isoDate(`${year}-${day.slice(0, 2)}-${day.slice(2)}`)),
  );

const NOON = new Set(datesOf(FOMC_NOON_STATEMENTS));

function statementMinutes(date: IsoDate): number {
  if (NOON.has(date)) return clock(12, 30);
  return date < EXACT_SINCE ? clock(14, 15) : clock(14);
}

function noteOn(kind: EventKind, date: IsoDate): string | undefined {
  const provisional = PROVISIONAL_FROM[kind];
  const notes = [
    provisional !== undefined && date >= provisional ? 'announced in advance, confirm' : undefined,
    kind === 'PPI' && date >= '2025-11-01' && date < '2026-04-01'
      ? 'lists differ after the 2025 shutdown'
      : undefined,
    kind === 'FOMC' && date < EXACT_SINCE ? 'time approximate' : undefined,
    kind === 'GDP' ? 'advance estimate' : undefined,
    isTradingDay(date) ? undefined : 'prints while markets are shut',
  ].filter((text) => text !== undefined);
  return notes.length === 0 ? undefined : notes.join('; ');
}

function event(kind: EventKind, date: IsoDate): MarketEvent {
  const minutes = kind === 'FOMC' ? statementMinutes(date) : STATISTICS_TIME;
  const text = noteOn(kind, date);
  return { kind, date, minutes, ...(text === undefined ? {} : { note: text }) };
}

let sorted: readonly MarketEvent[] | undefined;

function allEvents(): readonly MarketEvent[] {
  const lists = { FOMC: FOMC_DATES, CPI: CPI_DATES, PPI: PPI_DATES, NFP: NFP_DATES, GDP: GDP_DATES } as const;
  const build = (): MarketEvent[] =>
    (['FOMC', 'CPI', 'PPI', 'NFP', 'GDP'] as const)
      .flatMap((kind) => datesOf(lists[kind]).map((date) => event(kind, date)))
      .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : a.minutes - b.minutes));
  sorted ??= build();
  return sorted;
}

/** A meeting later called off was still on the calendar until that was announced. */
function stood({ kind, date }: MarketEvent, knownOn: IsoDate): boolean {
  const calledOff = kind === 'FOMC' ? FOMC_CANCELLED[date] : undefined;
  return calledOff === undefined || knownOn < calledOff;
}

/**
 * Scheduled events from `from` to `to`, both included, in order of time. An empty answer means "none" only where
 * `eventCoverage` says the calendar is known. Dates moved by the shutdowns of 2013 and 2025 are the final ones.
 *
 * @param knownOn  the day whose knowledge counts; only a meeting called off later (March 2020) depends on it
 */
export const eventsBetween = (from: IsoDate, to: IsoDate, knownOn: IsoDate = from): readonly MarketEvent[] =>
  allEvents().filter((item) => item.date >= from && item.date <= to && stood(item, knownOn));

/** Whether the calendar of a kind is known for a date; outside it, no event listed is no evidence of none. */
export function eventCoverage(kind: EventKind, date: IsoDate): boolean {
  const [first, last] = COVERAGE[kind];
  return date >= first && date <= last;
}

/** FOMC actions outside scheduled meetings announced from `from` to `to`, for looking back only. */
export const unscheduledFomc = (from: IsoDate, to: IsoDate): readonly UnscheduledAction[] =>
  FOMC_UNSCHEDULED.map(([met, announced, minutes, what]) => ({
    met: isoDate(met),
    announced: isoDate(announced),
    what,
    ...(minutes === undefined ? {} : { minutes }),
  })).filter(({ announced }) => announced >= from && announced <= to);
