import { fail, ok, type Result } from '../../core/result.ts';
import type { Clip } from './clip.ts';
import type { JointShock } from './joint-shock.ts';
import { replayedLevels } from './replayed-levels.ts';
import type { Replay, ReplayId, ReplayStage, StageId } from './replays.ts';
import type { IndexOnly, NoSuchStage } from './scenario-failure.ts';
import type { ScenarioMarket } from './scenario-market.ts';
import { lastAllowed, stateOf } from './shocked-levels.ts';

/**
 * What a reader of a replay has to know.
 *
 * - `from-stress`: that storm's VIX was high already, today's is not: its relative rise is too mild for today.
 * - `vx-understated`: VX rose with VIX as no state of the model shows it; the front of the hedge gained more than this.
 * - `vix-brought`: VIX did not exist; its change here is the asker's own.
 */
export type ReplayNote = 'from-stress' | 'vx-understated' | 'vix-brought';

export interface ReplayShock {
  readonly replay: ReplayId;
  readonly stage: ReplayStage;
  readonly shock: JointShock;
  readonly notes: readonly ReplayNote[];
  readonly clipped: readonly Clip[];
}

/** The VIX below which a stage of `replays.ts` counts as having begun calm. */
const CALM_BELOW = 20;
/** In February 2018 short-volatility products had to buy VX at any price: it rose as much as VIX. */
const VX_UNDERSTATED: readonly ReplayId[] = ['feb-2018'];

/**
 * VIX and VIX3M of a stage. Where the model has no factors for the pair, both go the same share of their way, the largest
 * that it has.
 */
function heldLevels(market: ScenarioMarket, stage: ReplayStage, lnVix: number) {
  const { spot, vix, vix3m } = market.quoted;
  const after = (share: number) => {
    const { lnVix3m } = stage;
    const levels = replayedLevels(
      { ...stage, lnVix: share * lnVix, ...(lnVix3m === undefined ? {} : { lnVix3m: share * lnVix3m }) },
      { spx: spot, vix, vix3m },
    );
    return { vix: levels.vix ?? vix, vix3m: levels.vix3m ?? vix3m };
  };
  const allows = (share: number): boolean => {
    const levels = after(share);
    return stateOf(market, levels.vix, levels.vix3m) !== undefined;
  };
  const share = lastAllowed(0, 1, allows);
  const clipped: readonly Clip[] =
    share === 1 ? [] : [{ code: 'vix-held', asked: after(1).vix, used: after(share).vix }];
  return { ...after(share), clipped };
}

function notesOf(market: ScenarioMarket, { id }: Replay, stage: ReplayStage): readonly ReplayNote[] {
  const isCalm = market.quoted.vix < CALM_BELOW;
  return [
    ...(stage.start === 'stressed' && isCalm ? (['from-stress'] as const) : []),
    ...(VX_UNDERSTATED.includes(id) ? (['vx-understated'] as const) : []),
    ...(stage.lnVix === undefined ? (['vix-brought'] as const) : []),
  ];
}

/**
 * One stage of a past storm laid on today: SPX and both indices by their own relative changes, legs older by its days.
 *
 * @param vix  change of VIX in points for a storm from before VIX; any other brings its own
 * @returns `index-only` where there was no VIX and none is brought along
 */
export function replayShock(
  market: ScenarioMarket,
  replay: Replay,
  stage: ReplayStage,
  vix?: number,
): Result<ReplayShock, IndexOnly> {
  const { spx, days, lnVix } = stage;
  const base = { replay: replay.id, stage, notes: notesOf(market, replay, stage) };
  if (lnVix === undefined) {
    if (vix === undefined) return fail({ code: 'index-only', replay: replay.id });
    return ok({ ...base, shock: { spx, vix, days }, clipped: [] });
  }
  const { clipped, ...after } = heldLevels(market, stage, lnVix);
  return ok({
    ...base,
    shock: { spx, vix: after.vix - market.quoted.vix, vix3m: after.vix3m, days },
    clipped,
  });
}

/** The stages of a replay, or the one named. */
export function stagesOf(replay: Replay, name?: string): Result<readonly ReplayStage[], NoSuchStage> {
  if (name === undefined) return ok(replay.stages);
  const found = replay.stages.filter(({ id }) => id === name);
  const known: readonly StageId[] = replay.stages.map(({ id }) => id);
  return found.length === 0
    ? fail({ code: 'no-such-stage', replay: replay.id, asked: name, known })
    : ok(found);
}
