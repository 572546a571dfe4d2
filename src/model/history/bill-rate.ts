import { daysBetween } from '../../core/dates.ts';
import type { IsoDate } from '../../core/units.ts';
import { type History, latest } from '../../market/history.ts';
import type { SourcedValue } from './sourced-value.ts';

interface RateSeries {
  readonly name: string;
  /** Calendar days after which a value says nothing about today; a month's mean is dated by the month's first day. */
  readonly reach: number;
  /** Continuously compounded, decimal, from what the source prints, per cent. */
  readonly continuous: (percent: number) => number;
}

const YEAR = 365;
/** Days of a three-month bill. */
const BILL_DAYS = 91;

/** Best first. */
const SERIES: readonly RateSeries[] = [
  // A bond-equivalent yield, compounded twice a year.
  { name: 'DGS3MO', reach: 10, continuous: (y) => 2 * Math.log1p(y / 200) },
  // A discount on face value over 360 days.
  {
    name: 'TB3MS',
    reach: 100,
    continuous: (d) => (-YEAR / BILL_DAYS) * Math.log1p((-d / 100) * (BILL_DAYS / 360)),
  },
  // An overnight rate over 360 days.
  { name: 'FEDFUNDS', reach: 100, continuous: (f) => YEAR * Math.log1p(f / 36_000) },
];

/** The three-month bill of 1990-2025 was 2.6 % in the median, 0 to 7.9 %; being wrong by 3 % moves a 30-day forward by .25 %. */
const ASSUMED = 0.03;

/**
 * The rate options are discounted at: the three-month Treasury bill, continuously compounded, as known at the decision.
 * Its daily yield (DGS3MO), else the newest published monthly mean (TB3MS), else that of federal funds (FEDFUNDS), else 3 %.
 */
export function billRate(past: History, session: IsoDate): SourcedValue {
  for (const { name, reach, continuous } of SERIES) {
    const newest = latest(past.series(name));
    if (newest === undefined || daysBetween(newest.asOf, session) > reach) continue;
    return { value: continuous(newest.value), source: name, asOf: newest.asOf };
  }
  return { value: ASSUMED, source: 'assumed' };
}

/** Series a rate may be read from. */
export const RATE_SERIES: readonly string[] = SERIES.map(({ name }) => name);
