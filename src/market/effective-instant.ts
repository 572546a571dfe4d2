import { isoDate } from '../core/dates.ts';
import { type EpochMs, epochMs, type IsoDate, MS_PER_MINUTE } from '../core/units.ts';
import type { ChainSnapshot } from './chain.ts';
import { optionsClose, sessionStatus } from './session-calendar.ts';

/** First session whose index options went on quoting after 16:15, in the curb session to 17:00 New York time. */
const FIRST_CURB_SESSION: IsoDate = isoDate('2021-11-22');
const CURB_MINUTES = 45;

/** When the last quotes of a session are made: the end of the curb session where there is one, else the options close. */
function lastQuotes(session: IsoDate): EpochMs {
  const status = sessionStatus(session);
  const hasCurb = session >= FIRST_CURB_SESSION && status.kind === 'session' && !status.earlyClose;
  return epochMs(optionsClose(session) + (hasCurb ? CURB_MINUTES * MS_PER_MINUTE : 0));
}

/**
 * The instant a snapshot's quotes speak of, from which time to expiry is counted: its own time, but no later than the
 * last quotes of its session.
 *
 * A file fetched on Saturday, or at eight in the evening, still shows the quotes of the close: counting minutes from the
 * hour of the download makes options look shorter and VIX too high, by 0.24 and 0.45 points on the two Saturday files of
 * May 2023 and by 0.77 on one fetched on Labor Day. Counted from here the nine evening and weekend files of 2023
 * are 0.007 from the published close in the median. (From 16:15 it would be 0.005; nine days cannot tell the two apart,
 * and 17:00 is when those quotes were last alive.)
 *
 * Evening files can hold quotes of the overnight session, hours later than this; they are priced as of the close,
 * which their session is, and their forward shows the overnight move.
 */
export const effectiveInstant = ({ asOf, session }: Pick<ChainSnapshot, 'asOf' | 'session'>): EpochMs =>
  epochMs(Math.min(asOf, lastQuotes(session)));
