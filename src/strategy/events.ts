import { addDays, daysBetween } from '../core/dates.ts';
import type { IsoDate } from '../core/units.ts';
import { eventCoverage, eventsBetween, type MarketEvent } from '../market/event-calendar.ts';
import { addSessions, isSession, nextSession, previousSession } from '../market/session-calendar.ts';
import type { UpcomingEvent } from './decision.ts';
import type { Reason } from './reason.ts';
import { holds, note } from './reasons.ts';
import type { TradingPlan } from './trading-plan.ts';

/** The kinds a blackout rule exists for. */
const BLACKOUT_KINDS = ['FOMC', 'CPI', 'PPI'] as const;
type BlackoutKind = (typeof BLACKOUT_KINDS)[number];

/** The session an event is felt on: its own day, or the next session when it prints while markets are shut. */
const feltOn = ({ date }: MarketEvent): IsoDate => (isSession(date) ? date : nextSession(date));

/** Longest stretch without a session since 1990 is six days; a print in it is felt on the session that ends it. */
const LONGEST_CLOSURE_DAYS = 7;

/** Events felt on the sessions from one to another, both included, as the calendar stood the evening before. */
const feltBetween = (first: IsoDate, last: IsoDate): readonly MarketEvent[] =>
  eventsBetween(addDays(first, -LONGEST_CLOSURE_DAYS), last, previousSession(first)).filter(
    (event) => feltOn(event) >= first && feltOn(event) <= last,
  );

const clockText = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** Events from one date to another, as the card lists them. */
export const upcomingEvents = (from: IsoDate, to: IsoDate): readonly UpcomingEvent[] =>
  eventsBetween(from, to).map(({ kind, date, minutes }) => ({ kind, date, time: clockText(minutes) }));

/** Sessions in which an event of this kind scales the core, seen from the session the order is for. */
function eventAround(kind: BlackoutKind, executeOn: IsoDate, plan: TradingPlan): MarketEvent | undefined {
  const { from, to } = plan.events[kind];
  // An event `from` sessions after today's is the first one whose window reaches today.
  return feltBetween(addSessions(executeOn, -to), addSessions(executeOn, -from)).find(
    (event) => event.kind === kind,
  );
}

export interface BlackoutView {
  /** Smallest core scale of the events around the execution session; 1 with none. */
  readonly scale: number;
  readonly reasons: readonly Reason[];
}

/** The variant that enters only on the session after an event; abstaining around the next one still holds. */
function postOnlyReason(executeOn: IsoDate): Reason {
  const before = previousSession(executeOn);
  const event = firstFelt(before, before);
  const observed = event === undefined ? `no event on ${before}` : `${event.kind} on ${event.date}`;
  return holds('R-E.mode', event !== undefined, observed, 'the session after a FOMC, CPI or PPI');
}

/**
 * What the event calendar allows on the execution session (methodology 3.10, resolution 3.0(5)).
 *
 * A window from the close of T-2 is read as the whole session T-2, on which nothing is opened either. An unknown calendar
 * is not an empty one: FOMC and CPI must be known; PPI is only noted when it is not, as its list starts in 2018 and the
 * rule costs one session a month.
 */
export function blackout(executeOn: IsoDate, plan: TradingPlan): BlackoutView {
  if (plan.events.mode === 'ignore')
    return { scale: 1, reasons: [note('R-E.mode', 'ignore', 'events gate nothing in this variant')] };
  const views = BLACKOUT_KINDS.map((kind) => blackoutOf(kind, executeOn, plan));
  return {
    scale: Math.min(1, ...views.map(({ scale }) => scale)),
    reasons: [
      ...(plan.events.mode === 'postOnly' ? [postOnlyReason(executeOn)] : []),
      ...views.map(({ reason }) => reason),
    ],
  };
}

function blackoutOf(
  kind: BlackoutKind,
  executeOn: IsoDate,
  plan: TradingPlan,
): { scale: number; reason: Reason } {
  const rule = `R-E.${kind}`;
  if (!eventCoverage(kind, executeOn)) {
    const observed = `${kind} calendar unknown on ${executeOn}`;
    const required = 'a known calendar';
    return kind === 'PPI'
      ? { scale: 1, reason: note(rule, observed, required) }
      : { scale: 0, reason: holds(rule, false, observed, required) };
  }
  const event = eventAround(kind, executeOn, plan);
  const { coreScale } = plan.events[kind];
  if (event === undefined)
    return { scale: 1, reason: holds(rule, true, `no ${kind} near ${executeOn}`, 'outside its window') };
  const observed = `${kind} ${event.date} ${clockText(event.minutes)} ET`;
  return coreScale === 0
    ? { scale: 0, reason: holds(rule, false, observed, `no new core on ${executeOn}`) }
    : { scale: coreScale, reason: note(rule, observed, `core at ${(100 * coreScale).toFixed(0)} %`) };
}

/** The first FOMC, CPI or PPI felt on the sessions from one to another, both included. */
export const firstFelt = (first: IsoDate, last: IsoDate): MarketEvent | undefined =>
  feltBetween(first, last).find((event) => BLACKOUT_KINDS.some((kind) => kind === event.kind));

/** The next events whose run-up forbids buying hedges: within so many sessions before, or on the day (R-H2). */
export const hedgePurchaseBan = (executeOn: IsoDate, plan: TradingPlan): MarketEvent | undefined =>
  firstFelt(executeOn, addSessions(executeOn, plan.hedge.events.noPurchaseSessionsBefore));

/**
 * The event a short-dated condor would be carried into if nothing were done on the execution session; undefined while it
 * is too long to count as short-dated, expires before the event, or events gate nothing (methodology 3.10).
 */
export function shortDatedEvent(
  executeOn: IsoDate,
  expiration: IsoDate,
  plan: TradingPlan,
): MarketEvent | undefined {
  const { maxDte, sessionsBefore } = plan.events.shortDated;
  if (plan.events.mode === 'ignore' || daysBetween(executeOn, expiration) > maxDte) return undefined;
  const ahead = addSessions(executeOn, Math.min(sessionsBefore, 1));
  const event = firstFelt(ahead, addSessions(executeOn, sessionsBefore));
  return event !== undefined && feltOn(event) <= expiration ? event : undefined;
}
