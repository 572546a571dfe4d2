import type { PresetName } from '../../../../portfolio/scenario/preset-shock.ts';
import type { ReplayId, StageId } from '../../../../portfolio/scenario/replays.ts';
import type { OutcomeView } from '../../../scenario/scenario-report.ts';
import { count, sentenceCase, signed, signedPercent } from '../../format.ts';

/** As many decimals as the number has, two at most: `-8%`, `-7.5%`. */
const few = (x: number): number => [0, 1].find((d) => Math.abs(x - Number(x.toFixed(d))) < 1e-9) ?? 2;

/** `-8%`, `-7.5%`, `0%`. */
export const moveName = (spx: number): string => signedPercent(spx, few(100 * spx));
/** `+20`, `+2.5`, `0`. */
export const pointsName = (points: number): string => signed(points, Math.min(few(points), 1));
/** What was asked to the digits it was asked with; what was measured to a tenth of a per cent. */
const shownMove = ({ spxMove, origin }: OutcomeView): string =>
  moveName(Number(spxMove.toFixed(origin.kind === 'replay' ? 3 : 4)));

/** `SPX -8%, VIX +20`. */
export const movesName = (outcome: OutcomeView): string =>
  `SPX ${shownMove(outcome)}, VIX ${pointsName(outcome.vixMove)}`;

/** `at once`, `over 27 days`. */
export const overDays = (days: number): string => (days === 0 ? 'at once' : `over ${count(days, 'day')}`);

/** `Mar 2020`. */
export const replayName = (replay: ReplayId): string => sentenceCase(replay.replace('-', ' '));

const STAGE: Readonly<Record<StageId, string>> = {
  'worst-day': 'worst day',
  'calm-week': 'week from calm',
  peak: 'VIX peak',
  trough: 'SPX low',
};

const PRESET: Readonly<Record<PresetName, string>> = {
  median: "history's median",
  p10: "history's lowest decile",
  p90: "history's worst decile",
  model: 'as the model expects',
};

/** What a shock is called in a table: `S2, the plan's sizing scenario`, `Mar 2020, worst day`. */
export function shockName({ origin }: OutcomeView): string {
  switch (origin.kind) {
    case 'shock':
      return 'As asked';
    case 'sizing':
      return `${origin.id}, sizes the hedge`;
    case 'preset':
      return `VIX ${PRESET[origin.preset]}`;
    case 'replay':
      return `${replayName(origin.replay)}, ${STAGE[origin.stage]}`;
  }
}

/** The same with what it means, for a sentence: `Mar 2020, worst day (SPX -12%, VIX +6.3)`. */
export function shockSentence(outcome: OutcomeView): string {
  const { origin } = outcome;
  const moves = movesName(outcome);
  switch (origin.kind) {
    case 'shock':
      return moves;
    case 'sizing':
      return `${moves} (${origin.id}, which sizes the hedge)`;
    case 'preset':
      return `${moves} (${PRESET[origin.preset]} over ${count(origin.sessions, 'session')})`;
    case 'replay':
      return `${shockName(outcome)} (${moves})`;
  }
}
