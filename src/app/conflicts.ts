import { dateOfDay } from '../core/dates.ts';
import type { IsoDate } from '../core/units.ts';
import type { SourceKind } from '../market/source-kind.ts';
import type { JudgedChain } from '../store/judged-chains.ts';
import type { Dataset } from '../store/lake-layout.ts';
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
  readonly dataset: Dataset;
  /** Name of the series, `VX`, or `SPX chain`. */
  readonly subject: string;
  readonly kept: SourceKind;
  readonly other: SourceKind;
  readonly count: number;
  readonly worst: ConflictCase;
  /** The cases of one session. */
  readonly on: (session: IsoDate) => readonly ConflictCase[];
}

/** The session and detail of a key. */
type Place = (key: number) => Pick<ConflictCase, 'session' | 'detail'>;

/** Cases are made when asked for: there are thousands, and a day wants its own. */
function conflictOf(
  dataset: Dataset,
  subject: string,
  disagreement: Disagreement,
  place: Place,
): readonly Conflict[] {
  const { kept, other, keys, keptValues, otherValues } = disagreement;
  if (keys.length === 0) return [];
  const gap = (i: number): number => Math.abs((keptValues[i] ?? 0) - (otherValues[i] ?? 0));
  const caseAt = (i: number): ConflictCase => ({
    ...place(keys[i] ?? 0),
    kept: keptValues[i] ?? 0,
    other: otherValues[i] ?? 0,
  });
  const indices = Array.from(keys.keys());
  const worst = caseAt(indices.reduce((a, b) => (gap(b) > gap(a) ? b : a)));
  const on = (session: IsoDate): readonly ConflictCase[] =>
    indices.map(caseAt).filter((candidate) => candidate.session === session);
  return [{ dataset, subject, kept, other, count: keys.length, worst, on }];
}

export const seriesConflicts = (merged: ReadonlyMap<string, MergedSeries>): readonly Conflict[] =>
  [...merged].flatMap(([name, { disagreements }]) =>
    disagreements.flatMap((disagreement) =>
      conflictOf('series', name, disagreement, (key) => ({ session: dateOfDay(key) })),
    ),
  );

export const vxConflicts = ({ disagreements }: MergedVx): readonly Conflict[] =>
  disagreements.flatMap((disagreement) =>
    conflictOf('vx', 'VX', disagreement, (key) => {
      const { session, expiration } = vxKey(key);
      return { session: dateOfDay(session), detail: dateOfDay(expiration) };
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
    dataset: 'chains',
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
  { dataset, subject, kept, other }: Conflict,
  { session, detail, ...value }: ConflictCase,
): string {
  if (dataset === 'chains') return `${subject} ${session}: ${detail}`;
  return `${subject} ${session}${detail === undefined ? '' : ` ${detail}`}: ${kept} ${value.kept} used, ${other} says ${value.other}`;
}
