import {
  checkEarlyCloses,
  checkHolidays,
  checkSpxMonthly,
  checkVixIrregular,
  checkVixMonthly,
  checkXnysSessions,
} from '../measure/calendar.ts';
import type { CalendarCheck } from '../measure/calendar-check.ts';
import { checkFomc } from '../measure/calendar-fomc.ts';
import { type Row, skipped } from '../row.ts';
import { sharedRoot } from '../shared-root.ts';

interface Check {
  readonly id: string;
  readonly measure: (root: string) => CalendarCheck;
  readonly against: string;
}

const CHECKS: readonly Check[] = [
  {
    id: 'day.calendar-xnys',
    measure: checkXnysSessions,
    against: 'data/calendar/xnys_sessions.csv.gz: sessions 1990 to 2023-01-13 with open and close',
  },
  {
    id: 'day.calendar-holidays',
    measure: checkHolidays,
    against: 'calendars/market_holidays_2000_2030.json: full-day closures',
  },
  {
    id: 'day.calendar-early-closes',
    measure: checkEarlyCloses,
    against: 'calendars/early_closes_2000_2030.json: half days',
  },
  {
    id: 'day.calendar-vix-expirations',
    measure: checkVixMonthly,
    against: 'calendars/vix_monthly_expirations_2004_2030.json: settlement and last trading days',
  },
  {
    id: 'day.calendar-vix-irregular',
    measure: checkVixIrregular,
    against:
      'calendars/vix_irregular_expirations.json: settlements not on a Wednesday, with last trading days',
  },
  {
    id: 'day.calendar-spx-expirations',
    measure: checkSpxMonthly,
    against: 'calendars/spx_monthly_expirations_2000_2030.json: settlement and last trading days',
  },
  {
    id: 'day.calendar-fomc',
    measure: checkFomc,
    against: 'calendars/fomc_meetings_2000_2027.json and data/calendar/fomc_dates_2000_2026.csv',
  },
];

function rowOf({ id, measure, against }: Check, root: string): Row {
  const { compared, differences, explained } = measure(root);
  const reasons = explained.length === 0 ? '' : `explained: ${explained.join('; ')}`;
  return {
    id,
    value: differences.length,
    unit: 'unexplained differences',
    target: '0',
    pass: differences.length === 0,
    against: `${against}; ${compared} facts, both ways`,
    note: [differences.slice(0, 5).join('; '), reasons].filter((text) => text !== '').join('. '),
  };
}

/** The calendars of the project set against every list at hand. */
export function calendarRows(): Row[] {
  const root = sharedRoot();
  return CHECKS.map((check) =>
    root === undefined ? skipped(check.id, 'no ../shared folder beside the checkout') : rowOf(check, root),
  );
}
