import type { ChainPassport } from '../../../market/passport.ts';
import type { Conflict } from '../../conflicts.ts';
import type { LakePassport, SeriesPassport } from '../../data-passport.ts';
import { count, fixed, percent } from '../format.ts';
import { type Block, cell, left, prose, right, type Section, type Table } from './block.ts';
import { type ChainRun, causeOf, chainRuns, spanOf } from './chain-runs.ts';

const VERDICT = { use: 'use', 'use-with-care': 'care', refuse: 'REFUSED' } as const;

function seriesTable(series: readonly SeriesPassport[]): Table {
  return {
    kind: 'table',
    caption: 'Series',
    columns: [
      left('Series'),
      right('Rows'),
      left('From'),
      left('To'),
      right('Missing'),
      right('Repeated'),
      right('Conflicts'),
      left('Sources', { wraps: true }),
    ],
    rows: series.map((one) => [
      cell(one.name),
      cell(fixed(one.rows, 0)),
      cell(one.first),
      cell(one.last),
      cell(one.sessionsMissing === undefined ? '' : fixed(one.sessionsMissing, 0)),
      cell(fixed(one.repeated, 0)),
      cell(fixed(one.conflicts, 0)),
      cell([...one.sources, ...one.tags].join(', ')),
    ]),
  };
}

const total = (chains: readonly ChainPassport[], of: (chain: ChainPassport) => number): number =>
  chains.reduce((sum, chain) => sum + of(chain), 0);

function chainRow(
  when: string,
  chains: readonly ChainPassport[],
  { first }: ChainRun,
): Table['rows'][number] {
  const contracts = total(chains, (chain) => chain.contracts);
  const usable = total(chains, (chain) => chain.usable);
  return [
    cell(when),
    cell(first.underlying),
    cell(fixed(chains.length, 0)),
    cell(fixed(contracts, 0)),
    cell(percent(contracts === 0 ? 0 : usable / contracts, 0)),
    cell(
      fixed(
        total(chains, ({ oneSided }) => oneSided),
        0,
      ),
    ),
    cell(
      fixed(
        total(chains, ({ crossed }) => crossed),
        0,
      ),
    ),
    cell(
      fixed(
        total(chains, ({ duplicates }) => duplicates),
        0,
      ),
    ),
    cell(
      fixed(
        total(chains, ({ parityViolations }) => parityViolations),
        0,
      ),
    ),
    cell(VERDICT[first.verdict], first.verdict === 'refuse' ? 'warn' : undefined),
    cell([...new Set(chains.map(causeOf))].join(', ')),
  ];
}

/** One row for a run of refused days, one for each day that may be used. */
const chainRows = (run: ChainRun): Table['rows'] =>
  run.first.verdict === 'refuse'
    ? [chainRow(spanOf(run), run.chains, run)]
    : run.chains.map((chain) => chainRow(chain.session, [chain], run));

/** Each kind of trouble once, with the first day it was met in full. */
function causes(chains: readonly ChainPassport[]): Block {
  const met = new Map<string, { readonly example: ChainPassport; days: number }>();
  for (const chain of chains) {
    const cause = causeOf(chain);
    const known = met.get(cause);
    if (cause === '') continue;
    if (known === undefined) met.set(cause, { example: chain, days: 1 });
    else known.days += 1;
  }
  const items = [...met].map(
    ([cause, { example, days }]) =>
      `${cause}: ${count(days, 'chain')}, such as ${example.underlying} ${example.session}: ${example.reasons.join('; ')}`,
  );
  return { kind: 'list', items };
}

function chainTable(chains: readonly ChainPassport[]): Table {
  return {
    kind: 'table',
    caption: 'Chains, a verdict a day',
    columns: [
      left('Session', { wraps: true }),
      left('Of'),
      right('Days'),
      right('Quotes'),
      right('Usable'),
      right('1-sided'),
      right('Crossed'),
      right('Dup.'),
      right('Parity'),
      left('Verdict'),
      left('Cause', { wraps: true }),
    ],
    rows: chainRuns(chains).flatMap(chainRows),
  };
}

/** Values as their sources wrote them, without the noise of binary fractions. */
const shown = (x: number): string => String(Number(x.toPrecision(8)));

function conflictTable(conflicts: readonly Conflict[]): Table {
  return {
    kind: 'table',
    caption: 'Conflicts, worst first',
    columns: [left('Fact'), right('Times'), left('Kept'), left('Left out'), left('Worst', { wraps: true })],
    rows: conflicts.map(({ subject, kept, other, count: times, worst }) => [
      cell(subject),
      cell(fixed(times, 0)),
      cell(kept),
      cell(other),
      cell(
        `${worst.session}${worst.detail === undefined ? '' : ` ${worst.detail}`}: ${shown(worst.kept)} against ${shown(worst.other)}`,
      ),
    ]),
  };
}

const section = (
  id: string,
  title: string,
  note: string,
  table: Table,
  ...more: readonly Block[]
): readonly Section[] => (table.rows.length === 0 ? [] : [{ id, title, note, blocks: [table, ...more] }]);

function vxSection({ vx }: LakePassport): readonly Section[] {
  if (vx === undefined) return [];
  const line =
    `${count(vx.sessions, 'session')} from ${vx.first} to ${vx.last}, ${count(vx.quotes, 'settlement')}, ` +
    `${fixed(vx.sessionsMissing, 0)} sessions missing, ${fixed(vx.repeated, 0)} repeated, ${fixed(vx.conflicts, 0)} in conflict.`;
  return [{ id: 'lake-vx', title: 'VX futures', blocks: [prose(line)] }];
}

/** What the lake holds and how good it is: series, VX, chains with a verdict each, and what disagrees. */
export function lakeSections(passport: LakePassport): readonly Section[] {
  if (passport.files === 0) {
    return [
      {
        id: 'lake',
        title: 'Data passport',
        blocks: [prose('No data yet. `alvh data import PATH...` brings some in.')],
      },
    ];
  }
  const refused = passport.chains.filter(({ verdict }) => verdict === 'refuse').length;
  const chainNote = `${count(passport.chains.length, 'chain')}, ${fixed(refused, 0)} refused`;
  return [
    ...section(
      'lake-series',
      'Data passport',
      `${count(passport.files, 'file')}, ${fixed(passport.series.length, 0)} series`,
      seriesTable(passport.series),
    ),
    ...vxSection(passport),
    ...section('lake-chains', 'Chains', chainNote, chainTable(passport.chains), causes(passport.chains)),
    ...section(
      'lake-conflicts',
      'Conflicts',
      'the same fact from two sources',
      conflictTable(passport.conflicts),
    ),
  ];
}
