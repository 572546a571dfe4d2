import { describe, expect, it } from 'vitest';
import { isoDate } from '../core/dates.ts';
import { clock, newYorkInstant } from '../core/new-york.ts';
import { points } from '../core/units.ts';
import type { ChainPassport } from '../market/passport.ts';
import { judgedChains } from './judged-chains.ts';
import { type ChainEntry, MANIFEST_FORMAT, type Manifest } from './manifest.ts';

interface Taken {
  readonly source: string;
  readonly session?: string;
  readonly minutes?: number;
  readonly timeRecorded?: boolean;
  readonly usable?: number;
  readonly spot?: number;
  readonly quotesHash?: string;
}

function entry(taken: Taken): ChainEntry {
  const {
    source,
    session = '2019-05-09',
    minutes = clock(16, 15),
    timeRecorded = true,
    usable = 9000,
    spot = 2870,
  } = taken;
  const [day, asOf] = [isoDate(session), newYorkInstant(isoDate(session), minutes)];
  const facts = { underlying: 'SPX', session: day, asOf, timeRecorded, quotes: 'real', source } as const;
  const counts = {
    contracts: 10_000,
    expirations: 30,
    usable,
    oneSided: 0,
    empty: 0,
    crossed: 0,
    duplicates: 0,
  };
  const passport: ChainPassport = {
    ...facts,
    ...counts,
    file: `${source}.csv`,
    parityViolations: 0,
    strikesChecked: 0,
    verdict: 'use',
    reasons: [],
  };
  return {
    facts: { ...facts, spot: points(spot) },
    source: 'vendor',
    passport,
    quotesHash: taken.quotesHash ?? source,
    path: source,
  };
}

const manifest = (chains: readonly ChainEntry[]): Manifest => ({
  format: MANIFEST_FORMAT,
  sha256: 'a',
  name: 'a',
  bytes: 1,
  readings: [],
  chains,
  files: [],
});
const judged = (...taken: readonly Taken[]) =>
  judgedChains([manifest(taken.map(entry))], () => 2870).map(
    ({ passport: { source, verdict } }) => `${source} ${verdict}`,
  );

describe('which of two chains of one session is used', () => {
  it.each<[string, Taken, Taken]>([
    ['one that may be used', { source: 'b' }, { source: 'a', spot: 3200 }],
    [
      'one whose time was recorded',
      { source: 'b', minutes: clock(15) },
      { source: 'a', timeRecorded: false },
    ],
    ['the one nearer the close', { source: 'b', minutes: clock(16) }, { source: 'a', minutes: clock(20) }],
    ['the one with more quotes', { source: 'b', usable: 9001 }, { source: 'a' }],
    ['the smaller content hash, all else equal', { source: 'a' }, { source: 'b' }],
  ])('%s, in whatever order they come', (_, better, worse) => {
    const expected = judged(better, worse);
    expect(expected[0]).toMatch(new RegExp(`^${better.source} use`));
    expect(judged(worse, better)).toEqual(expected);
  });

  it('counts the earliest of equal photographs as the original, and later ones as stale', () => {
    const copies = judged(
      { source: 'b', session: '2019-05-10', quotesHash: 'q' },
      { source: 'a', quotesHash: 'q' },
    );
    expect(copies).toEqual(['a use', 'b refuse']);
  });
});
