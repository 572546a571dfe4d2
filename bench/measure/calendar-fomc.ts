import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isoDate } from '../../src/core/dates.ts';
import type { IsoDate } from '../../src/core/units.ts';
import { eventsBetween, unscheduledFomc } from '../../src/market/event-calendar.ts';
import { type CalendarCheck, compare, readJson } from './calendar-check.ts';

const FIRST = isoDate('2000-01-01');
const LAST = isoDate('2030-12-31');

/** As known at the end, so without the meeting of March 2020 that was called off. */
const scheduledFomc = (to: IsoDate) => eventsBetween(FIRST, to, LAST).filter(({ kind }) => kind === 'FOMC');

/** Scheduled FOMC statements 2000-2027 with their times, and the public actions between meetings. */
function checkFomcMeetings(root: string): CalendarCheck {
  interface File {
    scheduled: { statement_date: string; statement_time_et: string }[];
    unscheduled: { date: string; public_action: boolean }[];
  }
  const file = readJson<File>(root, 'fomc_meetings_2000_2027.json');
  const theirs = [
    ...file.scheduled.map(({ statement_date: date, statement_time_et: time }) => `${date} ${time}`),
    ...file.unscheduled.filter(({ public_action: acted }) => acted).map(({ date }) => `${date} unscheduled`),
  ];
  const time = (minutes: number): string =>
    `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
  const ours = [
    ...scheduledFomc(isoDate('2027-12-31')).map(({ date, minutes }) => `${date} ${time(minutes)}`),
    ...unscheduledFomc(FIRST, LAST).map(({ met }) => `${met} unscheduled`),
  ];
  return compare(ours, theirs);
}

/** Decision days 2000-2026 of a second, independent list. It names the moves between meetings but no other action. */
function checkFomcDecisions(root: string): CalendarCheck {
  const text = readFileSync(join(root, 'data', 'calendar', 'fomc_dates_2000_2026.csv'), 'utf8');
  const theirs = text.trim().split(/\r?\n/).slice(1);
  const named = new Set(theirs);
  const moves = unscheduledFomc(FIRST, LAST).filter(({ announced }) => named.has(announced));
  const ours = [
    ...scheduledFomc(isoDate('2026-12-31')).map(({ date }) => date),
    ...moves.map(({ announced }) => announced),
  ];
  const april = 'the Federal Reserve announced 28-29 April 2026; the list is a week late';
  return compare(ours, theirs, { 'only here: 2026-04-29': april, 'only there: 2026-05-06': april });
}

/** Both FOMC lists at hand. */
export function checkFomc(root: string): CalendarCheck {
  const checks = [checkFomcMeetings(root), checkFomcDecisions(root)];
  return {
    compared: checks.reduce((sum, { compared }) => sum + compared, 0),
    differences: checks.flatMap(({ differences }) => differences),
    explained: checks.flatMap(({ explained }) => explained),
  };
}
