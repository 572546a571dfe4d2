import type { ChainPassport } from '../../../market/passport.ts';
import type { Conflict } from '../../conflicts.ts';
import type { LakePassport, SeriesPassport } from '../../data-passport.ts';
import { count, fixed, percent } from '../format.ts';
import { cell, left, prose, right, type Section, type Table } from './block.ts';

const VERDICT = { use: 'use', 'use-with-care': 'with care', refuse: 'REFUSED' } as const;

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

function chainTable(chains: readonly ChainPassport[]): Table {
  return {
    kind: 'table',
    caption: 'Chains, a verdict a day',
    columns: [
      left('Session'),
      left('Of'),
      right('Quotes'),
      right('Usable'),
      right('1-sided'),
      right('Crossed'),
      right('Dup.'),
      right('Parity'),
      left('Verdict'),
      left('Why', { wraps: true }),
    ],
    rows: chains.map((chain) => [
      cell(chain.session),
      cell(chain.underlying),
      cell(fixed(chain.contracts, 0)),
      cell(percent(chain.contracts === 0 ? 0 : chain.usable / chain.contracts, 0)),
      cell(fixed(chain.oneSided, 0)),
      cell(fixed(chain.crossed, 0)),
      cell(fixed(chain.duplicates, 0)),
      cell(fixed(chain.parityViolations, 0)),
      cell(VERDICT[chain.verdict], chain.verdict === 'refuse' ? 'warn' : undefined),
      cell(chain.reasons.join('; ')),
    ]),
  };
}

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
        `${worst.session}${worst.detail === undefined ? '' : ` ${worst.detail}`}: ${worst.kept} against ${worst.other}`,
      ),
    ]),
  };
}

const section = (id: string, title: string, note: string, table: Table): readonly Section[] =>
  table.rows.length === 0 ? [] : [{ id, title, note, blocks: [table] }];

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
    ...section('lake-chains', 'Chains', chainNote, chainTable(passport.chains)),
    ...section(
      'lake-conflicts',
      'Conflicts',
      'the same fact from two sources',
      conflictTable(passport.conflicts),
    ),
  ];
}
