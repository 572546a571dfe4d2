import { clock, newYorkInstant } from '../core/new-york.ts';
import { type EpochMs, epochMs, type IsoDate } from '../core/units.ts';
import { type History, historyThrough, type Series } from '../market/history.ts';
import { previousSession, sessionsBefore } from '../market/session-calendar.ts';
import { classifyRegime } from './regime.ts';
import { METHOD_BORDERS, type RegimeBorders } from './regime-borders.ts';
import { REGIME_SERIES, regimeInputs } from './regime-inputs.ts';
import type { Regime, RegimeMemory } from './regime-types.ts';

/**
 * Sessions folded over when nothing is remembered, in terms of RECOVERY, the longest memory there is: three of them,
 * 60 sessions. On 2008-2021 half of that already gives the label and memory of any longer fold.
 */
const WARM_UP_TERMS = 3;
/** Rows beyond the longest window, for the days a vendor leaves out. */
const SPARE_ROWS = 20;
const DECISION_TIME = clock(17);

/** The last rows of a column: folding asks for the past of sixty evenings, none of which looks back further. */
function tail(series: Series, rows: number): Series {
  const { days, values, availableAt } = series;
  return {
    ...series,
    days: days.slice(-rows),
    values: values.slice(-rows),
    availableAt: availableAt.slice(-rows),
  };
}

/** The past as it stood on an earlier evening. */
function evenings(past: History, borders: RegimeBorders, warmUp: number): (session: IsoDate) => History {
  const longest = Math.max(borders.recovery.vixMaxSessions, borders.stress.spxMoveSessions);
  const rows = warmUp + longest + SPARE_ROWS;
  const columns = new Map<string, Series>();
  for (const name of REGIME_SERIES) {
    const series = past.series(name);
    if (series !== undefined) columns.set(name, tail(series, rows));
  }
  const curves = past.vx.slice(-rows);
  return (session) => {
    const evening: EpochMs = newYorkInstant(session, DECISION_TIME);
    return historyThrough(columns, curves, epochMs(Math.min(evening, past.through)));
  };
}

/** Memory of the session before, built by walking to it from `warmUp` sessions back. */
function memoryBefore(
  past: History,
  session: IsoDate,
  borders: RegimeBorders,
  warmUp: number,
): RegimeMemory | undefined {
  const pastOf = evenings(past, borders, warmUp);
  let memory: RegimeMemory | undefined;
  for (const day of sessionsBefore(session, warmUp)) {
    const inputs = regimeInputs(pastOf(day), day, borders);
    if (memory !== undefined || inputs.vix !== undefined)
      memory = classifyRegime(inputs, memory, day, borders).memory;
  }
  return memory;
}

/**
 * The regime of a session from the past alone.
 *
 * Memory of exactly the session before is used as it is. Any other is not: the fold over the last sessions gives the
 * same answer whether or not the days between were looked at, so a first run of `alvh day` agrees with a daily one.
 *
 * @param warmUp  sessions folded over, at least 1; 60 with the borders of the method
 */
export function regimeThrough(
  past: History,
  session: IsoDate,
  memory?: RegimeMemory,
  borders: RegimeBorders = METHOD_BORDERS,
  warmUp: number = WARM_UP_TERMS * borders.recovery.stressWithinSessions,
): Regime {
  const fresh = memory !== undefined && memory.session === previousSession(session);
  const before = fresh ? memory : memoryBefore(past, session, borders, warmUp);
  return classifyRegime(regimeInputs(past, session, borders), before, session, borders);
}
