import { dateOfDay, weekdayOf } from '../core/dates.ts';
import type { DatedTable } from './dated-table.ts';
import { refuse } from './refuse.ts';

/** Median days between rows; 1 for daily files, 7 for weekly, about 30 for monthly; 0 for a single row. */
function medianSpacing({ days }: DatedTable): number {
  const gaps = days.slice(1).map((day, i) => day - (days[i] ?? day));
  gaps.sort((a, b) => a - b);
  return gaps[Math.floor(gaps.length / 2)] ?? 0;
}

/** From this spacing on a file is monthly. */
const MONTHLY_DAYS = 20;
export const isMonthly = (table: DatedTable): boolean => medianSpacing(table) >= MONTHLY_DAYS;

const WEEK = 7;
const MONDAY = 1;

/**
 * Weekly bars are stamped with their Monday and hold Friday's close: read as dated they would let a decision see four
 * days ahead.
 *
 * @throws ProblemError for a file of weekly bars
 */
export function refuseWeeklyBars(table: DatedTable): void {
  if (medianSpacing(table) !== WEEK) return;
  const mondays = table.days.filter((day) => weekdayOf(dateOfDay(day)) === MONDAY).length;
  if (mondays < table.days.length / 2) return;
  const what = 'weekly bars, dated on the Monday of the week whose Friday they close';
  refuse({ file: table.file, what, fix: 'download the daily history instead' });
}
