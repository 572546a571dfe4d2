import { daysBetween } from '../core/dates.ts';
import { clock, newYorkInstant } from '../core/new-york.ts';
import {
  type EpochMs,
  type IsoDate,
  MINUTES_PER_YEAR,
  MS_PER_MINUTE,
  type Years,
  years,
} from '../core/units.ts';
import type { FutureRoot, OptionRoot } from './contract.ts';
import { contractFacts } from './contract-registry.ts';
import { earlyCloseMinutes } from './early-closes.ts';
import { normaliseExpiration } from './spx-expirations.ts';
import { isTradingDay, tradingDayBefore } from './trading-days.ts';
import { vixSettlementDate } from './vix-expirations.ts';

type Root = OptionRoot | FutureRoot;

const OPENING_AUCTION = clock(9, 30);
const STOCK_CLOSE = clock(16);
/** Contracts that do not expire that day trade a quarter of an hour past the stock close. */
const EXTRA_MINUTES = 15;
/** Expiring VX stops at 08:00 Chicago on the settlement day. */
const VX_LAST_MINUTE = clock(9);

const closeMinutes = (date: IsoDate): number => earlyCloseMinutes(date) ?? STOCK_CLOSE;

const isVolatility = (root: Root): boolean => root.startsWith('V');

/**
 * The day a contract's settlement value is taken. Its own expiration, except after an unscheduled closure: VIX
 * settlement moved forward (2018-12-05 to 12-06), SPX options settled on the close before (2018-12-05 on 12-04,
 * 2025-01-09 on 01-08).
 *
 * @see Cboe C2018120300; CME notice 25-012
 */
export function settlementDate(root: Root, expiration: IsoDate): IsoDate {
  if (isVolatility(root)) return vixSettlementDate(expiration);
  const listed = normaliseExpiration(expiration);
  return isTradingDay(listed) ? listed : tradingDayBefore(listed);
}

/**
 * The instant from which a contract's value is fixed: 09:30 New York for opening settlements (SET, VRO), the official
 * close (16:00, 13:00 on half days) for the rest. Rules only, so listings past the session calendar work too.
 *
 * @throws PreconditionError when the root was not listed yet
 */
export function settlementInstant(root: Root, expiration: IsoDate): EpochMs {
  const date = settlementDate(root, expiration);
  const opening = contractFacts(root, date).settlement === 'am';
  return newYorkInstant(date, opening ? OPENING_AUCTION : closeMinutes(date));
}

/**
 * Whether the expiring VX trades into its settlement morning: the December 2011 contract did, January 2012 to October
 * 2014 and everything earlier stopped the evening before, and from November 2014 all do. Read off the last priced day
 * of 136 CFE contract files 2004-2015; CFE filing 22971 (2011-12-30) describes the change of 2012.
 */
const tradesOnSettlementDay = (settlement: IsoDate): boolean =>
  settlement === '2011-12-21' || settlement >= '2014-11-01';

/**
 * The last instant at which a contract trades in the regular session. Opening-settled options stop the session before
 * at 16:15 (13:15); closing-settled ones stop at the official close of the settlement day.
 */
export function lastTrade(root: Root, expiration: IsoDate): EpochMs {
  const date = settlementDate(root, expiration);
  if (root === 'VX' || root === 'VXM') {
    if (tradesOnSettlementDay(date)) return newYorkInstant(date, VX_LAST_MINUTE);
  } else if (contractFacts(root, date).settlement !== 'am') {
    return newYorkInstant(date, closeMinutes(date));
  }
  const before = tradingDayBefore(date);
  return newYorkInstant(before, closeMinutes(before) + EXTRA_MINUTES);
}

/** Time to settlement, minutes / 525,600 (methodology of the VIX); negative once settled. */
export const yearsToExpiry = (asOf: EpochMs, root: Root, expiration: IsoDate): Years =>
  years((settlementInstant(root, expiration) - asOf) / MS_PER_MINUTE / MINUTES_PER_YEAR);

/** Calendar days from a session to an expiration, the number a trader calls DTE. */
export const calendarDte = (session: IsoDate, expiration: IsoDate): number =>
  daysBetween(session, normaliseExpiration(expiration));
