import { daysBetween } from '../../core/dates.ts';
import { requirePositive } from '../../core/errors.ts';
import type { IsoDate } from '../../core/units.ts';
import { type History, latest } from '../../market/history.ts';
import type { SourcedValue } from './sourced-value.ts';

const DIVIDENDS = 'SHILLER.dividend';
/** Dividends of five years ago still say more about today than nothing does; older ones are left alone. */
const REACH_DAYS = 5 * 365;
/** Median yield of the S&P composite over 1990-2023 (1.1 % to 3.9 %). */
const ASSUMED = 0.019;

/**
 * The index's dividend yield, continuously compounded: dividends of the last twelve months for which they are known, over
 * the index today. They are published a quarter late and hardly move within a year; nothing is added for their growth.
 */
export function dividendYield(past: History, session: IsoDate, spot: number): SourcedValue {
  requirePositive('spot', spot);
  const newest = latest(past.series(DIVIDENDS));
  if (newest === undefined || daysBetween(newest.asOf, session) > REACH_DAYS)
    return { value: ASSUMED, source: 'assumed' };
  return { value: Math.log1p(newest.value / spot), source: DIVIDENDS, asOf: newest.asOf };
}

export const DIVIDEND_SERIES: readonly string[] = [DIVIDENDS];
