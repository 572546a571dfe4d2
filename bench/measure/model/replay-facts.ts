import type { IsoDate } from '../../../src/core/units.ts';
import type { VxCurve } from '../../../src/market/history.ts';
import { constantMaturity } from '../../../src/market/vix-term-structure.ts';
import {
  REPLAYS,
  type Replay,
  type ReplayStage,
  type StageId,
} from '../../../src/portfolio/scenario/replays.ts';
import { ABSENT, type Fact, fact } from './fact.ts';
import { CALM_BELOW, findReplay, type Span } from './find-replay.ts';
import type { IndexDay } from './index-days.ts';

const CM_DAYS = 30;

export interface StormData {
  /** Every session from 1990. */
  readonly days: readonly IndexDay[];
  /** 1987, index alone. */
  readonly days1987: readonly IndexDay[];
  readonly vx: ReadonlyMap<IsoDate, VxCurve>;
}

const lnRatio = (from: number | undefined, to: number | undefined): number | undefined =>
  from === undefined || to === undefined ? undefined : Math.log(to / from);

const vx30 = ({ vx }: StormData, date: IsoDate): number | undefined => {
  const curve = vx.get(date);
  return curve === undefined ? undefined : constantMaturity(curve, CM_DAYS);
};

const startOf = ({ vix }: IndexDay): ReplayStage['start'] =>
  vix === undefined ? 'unknown' : vix < CALM_BELOW ? 'calm' : 'stressed';

function stageFacts(
  data: StormData,
  days: readonly IndexDay[],
  id: string,
  stage: ReplayStage | undefined,
  span: Span | undefined,
): readonly Fact[] {
  const [from, to] = [days[span?.from ?? -1], days[span?.to ?? -1]];
  const text = (name: string, committed: string | undefined, again: string | undefined): Fact => ({
    id: `${id}.${name}`,
    committed: committed ?? ABSENT,
    recomputed: again ?? ABSENT,
  });
  const dates = [text('from', stage?.from, from?.date), text('to', stage?.to, to?.date)];
  if (stage === undefined || from === undefined || to === undefined) return dates;
  const vx = lnRatio(vx30(data, from.date), vx30(data, to.date));
  return [
    ...dates,
    text('start', stage.start, startOf(from)),
    fact(`${id}.days`, stage.days, (Date.parse(to.date) - Date.parse(from.date)) / 86_400_000, 0),
    fact(`${id}.spx`, stage.spx, to.spx / from.spx - 1, 4),
    fact(`${id}.lnVix`, stage.lnVix, lnRatio(from.vix, to.vix), 4),
    fact(`${id}.lnVix3m`, stage.lnVix3m, lnRatio(from.vix3m, to.vix3m), 4),
    fact(`${id}.lnVx30`, stage.lnVx30, vx, 4),
  ];
}

const STAGES: readonly StageId[] = ['worst-day', 'calm-week', 'peak', 'trough'];

function factsOf(data: StormData, { id, stages }: Replay): readonly Fact[] {
  const days = id === 'oct-1987' ? data.days1987 : data.days;
  const found = findReplay(days, id);
  return STAGES.flatMap((stageId) =>
    stageFacts(
      data,
      days,
      `replay.${id}.${stageId}`,
      stages.find((stage) => stage.id === stageId),
      found[stageId],
    ),
  );
}

/** Every session and number of the replays, found again by rule; a stage the rule does not give must be absent. */
export const replayFacts = (data: StormData): readonly Fact[] =>
  REPLAYS.flatMap((replay) => factsOf(data, replay));
