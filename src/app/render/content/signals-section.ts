import type { DaySheet } from '../../../engine/day-sheet.ts';
import type { GroupScore } from '../../../strategy/regime-types.ts';
import { isPresent, type Reading, type Signal } from '../../../strategy/signal/signal.ts';
import { fixed, signed } from '../format.ts';
import { type Cell, cell, left, prose, right, type Section, type Table } from './block.ts';

const GROUP_NAME: Readonly<Record<string, string>> = {
  vol: 'Volatility',
  breadth: 'Breadth',
  macro: 'Macro',
  liquidity: 'Liquidity',
  flows: 'Flows',
  research: 'Research, not scored',
};

const evidenceOf = ({ evidence, tags }: Signal): string =>
  tags.length === 0 ? evidence : `${evidence} [${tags.join(', ')}]`;

function signalRow(reading: Reading, points: number | undefined): readonly Cell[] {
  const evidence = isPresent(reading) ? evidenceOf(reading) : reading.absent;
  const head = [cell(reading.id, 'muted'), { text: reading.name, narrowSub: evidence }];
  const weight = cell(fixed(reading.weight, 0));
  if (!isPresent(reading)) {
    return [...head, cell(''), cell('absent', 'warn'), weight, cell(''), cell(evidence, 'muted')];
  }
  const tone = reading.value > 0 ? 'benign' : 'adverse';
  return [
    ...head,
    { text: '', bar: { low: -1, high: 1, spans: [{ from: 0, to: reading.value, tone, row: 0 }] } },
    cell(signed(reading.value, 2)),
    weight,
    cell(points === undefined ? '' : signed(points, 2), 'strong'),
    cell(evidence),
  ];
}

function signalTable(sheet: DaySheet): Table {
  const points = new Map(sheet.score.contributions.map(({ id, points: added }) => [id, added]));
  return {
    kind: 'table',
    caption: 'What each signal adds to 50',
    columns: [
      left('Id'),
      left('Signal', { wraps: true }),
      left('Hedge more, benign', { only: 'page', minor: true }),
      right('Value'),
      right('Weight', { minor: true }),
      right('Points'),
      left('Evidence', { wraps: true, minor: true }),
    ],
    rows: sheet.signals.map((reading) => signalRow(reading, points.get(reading.id))),
  };
}

function groupRow(group: GroupScore): readonly Cell[] {
  return [
    cell(GROUP_NAME[group.group] ?? group.group),
    cell(fixed(group.weight, 0)),
    cell(fixed(group.validWeight, 0), group.validWeight < group.weight ? 'warn' : undefined),
    cell(
      group.value === undefined ? 'absent' : signed(group.value, 2),
      group.value === undefined ? 'warn' : undefined,
    ),
    cell(signed(group.contribution, 1), 'strong'),
  ];
}

function groupTable(sheet: DaySheet): Table {
  return {
    kind: 'table',
    caption: 'What each group adds to 50',
    columns: [left('Group'), right('Weight'), right('Read'), right('Value'), right('Points')],
    rows: sheet.score.groups.map(groupRow),
  };
}

/** `Score 64.2. Signals worth 94 of 100 points could be read; S11 and S13 are missing.` */
export function scoreSentence({ score, signals }: DaySheet): string {
  const names = new Map(signals.map(({ id, name }) => [id, name]));
  const missing = score.missing.map((id) => `${id} ${names.get(id) ?? ''}`.trim());
  const without = missing.length === 0 ? 'nothing is missing' : `without ${missing.join(', ')}`;
  const enough = score.sufficient
    ? ''
    : ' The volatility group has under 60% of its weight: no decision may add risk.';
  return (
    `Score ${fixed(score.value, 1)} (50 is no view). Signals worth ${fixed(score.validWeight, 0)} of ` +
    `${fixed(score.totalWeight, 0)} points could be read, ${without}.${enough}`
  );
}

/** The score and every signal behind it, the absent ones with the reason. */
export function signalsSection(sheet: DaySheet): Section {
  const groups = sheet.score.groups.length === 0 ? [] : [groupTable(sheet)];
  return {
    id: 'signals',
    title: 'Score and signals',
    note: fixed(sheet.score.value, 1),
    blocks: [prose(scoreSentence(sheet)), signalTable(sheet), ...groups],
  };
}
