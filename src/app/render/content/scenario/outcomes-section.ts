import type { ReplayNote } from '../../../../portfolio/scenario/replay-shock.ts';
import type { StageId } from '../../../../portfolio/scenario/replays.ts';
import type { OutcomeView, ScenarioReport } from '../../../scenario/scenario-report.ts';
import { count, dayMonth, fixed, listed, sentenceCase, signed, signedPercent } from '../../format.ts';
import { type Cell, cell, left, right, type Section } from '../block.ts';
import { moneyCell, provenanceOf } from './scenario-cells.ts';
import { moveName, pointsName, replayName, shockName } from './shock-name.ts';

const NOTE: Readonly<Record<ReplayNote, string>> = {
  'from-stress': 'VIX was above 20 when that began: its rise is too mild for the calm of today',
  'vx-understated':
    'VX rose as far as VIX then, which no state of the model shows: the front of the hedge gained more than this',
  'vix-brought': 'VIX did not exist: its move here is the one you gave',
};

/** `feb-2018: ...` once for all stages it holds for. */
function noteLines(outcomes: readonly OutcomeView[]): readonly string[] {
  const lines = new Map<string, string[]>();
  for (const { origin } of outcomes) {
    if (origin.kind !== 'replay') continue;
    for (const note of origin.notes) {
      const text = `${replayName(origin.replay)}: ${NOTE[note]}`;
      lines.set(text, [...(lines.get(text) ?? []), origin.stage.replace('-', ' ')]);
    }
  }
  return [...lines].map(([text, stages]) => `${text} (${listed(stages)}).`);
}

/** How often history saw what a preset says. */
function recordLines(outcomes: readonly OutcomeView[]): readonly string[] {
  return outcomes.flatMap(({ origin }) => {
    if (origin.kind !== 'preset' || origin.record === undefined) return [];
    const { n, episodes, isThin } = origin.record;
    const thin = isThin ? ', too few for more than an anecdote' : '';
    return [
      `VIX is what it did beside such a move of SPX over ${count(origin.sessions, 'session')}, from a VIX of 13 to 20: ${count(n, 'window')} in ${count(episodes, 'separate episode')}${thin}.`,
    ];
  });
}

const STAGE_IS: Readonly<Record<StageId, string>> = {
  'worst-day': 'Worst day: the largest fall of one session on the way to the peak.',
  'calm-week': 'Week from calm: the worst five sessions on the way that began with VIX below 20.',
  peak: 'VIX peak: from the high before to the worst VIX close of that month.',
  trough: 'SPX low: from that high to the lowest close after, when the hedge has given back.',
};

/** What the stages shown are. */
function stageLines(outcomes: readonly OutcomeView[]): readonly string[] {
  const stages = outcomes.flatMap(({ origin }) => (origin.kind === 'replay' ? [origin.stage] : []));
  return [...new Set(stages)].map((stage) => STAGE_IS[stage]);
}

const vx30Cell = ({ origin, levels }: OutcomeView, today: number): Cell => {
  const here = levels.vx30 / today - 1;
  const then = origin.kind === 'replay' ? origin.vx30Then : undefined;
  return cell(
    then === undefined ? signedPercent(here, 0) : `${signed(100 * here, 0)}/${signedPercent(then, 0)}`,
    'muted',
  );
};

const when = ({ origin }: OutcomeView): string =>
  origin.kind === 'replay'
    ? `${dayMonth(origin.from)} to ${dayMonth(origin.to)} ${origin.to.slice(0, 4)}`
    : '';

function row(outcome: OutcomeView, today: ScenarioReport['market'], hasOther: boolean): readonly Cell[] {
  return [
    { text: sentenceCase(shockName(outcome)), tone: 'strong', sub: when(outcome) },
    cell(moveName(Number(outcome.spxMove.toFixed(3)))),
    { text: pointsName(outcome.vixMove), sub: `to ${fixed(outcome.levels.vix, 1)}` },
    vx30Cell(outcome, today.vx30),
    cell(fixed(outcome.days, 0), 'muted'),
    moneyCell(outcome.core),
    moneyCell(outcome.hedge),
    ...(hasOther ? [moneyCell(outcome.other)] : []),
    moneyCell(outcome.total),
    cell(signedPercent(outcome.shareOfNav, Math.abs(outcome.shareOfNav) < 0.1 ? 2 : 1)),
  ];
}

/** One line per shock: moves, and what core, hedge and both do. */
export function outcomesSection(report: ScenarioReport): readonly Section[] {
  const { outcomes, market, indexOnly } = report;
  if (outcomes.length < 2 && outcomes[0]?.origin.kind === 'shock') return [];
  if (outcomes.length === 0) return [];
  const hasOther = report.positions.some(({ purpose }) => purpose === 'other');
  const isReplay = outcomes.some(({ origin }) => origin.kind === 'replay');
  const notes = [
    ...stageLines(outcomes),
    ...noteLines(outcomes),
    ...recordLines(outcomes),
    ...(isReplay
      ? ['VX 30d: the change of the 30-day VX future here, and behind the stroke then, where it is known.']
      : []),
    ...indexOnly.map(
      (id) =>
        `${replayName(id)} is known for the index only: \`alvh scenario --replay ${id} --vix +100%\` says what VIX shall do.`,
    ),
  ];
  return [
    {
      id: 'outcomes',
      title: isReplay ? 'Scenarios and replays' : 'Scenario',
      note: "each laid on today's book from scratch",
      provenance: provenanceOf(report),
      blocks: [
        {
          kind: 'table',
          caption: 'Scenarios',
          columns: [
            left('Scenario', { wraps: true }),
            right('SPX'),
            right('VIX'),
            right('VX 30d', { minor: true }),
            right('Days', { minor: true }),
            right('Core', { minor: true }),
            right('Hedge', { minor: true }),
            ...(hasOther ? [right('Other', { minor: true })] : []),
            right('Net'),
            right('of NAV', { minor: true }),
          ],
          rows: outcomes.map((outcome) => row(outcome, market, hasOther)),
        },
        ...(notes.length === 0 ? [] : [{ kind: 'list' as const, items: notes }]),
      ],
    },
  ];
}
