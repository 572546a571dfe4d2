import { type DayNumber, dateOfDay, dayNumber } from '../core/dates.ts';
import { PreconditionError } from '../core/errors.ts';
import type { EpochMs, IsoDate, Points } from '../core/units.ts';

/** A dated fact: what it describes (`asOf`), and when one could have known it (`availableAt`). */
export interface Observation {
  readonly value: number;
  readonly asOf: IsoDate;
  readonly availableAt: EpochMs;
}

/** `revised`: latest vintage, not what was first printed; a signal may show it and not count it. `proxied`: a stand-in. */
export type SeriesTag = 'revised' | 'proxied';

/** One series, columnar, ascending by day; a day without a value is simply not there. */
export interface Series {
  /** `SPX.close`, `VIX.close`, `CPIAUCSL`; the names are listed in series-catalogue.ts. */
  readonly name: string;
  readonly days: Int32Array;
  readonly values: Float64Array;
  readonly availableAt: Float64Array;
  readonly tags: readonly SeriesTag[];
}

/** Settlement of one monthly VX future. */
export interface VxQuote {
  readonly expiration: IsoDate;
  readonly settle: Points;
}

/** The monthly VX futures of one session, nearest first; the contract that settles that morning is not in it. */
export interface VxCurve {
  readonly session: IsoDate;
  readonly availableAt: EpochMs;
  readonly contracts: readonly VxQuote[];
}

/** What is known at one instant; nothing that became available later can be reached through it. */
export interface History {
  readonly through: EpochMs;
  readonly series: (name: string) => Series | undefined;
  readonly names: readonly string[];
  /** Ascending by session. */
  readonly vx: readonly VxCurve[];
}

const isAscending = (xs: ArrayLike<number>, strict: boolean): boolean => {
  for (let i = 1; i < xs.length; i++) {
    const step = (xs[i] ?? 0) - (xs[i - 1] ?? 0);
    if (strict ? step <= 0 : step < 0) return false;
  }
  return true;
};

/** @throws PreconditionError when columns differ in length, days do not ascend, or a value is not finite */
export function checkedSeries(series: Series): Series {
  const { name, days, values, availableAt } = series;
  if (days.length !== values.length || days.length !== availableAt.length) {
    throw new PreconditionError(
      name,
      'must have columns of one length',
      `${days.length}/${values.length}/${availableAt.length}`,
    );
  }
  if (!isAscending(days, true))
    throw new PreconditionError(`${name}.days`, 'must be strictly ascending', days.length);
  const bad = values.find((x) => !Number.isFinite(x)) ?? availableAt.find((x) => !Number.isFinite(x));
  if (bad !== undefined) throw new PreconditionError(name, 'must be finite', bad);
  return series;
}

/** Columns do not change, so the question is asked once a column; a back-test asks for every series every day. */
const inOrder = new WeakMap<Float64Array, boolean>();
function availabilityAscends({ availableAt }: Series): boolean {
  const known = inOrder.get(availableAt) ?? isAscending(availableAt, false);
  inOrder.set(availableAt, known);
  return known;
}

/** Entries with availableAt <= through, in a column that ascends: the first index beyond it, by bisection. */
function countKnown({ availableAt }: Series, through: EpochMs): number {
  let [low, high] = [0, availableAt.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((availableAt[middle] ?? 0) <= through) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Keeps the entries known by `through`; a view when availability ascends with the days, a copy when it does not. */
function knownBy(series: Series, through: EpochMs): Series {
  const { days, values, availableAt } = series;
  if (availabilityAscends(series)) {
    const n = countKnown(series, through);
    return {
      ...series,
      days: days.subarray(0, n),
      values: values.subarray(0, n),
      availableAt: availableAt.subarray(0, n),
    };
  }
  const keep = (_: number, i: number): boolean => (availableAt[i] ?? Number.POSITIVE_INFINITY) <= through;
  return {
    ...series,
    days: days.filter(keep),
    values: values.filter(keep),
    availableAt: availableAt.filter(keep),
  };
}

/** The one door to the past: everything in it has `availableAt <= through`. */
export function historyThrough(
  all: ReadonlyMap<string, Series>,
  vx: readonly VxCurve[],
  through: EpochMs,
): History {
  const seen = new Map<string, Series | undefined>();
  const series = (name: string): Series | undefined => {
    if (!seen.has(name)) {
      const whole = all.get(name);
      const known = whole === undefined ? undefined : knownBy(whole, through);
      seen.set(name, known === undefined || known.days.length === 0 ? undefined : known);
    }
    return seen.get(name);
  };
  const names = [...all.keys()].filter((name) => series(name) !== undefined).sort();
  return { through, series, names, vx: vx.filter((curve) => curve.availableAt <= through) };
}

/** The newest observation, or undefined. */
export function latest(series: Series | undefined): Observation | undefined {
  const i = (series?.days.length ?? 0) - 1;
  return series === undefined || i < 0 ? undefined : observationAt(series, i);
}

/** The observation of exactly that date, or undefined. */
export function observationOn(series: Series | undefined, date: IsoDate): Observation | undefined {
  if (series === undefined) return undefined;
  const i = indexOfDay(series, dayNumber(date));
  return i === undefined ? undefined : observationAt(series, i);
}

function observationAt({ days, values, availableAt }: Series, i: number): Observation {
  return {
    value: values[i] ?? 0,
    asOf: dateOfDay(days[i] ?? 0),
    availableAt: (availableAt[i] ?? 0) as EpochMs,
  };
}

function indexOfDay({ days }: Series, day: DayNumber): number | undefined {
  let low = 0;
  let high = days.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = days[middle] ?? 0;
    if (found === day) return middle;
    if (found < day) low = middle + 1;
    else high = middle - 1;
  }
  return undefined;
}
