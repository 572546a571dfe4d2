import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { dateOfDay, dayNumber, isoDate, weekdayOf } from '../../src/core/dates.ts';
import { newYorkClock, showInstant } from '../../src/core/new-york.ts';
import { type EpochMs, epochMs, type IsoDate } from '../../src/core/units.ts';
import { sessionOpen, sessionStatus, sessionsIn, stockClose } from '../../src/market/session-calendar.ts';
import { lastTrade } from '../../src/market/settlement.ts';
import { spxMonthlyExpiration } from '../../src/market/spx-expirations.ts';
import { vixMonthlyExpirations, vixWeeklyExpirations } from '../../src/market/vix-expirations.ts';
import { type CalendarCheck, compare, readJson } from './calendar-check.ts';

const FIRST = isoDate('2000-01-01');
const LAST = isoDate('2030-12-31');
const WEDNESDAY = 3;

const sessionFact = (date: IsoDate, open: EpochMs, close: EpochMs): string =>
  `${date} ${showInstant(open)} to ${showInstant(close)}`;

/** Every NYSE session 1990 to 2023-01-13 with its opening and closing instant (exchange_calendars). */
export function checkXnysSessions(root: string): CalendarCheck {
  const bytes = readFileSync(join(root, 'data', 'calendar', 'xnys_sessions.csv.gz'));
  const rows = gunzipSync(bytes).toString('utf8').trim().split('\n').slice(1);
  const theirs = rows.map((row) => {
    const [day = '', open = '', close = ''] = row.split(',');
    return sessionFact(isoDate(day.slice(0, 10)), epochMs(Date.parse(open)), epochMs(Date.parse(close)));
  });
  const lastDay = isoDate((rows.at(-1) ?? '').slice(0, 10));
  const ours = sessionsIn(isoDate('1990-01-01'), lastDay).map((date) =>
    sessionFact(date, sessionOpen(date), stockClose(date)),
  );
  return compare(ours, theirs);
}

const everyDay = (from: IsoDate, to: IsoDate): readonly IsoDate[] =>
  Array.from({ length: dayNumber(to) - dayNumber(from) + 1 }, (_, i) => dateOfDay(dayNumber(from) + i));

/** Full-day closures 2000-2030, unscheduled ones included. */
export function checkHolidays(root: string): CalendarCheck {
  const { holidays } = readJson<{ holidays: { date: string }[] }>(root, 'market_holidays_2000_2030.json');
  const ours = everyDay(FIRST, LAST).filter((date) => sessionStatus(date).kind === 'holiday');
  return compare(
    ours,
    holidays.map(({ date }) => date),
  );
}

/** Half days 2000-2030; all close at 13:00. */
export function checkEarlyCloses(root: string): CalendarCheck {
  const file = readJson<{ early_closes: { date: string }[] }>(root, 'early_closes_2000_2030.json');
  const half = (date: IsoDate): boolean => {
    const status = sessionStatus(date);
    return status.kind === 'session' && status.earlyClose;
  };
  const ours = everyDay(FIRST, LAST).filter(half);
  return compare(
    ours.map((date) => showInstant(stockClose(date))),
    file.early_closes.map(({ date }) => `${date} 13:00 ET`),
  );
}

/** VIX options began on 2006-02-24; earlier expirations have futures only, and so no last trading day to compare. */
const FIRST_VIX_OPTIONS = isoDate('2006-03-01');

const vixFact = (root: 'VIX' | 'VIXW', expiration: IsoDate, since: IsoDate): string =>
  expiration < since
    ? expiration
    : `${expiration}, last trade ${newYorkClock(lastTrade(root, expiration)).date}`;

/** Monthly VIX settlement dates and last trading days, May 2004 to November 2030. */
export function checkVixMonthly(root: string): CalendarCheck {
  interface Expiration {
    final_settlement_date: string;
    vix_options_last_trading_day: string;
  }
  const file = readJson<{ expirations: Expiration[] }>(root, 'vix_monthly_expirations_2004_2030.json');
  const theirs = file.expirations.map(
    ({ final_settlement_date: date, vix_options_last_trading_day: last }) =>
      date < FIRST_VIX_OPTIONS ? date : `${date}, last trade ${last}`,
  );
  const ours = vixMonthlyExpirations(isoDate('2004-05-01'), isoDate('2030-11-30')).map((date) =>
    vixFact('VIX', date, FIRST_VIX_OPTIONS),
  );
  const older = "the file applies today's rule; CFE's price file of the contract ends a week earlier";
  return compare(ours, theirs, {
    'only here: 2004-07-14': older,
    'only there: 2004-07-21': older,
    'only here: 2004-10-13': older,
    'only there: 2004-10-20': older,
  });
}

/** Every VIX settlement since weeklies began, monthly or weekly, that is not on a Wednesday. */
export function checkVixIrregular(root: string): CalendarCheck {
  interface Irregular {
    final_settlement_date: string;
    options_last_trading_day: string;
  }
  const file = readJson<{ irregular: Irregular[] }>(root, 'vix_irregular_expirations.json');
  const ours = vixWeeklyExpirations(isoDate('2015-10-08'), isoDate('2030-11-30'))
    .filter((date) => weekdayOf(date) !== WEDNESDAY)
    .map((date) => vixFact('VIXW', date, FIRST_VIX_OPTIONS));
  return compare(
    ours,
    file.irregular.map(
      ({ final_settlement_date: date, options_last_trading_day: last }) => `${date}, last trade ${last}`,
    ),
  );
}

/** Standard monthly SPX settlement dates and last trading days 2000-2030. */
export function checkSpxMonthly(root: string): CalendarCheck {
  interface Expiration {
    month: string;
    am_settlement_date: string;
    last_trading_day_spx_am: string;
  }
  const file = readJson<{ expirations: Expiration[] }>(root, 'spx_monthly_expirations_2000_2030.json');
  const ours = file.expirations.map(({ month }) => {
    const date = spxMonthlyExpiration(Number(month.slice(0, 4)), Number(month.slice(5)));
    return `${date}, last trade ${newYorkClock(lastTrade('SPX', date)).date}`;
  });
  return compare(
    ours,
    file.expirations.map(
      ({ am_settlement_date: date, last_trading_day_spx_am: last }) => `${date}, last trade ${last}`,
    ),
  );
}
