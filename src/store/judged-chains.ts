import { dayNumber } from '../core/dates.ts';
import type { IsoDate } from '../core/units.ts';
import type { Underlying } from '../market/chain.ts';
import { judgeChain } from '../market/judge-chain.ts';
import type { ChainPassport, Verdict } from '../market/passport.ts';
import { isSession, optionsClose } from '../market/session-calendar.ts';
import { precedence } from '../market/source-kind.ts';
import type { ChainEntry, Manifest } from './manifest.ts';

/** A chain of the lake with the verdict that all of today's lake gives it. */
export interface JudgedChain {
  readonly entry: ChainEntry;
  readonly passport: ChainPassport;
}

/** Close of an underlying on a session; undefined when no file has it, or there is nothing to compare with. */
export type CloseOf = (underlying: Underlying, session: IsoDate) => number | undefined;

/** The first session each set of quotes appeared on; later ones are stale copies. */
function firstSessions(entries: readonly ChainEntry[]): ReadonlyMap<string, IsoDate> {
  const first = new Map<string, IsoDate>();
  for (const { facts, quotesHash } of entries) {
    const key = `${facts.underlying} ${quotesHash}`;
    const seen = first.get(key);
    if (seen === undefined || facts.session < seen) first.set(key, facts.session);
  }
  return first;
}

/**
 * Every chain of the lake, judged, best candidate of a session first: not refused before refused, a recorded time
 * before an assumed one, nearest the close of the options session, most usable quotes, then precedence of the source
 * and content hash. Sorted by underlying and session.
 */
export function judgedChains(manifests: readonly Manifest[], closeOf: CloseOf): readonly JudgedChain[] {
  const entries = manifests.flatMap(({ chains }) => chains);
  const first = firstSessions(entries);
  const judged = entries.map((entry) => {
    const { facts, quotesHash, forward, passport } = entry;
    const origin = first.get(`${facts.underlying} ${quotesHash}`);
    const close = closeOf(facts.underlying, facts.session);
    const context = {
      ...(facts.spot === undefined ? {} : { spot: facts.spot }),
      ...(forward === undefined ? {} : { forward }),
      ...(close === undefined ? {} : { close }),
      ...(origin === undefined || origin === facts.session ? {} : { copyOf: origin }),
    };
    return { entry, passport: judgeChain(passport, context) };
  });
  return judged.sort(byPreference);
}

const RANK: Readonly<Record<Verdict, number>> = { use: 0, 'use-with-care': 0, refuse: 1 };
const text = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Milliseconds between the quotes and the close of the options session. */
const fromClose = ({ session, asOf }: ChainPassport): number =>
  isSession(session) ? Math.abs(asOf - optionsClose(session)) : Number.POSITIVE_INFINITY;

function byPreference(a: JudgedChain, b: JudgedChain): number {
  const [p, q] = [a.passport, b.passport];
  return (
    text(p.underlying, q.underlying) ||
    dayNumber(p.session) - dayNumber(q.session) ||
    RANK[p.verdict] - RANK[q.verdict] ||
    Number(q.timeRecorded) - Number(p.timeRecorded) ||
    (fromClose(p) === fromClose(q) ? 0 : fromClose(p) - fromClose(q)) ||
    q.usable - p.usable ||
    precedence(a.entry.source) - precedence(b.entry.source) ||
    text(p.source, q.source)
  );
}
