import { showInstant } from '../../../core/new-york.ts';
import type { DaySheet } from '../../../engine/day-sheet.ts';
import type { ChainPassport, SeriesAge, Verdict } from '../../../market/passport.ts';
import { count, fixed, nearDate, percent, shortHash } from '../format.ts';
import { type Block, cell, type Fact, left, prose, right, type Section, type Table } from './block.ts';

const VERDICT: Readonly<Record<Verdict, string>> = {
  use: 'use',
  'use-with-care': 'use with care',
  refuse: 'refused',
};

/** `Use with care: 16,973 of 18,424 quotes usable, 0 crossed; no time recorded.` */
export function passportSentence({ passport }: DaySheet): string {
  const { chain } = passport;
  const why = chain.reasons.length === 0 ? '' : `; ${chain.reasons.join('; ')}`;
  return (
    `${VERDICT[chain.verdict]}: ${fixed(chain.usable, 0)} of ${fixed(chain.contracts, 0)} quotes usable in ` +
    `${count(chain.expirations, 'expiration')}, ${fixed(chain.crossed, 0)} crossed${why}.`
  );
}

function chainFacts(chain: ChainPassport): readonly Fact[] {
  return [
    {
      label: `${chain.underlying} chain`,
      value: showInstant(chain.asOf),
      note: chain.timeRecorded ? 'recorded' : 'assumed',
    },
    { label: 'Quotes', value: chain.quotes, note: count(chain.contracts, 'contract') },
    { label: 'Usable', value: percent(chain.contracts === 0 ? 0 : chain.usable / chain.contracts) },
    { label: 'One-sided / empty', value: `${fixed(chain.oneSided, 0)} / ${fixed(chain.empty, 0)}` },
    { label: 'Crossed / duplicate', value: `${fixed(chain.crossed, 0)} / ${fixed(chain.duplicates, 0)}` },
    {
      label: 'Parity violations',
      value: `${fixed(chain.parityViolations, 0)} of ${fixed(chain.strikesChecked, 0)}`,
    },
    {
      label: 'Distance from close',
      value:
        chain.distanceFromClose === undefined ? 'no close to compare' : percent(chain.distanceFromClose, 2),
      note: 'refused above 3%',
    },
    { label: 'File', value: chain.file, note: shortHash(chain.source) },
  ];
}

function age({ ageSessions }: SeriesAge): string {
  if (ageSessions === undefined) return 'absent';
  return ageSessions === 0 ? 'today' : `${count(ageSessions, 'session')} old`;
}

function seriesTable(sheet: DaySheet): Table {
  return {
    kind: 'table',
    caption: 'Series the day asked for',
    columns: [left('Series'), right('Newest value'), left('Age', { wraps: true })],
    rows: sheet.passport.series.map((series) => [
      cell(series.name),
      cell(series.last === undefined ? '' : nearDate(series.last, sheet.date)),
      cell(
        age(series),
        series.ageSessions === undefined ? 'warn' : series.ageSessions === 0 ? 'muted' : undefined,
      ),
    ]),
  };
}

/** What is known about the quality of the data, with the verdict first. */
export function passportSection(sheet: DaySheet): Section {
  const { chain, vixChain, series, conflicts } = sheet.passport;
  const blocks: readonly Block[] = [
    prose(`SPX chain: ${passportSentence(sheet)}`),
    { kind: 'facts', facts: chainFacts(chain) },
    ...(vixChain === undefined ? [] : [{ kind: 'facts' as const, facts: chainFacts(vixChain) }]),
    ...(series.length === 0 ? [] : [seriesTable(sheet)]),
    ...(conflicts.length === 0 ? [] : [{ kind: 'list' as const, items: conflicts }]),
  ];
  return {
    id: 'passport',
    title: 'Data passport',
    note: VERDICT[chain.verdict],
    provenance: chain.quotes,
    blocks,
  };
}
