import { addDays, daysBetween, monthOf, weekdayOf } from '../core/dates.ts';
import type { IsoDate } from '../core/units.ts';
import type { FutureRoot, OptionRoot } from './contract.ts';
import { LISTINGS, type ListingCycle } from './listing-programmes.ts';
import { isSpxMonthly } from './spx-expirations.ts';
import { isScheduledTradingDay, scheduledOnOrAfter, scheduledOnOrBefore } from './trading-days.ts';
import { isVixMonthly, vixSettlementDate, vixWeeklyExpirations } from './vix-expirations.ts';

const DAYS_IN_WEEK = 7;
const WEEKDAY = { monday: 1, tuesday: 2, wednesday: 3, thursday: 4, friday: 5 } as const;

/** The given weekday of the week (Monday to Friday) a date lies in. */
const inWeekOf = (date: IsoDate, weekday: number): IsoDate => addDays(date, weekday - weekdayOf(date));

/** A weekly of a holiday expires the business day before, a Monday's the business day after (Cboe XSP specification). */
function isWeekly(cycle: keyof typeof WEEKDAY, expiration: IsoDate): boolean {
  const nominal = inWeekOf(expiration, WEEKDAY[cycle]);
  return (cycle === 'monday' ? scheduledOnOrAfter(nominal) : scheduledOnOrBefore(nominal)) === expiration;
}

const isMonthEnd = (expiration: IsoDate): boolean =>
  monthOf(scheduledOnOrAfter(addDays(expiration, 1))) !== monthOf(expiration);

const isVixWeekly = (expiration: IsoDate): boolean =>
  vixWeeklyExpirations(addDays(expiration, -1), addDays(expiration, DAYS_IN_WEEK)).includes(
    vixSettlementDate(expiration),
  );

function belongsTo(cycle: ListingCycle, expiration: IsoDate): boolean {
  switch (cycle) {
    case 'third-friday':
      return isSpxMonthly(expiration);
    case 'monday':
    case 'tuesday':
    case 'wednesday':
    case 'thursday':
      return isWeekly(cycle, expiration);
    case 'friday':
      return isWeekly(cycle, expiration) && !isSpxMonthly(expiration);
    case 'month-end':
      return isMonthEnd(expiration);
    case 'vix-monthly':
      return isVixMonthly(expiration);
    case 'vix-quarterly':
      return isVixMonthly(expiration) && monthOf(expiration) % 3 === 2;
    case 'vix-weekly':
      return isVixWeekly(expiration) && !isVixMonthly(expiration);
  }
}

/** A weekly is first listed at least a week before it expires, so the launch week itself had none. */
const firstExpiration = (cycle: ListingCycle, from: IsoDate): IsoDate =>
  cycle in WEEKDAY || cycle === 'vix-weekly' ? addDays(from, DAYS_IN_WEEK) : from;

/**
 * Whether the exchange's programme of the time had that expiration of a root open for trading on a day. An upper
 * bound: true is "could be listed" (horizons are the longest seen), false is "was not". Expirations as contracts carry
 * them, see normaliseExpiration.
 */
export function isListed(root: OptionRoot | FutureRoot, expiration: IsoDate, on: IsoDate): boolean {
  if (on > expiration || !isScheduledTradingDay(expiration)) return false;
  const ahead = daysBetween(on, expiration);
  return LISTINGS[root].some(
    ({ cycle, from, horizon }) =>
      from <= on &&
      ahead <= horizon &&
      expiration >= firstExpiration(cycle, from) &&
      belongsTo(cycle, expiration),
  );
}
