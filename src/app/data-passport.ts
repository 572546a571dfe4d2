import { dateOfDay, dayNumber, isoDate } from '../core/dates.ts';
import type { EpochMs, IsoDate } from '../core/units.ts';
import { historyThrough, latest, type Series, type SeriesTag } from '../market/history.ts';
import type { ChainPassport, DayPassport, SeriesAge } from '../market/passport.ts';
import { seriesFacts } from '../market/series-catalogue.ts';
import { CALENDAR_FIRST, sessionsBetween, sessionsIn } from '../market/session-calendar.ts';
import type { SourceKind } from '../market/source-kind.ts';
import { type Conflict, conflictLine } from './conflicts.ts';
import type { MarketData } from './read-market-data.ts';

/** Quality of one series of the lake, all its sources together. */
export interface SeriesPassport {
  readonly name: string;
  readonly what: string;
  readonly sources: readonly SourceKind[];
  readonly rows: number;
  readonly first: IsoDate;
  readonly last: IsoDate;
  /** Sessions between first and last without a value; absent for a series that is not one value a session. */
  readonly sessionsMissing?: number;
  /** The same fact from another file, left out. */
  readonly repeated: number;
  /** Of those, the ones that state another value. */
  readonly conflicts: number;
  readonly tags: readonly SeriesTag[];
}

export interface VxPassport {
  readonly sessions: number;
  readonly quotes: number;
  readonly first: IsoDate;
  readonly last: IsoDate;
  readonly sessionsMissing: number;
  readonly repeated: number;
  readonly conflicts: number;
}

/** What the lake holds and how good it is. */
export interface LakePassport {
  readonly files: number;
  readonly series: readonly SeriesPassport[];
  readonly vx?: VxPassport;
  /** Every chain, by underlying and session, with its verdict. */
  readonly chains: readonly ChainPassport[];
  readonly conflicts: readonly Conflict[];
}

const CALENDAR_LAST = isoDate('2030-12-31');
/** A series with values on fewer than half of the sessions is not a daily one (settlement values, month ends). */
const DAILY_SHARE = 0.5;

/** Sessions of the calendar between the first and last day given that are not among the days. */
function missingSessions(days: Int32Array): { readonly missing: number; readonly sessions: number } {
  const [first, last] = [days[0], days[days.length - 1]];
  if (first === undefined || last === undefined) return { missing: 0, sessions: 0 };
  const from = Math.max(first, dayNumber(CALENDAR_FIRST));
  const to = Math.min(last, dayNumber(CALENDAR_LAST));
  if (from > to) return { missing: 0, sessions: 0 };
  const held = new Set(days);
  const sessions = sessionsIn(dateOfDay(from), dateOfDay(to));
  return {
    missing: sessions.filter((session) => !held.has(dayNumber(session))).length,
    sessions: sessions.length,
  };
}

function seriesPassport(market: MarketData, series: Series, sources: readonly SourceKind[]): SeriesPassport {
  const { name, days, tags } = series;
  const facts = seriesFacts(name);
  const { missing, sessions } = missingSessions(days);
  const isDaily = facts?.calendar === 'session' && sessions - missing >= DAILY_SHARE * sessions;
  const merged = market.merged.series.get(name);
  return {
    name,
    what: facts?.what ?? name,
    sources,
    rows: days.length,
    first: dateOfDay(days[0] ?? 0),
    last: dateOfDay(days[days.length - 1] ?? 0),
    ...(isDaily ? { sessionsMissing: missing } : {}),
    repeated: merged?.repeated ?? 0,
    conflicts: merged?.disagreements.reduce((sum, { keys }) => sum + keys.length, 0) ?? 0,
    tags,
  };
}

function vxPassport({ vx, merged }: MarketData): VxPassport | undefined {
  const [first, last] = [vx[0], vx[vx.length - 1]];
  if (first === undefined || last === undefined) return undefined;
  return {
    sessions: vx.length,
    quotes: vx.reduce((sum, { contracts }) => sum + contracts.length, 0),
    first: first.session,
    last: last.session,
    sessionsMissing: missingSessions(Int32Array.from(vx, ({ session }) => dayNumber(session))).missing,
    repeated: merged.vx.repeated,
    conflicts: merged.vx.disagreements.reduce((sum, { keys }) => sum + keys.length, 0),
  };
}

/** The passport of the whole lake: what there is, what is missing, what disagrees, which chains may be used. */
export function lakePassport(market: MarketData): LakePassport {
  const sources = new Map<string, Set<SourceKind>>();
  for (const { name, source } of market.manifests.flatMap(({ series }) => series?.blocks ?? [])) {
    sources.set(name, (sources.get(name) ?? new Set()).add(source));
  }
  const vx = vxPassport(market);
  return {
    files: market.manifests.length,
    series: [...market.series.values()]
      .filter(({ days }) => days.length > 0)
      .map((series) => seriesPassport(market, series, [...(sources.get(series.name) ?? [])].sort())),
    ...(vx === undefined ? {} : { vx }),
    chains: market.chains,
    conflicts: market.conflicts,
  };
}

/**
 * The data of one day, as its sheet prints it; undefined when the lake has no chain of that session at all.
 *
 * @param through  the instant of the decision: nothing available later counts
 * @param wanted  names of the series the day asks for
 */
export function dayPassport(
  market: MarketData,
  session: IsoDate,
  through: EpochMs,
  wanted: readonly string[],
): DayPassport | undefined {
  const chain = market.chainPassport('SPX', session);
  const vixChain = market.chainPassport('VIX', session);
  if (chain === undefined) return undefined;
  return passportAround({ chain, ...(vixChain === undefined ? {} : { vixChain }) }, market, through, wanted);
}

/** The same around chains that are not the lake's: what was made of its other data for that session. */
export function passportAround(
  chains: Pick<DayPassport, 'chain' | 'vixChain'>,
  market: MarketData,
  through: EpochMs,
  wanted: readonly string[],
): DayPassport {
  const { session } = chains.chain;
  return {
    session,
    ...chains,
    series: agesOf(market, session, through, wanted),
    conflicts: conflictsOf(market, session, wanted),
  };
}

/** Conflicts of that session on what the day asks for; what it does not look at cannot mislead it. */
function conflictsOf(
  { conflicts }: MarketData,
  session: IsoDate,
  wanted: readonly string[],
): readonly string[] {
  const names = new Set(wanted);
  return conflicts
    .filter(({ subject, dataset }) => dataset !== 'series' || names.has(subject))
    .flatMap((conflict) => conflict.on(session).map((found) => conflictLine(conflict, found)));
}

function agesOf(
  market: MarketData,
  session: IsoDate,
  through: EpochMs,
  wanted: readonly string[],
): readonly SeriesAge[] {
  const past = historyThrough(market.series, market.vx, through);
  const ages = wanted.map((name): SeriesAge => {
    const last = latest(past.series(name))?.asOf;
    if (last === undefined) return { name };
    const counted = last < CALENDAR_FIRST ? CALENDAR_FIRST : last; // the calendar begins there: an age of at least
    return { name, last, ageSessions: sessionsBetween(counted, session) };
  });
  const ageOf = ({ ageSessions = Number.POSITIVE_INFINITY }: SeriesAge): number => ageSessions;
  return ages.sort((a, b) => (ageOf(a) === ageOf(b) ? (a.name < b.name ? -1 : 1) : ageOf(a) - ageOf(b)));
}
