import { daysBetween } from '../../core/dates.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import { addSessions } from '../../market/session-calendar.ts';
import { type Clip, clipOutside } from './clip.ts';
import { conditionalVix } from './conditional-vix.ts';
import type { Horizon, VixQuantile } from './conditional-vix-table.ts';
import { type JointShock, SHOCK_RANGE } from './joint-shock.ts';
import { modelResponse } from './model-response.ts';
import type { PresetFailure, ShockOutside } from './scenario-failure.ts';
import type { ScenarioMarket } from './scenario-market.ts';
import { lastAllowed, stateOf } from './shocked-levels.ts';

/** What VIX does beside a move of SPX: a quantile of what it did, or what the model expects. */
export type PresetName = VixQuantile | 'model';

export interface PresetQuestion {
  readonly preset: PresetName;
  /** Relative move of SPX, decimal. */
  readonly spx: number;
  readonly sessions: Horizon;
  /** Calendar days every leg ages; by default those the sessions take. */
  readonly days?: number;
}

export interface PresetShock {
  readonly shock: JointShock;
  /** How often history saw it; absent for the model. */
  readonly record?: { readonly n: number; readonly episodes: number; readonly isThin: boolean };
  readonly clipped: readonly Clip[];
}

const SESSIONS_PER_YEAR = 252;

/** The model's own answer, as far as its factors reach. */
function modelShock(
  market: ScenarioMarket,
  spx: number,
  sessions: Horizon,
  days: number,
): Result<PresetShock, ShockOutside> {
  const after = (move: number) => modelResponse(market, move, sessions / SESSIONS_PER_YEAR);
  const allows = (move: number): boolean => {
    const { vix, vix3m } = after(move);
    return stateOf(market, vix, vix3m) !== undefined;
  };
  const { lowest, highest } = SHOCK_RANGE.spx;
  if (spx >= lowest && spx <= highest && allows(spx)) {
    const { vix, vix3m } = after(spx);
    return ok({ shock: { spx, vix: vix - market.quoted.vix, vix3m, days }, clipped: [] });
  }
  return fail({
    code: 'spx-outside',
    asked: spx,
    lowest: lastAllowed(0, lowest, allows),
    highest: lastAllowed(0, highest, allows),
  });
}

/**
 * A joint shock whose VIX follows from the move of SPX.
 *
 * @returns refuses what history has no precedent for (a start outside VIX 13-20, a move larger than any), with the range
 */
export function presetShock(
  market: ScenarioMarket,
  { preset, spx, sessions, days: asked }: PresetQuestion,
): Result<PresetShock, PresetFailure> {
  const { session, vix } = market.quoted;
  const days = asked ?? daysBetween(session, addSessions(session, sessions));
  if (preset === 'model') return modelShock(market, spx, sessions, days);
  const found = conditionalVix({ spx, sessions, vix, quantile: preset });
  if (!found.ok) return found;
  const { change, n, episodes, isThin, clippedTo } = found.value;
  const clipped =
    clippedTo === undefined ? [] : clipOutside('spx-beyond-record', spx, ...span(spx, clippedTo));
  return ok({ shock: { spx, vix: change, days }, record: { n, episodes, isThin }, clipped });
}

/** The side of the record a move lies beyond. */
const span = (asked: number, used: number): readonly [number, number] =>
  asked < used ? [used, Number.POSITIVE_INFINITY] : [Number.NEGATIVE_INFINITY, used];
