import { isoDate } from '../core/dates.ts';
import type { IsoDate } from '../core/units.ts';

/**
 * Weekdays on which NYSE and Cboe's regular session stayed shut at short notice. Data, not rule: nobody could have
 * known them when the contracts of those days were listed, so expiration rules must not look at them.
 * Sources: NYSE closing list via exchange_calendars (1990-2021), Cboe notice C2018120300 (2018-12-05), Cboe release
 * 302340342 (2025-01-09).
 */
export const UNSCHEDULED_CLOSURES: ReadonlyMap<IsoDate, string> = new Map(
  [
    ['1994-04-27', 'National day of mourning: Richard Nixon'],
    ['2001-09-11', 'September 11 attacks'],
    ['2001-09-12', 'September 11 attacks'],
    ['2001-09-13', 'September 11 attacks'],
    ['2001-09-14', 'September 11 attacks'],
    ['2004-06-11', 'National day of mourning: Ronald Reagan'],
    ['2007-01-02', 'National day of mourning: Gerald Ford'],
    ['2012-10-29', 'Hurricane Sandy'],
    ['2012-10-30', 'Hurricane Sandy'],
    ['2018-12-05', 'National day of mourning: George H.W. Bush'],
    ['2025-01-09', 'National day of mourning: Jimmy Carter'],
  ].map(([date = '', name = '']) => [isoDate(date), name]),
);
