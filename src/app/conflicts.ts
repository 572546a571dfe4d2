import { dateOfDay } from '../core/dates.ts';
import type { IsoDate } from '../core/units.ts';
import type { SourceKind } from '../market/source-kind.ts';
import type { JudgedChain } from '../store/judged-chains.ts';
import type { Disagreement } from '../store/merge-blocks.ts';
import type { MergedSeries } from '../store/merge-series.ts';
import { type MergedVx, vxKey } from '../store/merge-vx.ts';

/** One fact that two sources state differently. */
export interface ConflictCase {
  readonly session: IsoDate;
  /** Which fact of that day: the VX expiration, or nothing. */
  readonly detail?: string;
  readonly kept: number;
  readonly other: number;
}

/** All facts of one series on which one source lost to another. */
export interface Conflict {
  readonly subject: string;
  readonly kept: SourceKind;
  readonly other: SourceKind;
  readonly count: number;
  readonly worst: ConflictCase;
  /** The cases of one session. */
  readonly on: (session: IsoDate) => readonly ConflictCase[];
}

type CaseOf = (disagreement: Disagreement, i: number) => ConflictCase;

const gap = ({ kept, other }: ConflictCase): number => Math.abs(kept - other);

function conflictOf(subject: string, disagreement: Disagreement, caseOf: CaseOf): readonly Conflict[] {
  const { kept, other, keys } = disagreement;
  const cases = Array.from(keys.keys(), (i) => caseOf(disagreement, i));
  const [first] = cases;
  if (first === undefined) return [];
  const worst = cases.reduce((a, b) => (gap(b) > gap(a) ? b : a), first);
  const on = (session: IsoDate): readonly ConflictCase[] => cases.filter((c) => c.session === session);
  return [{ subject, kept, other, count: cases.length, worst, on }];
}

const values = ({ keptValues, otherValues }: Disagreement, i: number) => ({
  kept: keptValues[i] ?? 0,
  other: otherValues[i] ?? 0,
});

export const seriesConflicts = (merged: ReadonlyMap<string, MergedSeries>): readonly Conflict[] =>
  [...merged].flatMap(([name, { disagreements }]) =>
    disagreements.flatMap((disagreement) =>
      conflictOf(name, disagreement, (d, i) => ({ session: dateOfDay(d.keys[i] ?? 0), ...values(d, i) })),
    ),
  );

export const vxConflicts = ({ disagreements }: MergedVx): readonly Conflict[] =>
  disagreements.flatMap((disagreement) =>
    conflictOf('VX', disagreement, (d, i) => {
      const { session, expiration } = vxKey(d.keys[i] ?? 0);
      return { session: dateOfDay(session), detail: dateOfDay(expiration), ...values(d, i) };
    }),
  );

/** Sessions with more than one chain that may be used: the first is, by the order of `judgedChains`. */
export function chainConflicts(judged: readonly JudgedChain[]): readonly Conflict[] {
  const best = new Map<string, JudgedChain>();
  return judged
    .filter(({ passport }) => passport.verdict !== 'refuse')
    .flatMap((chain): readonly Conflict[] => {
      const key = `${chain.passport.underlying} ${chain.passport.session}`;
      const used = best.get(key);
      if (used === undefined) best.set(key, chain);
      return used === undefined || used.passport.source === chain.passport.source
        ? []
        : [chainConflict(used, chain)];
    });
}

function chainConflict(used: JudgedChain, left: JudgedChain): Conflict {
  const { underlying, session, file, usable } = used.passport;
  const worst = {
    session,
    kept: usable,
    other: left.passport.usable,
    detail: `${file} used, ${left.passport.file} not`,
  };
  const on = (day: IsoDate): readonly ConflictCase[] => (day === session ? [worst] : []);
  return {
    subject: `${underlying} chain`,
    kept: used.entry.source,
    other: left.entry.source,
    count: 1,
    worst,
    on,
  };
}

/** One line: `VIX9D.close 2018-02-05: cboe-history 31.20 used, yahoo says 30.98`. */
export function conflictLine(
  { subject, kept, other }: Conflict,
  { session, detail, ...value }: ConflictCase,
): string {
  if (subject.endsWith('chain')) return `${subject} ${session}: ${detail}`;
  return `${subject} ${session}${detail === undefined ? '' : ` ${detail}`}: ${kept} ${value.kept} used, ${other} says ${value.other}`;
}
