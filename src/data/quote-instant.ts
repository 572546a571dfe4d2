import { addDays } from '../core/dates.ts';
import { clock, newYorkClock, newYorkInstant } from '../core/new-york.ts';
import type { EpochMs, IsoDate } from '../core/units.ts';
import type { Underlying } from '../market/chain.ts';
import { effectiveInstant } from '../market/effective-instant.ts';
import {
  isSession,
  nextSession,
  optionsClose,
  previousSession,
  sessionOpen,
} from '../market/session-calendar.ts';

/** Which session a photograph of quotes belongs to, and when its quotes were taken. */
interface QuoteMoment {
  readonly session: IsoDate;
  readonly asOf: EpochMs;
}

/** Cboe's overnight session of SPX and VIX options opens at 20:15 the evening before (since 2021-11). */
const OVERNIGHT_OPEN = clock(20, 15);

/** The last session whose 09:30 open is not after the instant. */
function sessionAt(instant: EpochMs): IsoDate {
  const { date } = newYorkClock(instant);
  return isSession(date) && sessionOpen(date) <= instant ? date : previousSession(date);
}

/** When the next session's overnight trading opens: the evening of the calendar day before it. */
const overnightOpen = (session: IsoDate): EpochMs =>
  newYorkInstant(addDays(nextSession(session), -1), OVERNIGHT_OPEN);

/**
 * Session and quote instant of a file written at `written`.
 *
 * A file keeps showing the last quotes while the market is shut: one saved on Saturday holds Friday's. So the instant
 * is the file's own while the market trades (from 09:30 to the last quote of the session, and in the overnight session
 * of index options), else the last moment it did. Evening and overnight quotes belong to the session before them.
 *
 * @throws PreconditionError outside the session calendar
 */
export function quoteMoment(underlying: Underlying, written: EpochMs): QuoteMoment {
  const session = sessionAt(written);
  if (underlying !== 'SPY' && written >= overnightOpen(session)) return { session, asOf: written };
  const frozen = underlying === 'SPY' ? optionsClose(session) : effectiveInstant({ asOf: written, session });
  return { session, asOf: written < frozen ? written : frozen };
}

/** The instant assumed where a vendor records none: 16:15 (13:15 on half days), 16:15 too on days without a session. */
export const assumedInstant = (date: IsoDate): EpochMs =>
  isSession(date) ? optionsClose(date) : newYorkInstant(date, clock(16, 15));
