import { fail, ok, type Result } from '../../core/result.ts';
import type { Clip } from '../../portfolio/scenario/clip.ts';
import type { JointShock } from '../../portfolio/scenario/joint-shock.ts';
import { presetShock } from '../../portfolio/scenario/preset-shock.ts';
import { type ReplayShock, replayShock, stagesOf } from '../../portfolio/scenario/replay-shock.ts';
import { REPLAYS, type ReplayId, replayNamed } from '../../portfolio/scenario/replays.ts';
import type { ScenarioFailure } from '../../portfolio/scenario/scenario-failure.ts';
import type { ScenarioMarket } from '../../portfolio/scenario/scenario-market.ts';
import { shockOf } from '../../strategy/stress/shock.ts';
import type { TradingPlan } from '../../strategy/trading-plan.ts';
import type { ScenarioAsk, VixMove } from './scenario-ask.ts';
import type { Origin } from './scenario-report.ts';

/** A shock with a name and where it comes from. */
export interface AskedShock {
  readonly id: string;
  readonly origin: Origin;
  readonly shock: JointShock;
  /** What was held at an edge before the shock was even laid on. */
  readonly clipped: readonly Clip[];
}

export interface AskedShocks {
  readonly shocks: readonly AskedShock[];
  readonly indexOnly: readonly ReplayId[];
}

type Asked<T> = Result<T, ScenarioFailure>;

const pointsOf = (move: VixMove, { quoted }: ScenarioMarket): number =>
  move.kind === 'points' ? move.points : move.share * quoted.vix;

function replayed({ replay, stage, shock, notes, clipped }: ReplayShock): AskedShock {
  const { lnVx30 } = stage;
  return {
    id: `${replay}.${stage.id}`,
    origin: {
      kind: 'replay',
      replay,
      stage: stage.id,
      from: stage.from,
      to: stage.to,
      start: stage.start,
      ...(lnVx30 === undefined ? {} : { vx30Then: Math.expm1(lnVx30) }),
      notes,
    },
    shock,
    clipped,
  };
}

function replayShocks(
  market: ScenarioMarket,
  ask: Extract<ScenarioAsk, { kind: 'replay' }>,
): Asked<readonly AskedShock[]> {
  const replay = replayNamed(ask.replay);
  if (!replay.ok) return replay;
  const stages = stagesOf(replay.value, ask.stage);
  if (!stages.ok) return stages;
  const vix = ask.vix === undefined ? undefined : pointsOf(ask.vix, market);
  const shocks: AskedShock[] = [];
  for (const stage of stages.value) {
    const laid = replayShock(market, replay.value, stage, vix);
    if (!laid.ok) return laid;
    shocks.push(replayed(laid.value));
  }
  return ok(shocks);
}

/** The scenario the plan sizes core and hedge on, and the peak of every storm. */
function overview(market: ScenarioMarket, plan: TradingPlan): AskedShocks {
  const id = plan.stress.sizing;
  const { spx, vix, days } = shockOf(plan, id);
  const sizing: AskedShock = {
    id: 'sizing',
    origin: { kind: 'sizing', id },
    shock: { spx, vix, days },
    clipped: [],
  };
  const indexOnly: ReplayId[] = [];
  const peaks = REPLAYS.flatMap((replay) => {
    const peak = replay.stages.find((stage) => stage.id === 'peak') ?? replay.stages.at(-1);
    const laid = peak === undefined ? undefined : replayShock(market, replay, peak);
    if (laid?.ok === true) return [replayed(laid.value)];
    indexOnly.push(replay.id);
    return [];
  });
  return { shocks: [sizing, ...peaks], indexOnly };
}

/** The shocks a question stands for, on today's market. @returns the refusal of the first that cannot be made */
export function askedShocks(market: ScenarioMarket, ask: ScenarioAsk, plan: TradingPlan): Asked<AskedShocks> {
  const only = (shock: AskedShock): Asked<AskedShocks> => ok({ shocks: [shock], indexOnly: [] });
  switch (ask.kind) {
    case 'none':
      return ok({ shocks: [], indexOnly: [] });
    case 'overview':
      return ok(overview(market, plan));
    case 'shock': {
      const { spx, vix, slope, days } = ask;
      const asked = slope === undefined ? {} : { slope };
      return only({
        id: 'shock',
        origin: { kind: 'shock', ...asked },
        shock: { spx, vix: pointsOf(vix, market), days, ...asked },
        clipped: [],
      });
    }
    case 'preset': {
      const { preset, sessions } = ask;
      const made = presetShock(market, ask);
      if (!made.ok) return fail(made.failure);
      const { shock, record, clipped } = made.value;
      const origin = {
        kind: 'preset',
        preset,
        sessions,
        ...(record === undefined ? {} : { record }),
      } as const;
      return only({ id: `preset.${preset}`, origin, shock, clipped });
    }
    case 'replay': {
      const shocks = replayShocks(market, ask);
      return shocks.ok ? ok({ shocks: shocks.value, indexOnly: [] }) : shocks;
    }
  }
}
