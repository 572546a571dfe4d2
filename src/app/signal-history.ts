import { clock, newYorkInstant } from '../core/new-york.ts';
import { epochMs, type IsoDate } from '../core/units.ts';
import type { DaySheet } from '../engine/day-sheet.ts';
import { type History, historyThrough, type Series } from '../market/history.ts';
import { addSessions, sessionsIn } from '../market/session-calendar.ts';
import { score } from '../strategy/confluence.ts';
import { signalWeights } from '../strategy/plan-signals.ts';
import { readSignals } from '../strategy/signal/read-signals.ts';
import { isPresent } from '../strategy/signal/signal.ts';
import type { TradingPlan } from '../strategy/trading-plan.ts';

/** Sessions drawn: a quarter, as far back as the other small charts. */
const SESSIONS = 66;
const EVENING = clock(17);

type Trail = DaySheet['market']['recent'][string];

/** The past as it stood on earlier evenings; nothing later than the decision itself is ever in it. */
function evenings(past: History): (session: IsoDate) => History {
  const columns = new Map<string, Series>(
    past.names.flatMap((name) => {
      const series = past.series(name);
      return series === undefined ? [] : [[name, series]];
    }),
  );
  return (session) =>
    historyThrough(columns, past.vx, epochMs(Math.min(past.through, newYorkInstant(session, EVENING))));
}

/** Score and every signal of the last quarter, each evening read with what was known on it. */
function signalTrails(session: IsoDate, past: History, plan: TradingPlan): Readonly<Record<string, Trail>> {
  const weights = Object.fromEntries(signalWeights(plan).map(({ id, weight }) => [id, weight]));
  const pastOf = evenings(past);
  const trails = new Map<string, { date: IsoDate; value: number }[]>([['Score', []]]);
  for (const date of sessionsIn(addSessions(session, 1 - SESSIONS), session)) {
    const readings = readSignals({ session: date, past: pastOf(date), weights });
    trails.get('Score')?.push({ date, value: score(readings, plan.signals.minVolGroupShare).value });
    for (const reading of readings.filter(({ weight }) => weight > 0)) {
      const name = `${reading.id} ${reading.name}`;
      const trail = trails.get(name) ?? [];
      trails.set(name, trail);
      if (isPresent(reading)) trail.push({ date, value: reading.value });
    }
  }
  return Object.fromEntries(trails);
}

/** The sheet with the history of its signals beside the market's own trails, for drawing. */
export function withSignalHistory(sheet: DaySheet, past: History, plan: TradingPlan): DaySheet {
  const recent = { ...sheet.market.recent, ...signalTrails(sheet.date, past, plan) };
  return { ...sheet, market: { ...sheet.market, recent } };
}
