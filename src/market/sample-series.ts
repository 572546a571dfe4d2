import { addDays, dateFromParts, dayNumber, monthOf, yearOf } from '../core/dates.ts';
import { PreconditionError } from '../core/errors.ts';
import { normalDraw, type Random } from '../core/random.ts';
import { type IsoDate, points } from '../core/units.ts';
import { availabilityColumn, availableFrom } from './availability.ts';
import { checkedSeries, type Series, type VxCurve } from './history.ts';
import { type SampleClose, sampleFuture, sampleVol } from './sample-path.ts';
import { seriesFacts } from './series-catalogue.ts';
import { SAME_DAY } from './series-list.ts';
import { roundToTick } from './ticks.ts';
import { vixMonthlyExpirations } from './vix-expirations.ts';

type Value = (index: number, date: IsoDate) => number;

/** A series of the catalogue, with the availability and tags every reader would give it. */
function column(name: string, dates: readonly IsoDate[], value: Value): Series {
  const facts = seriesFacts(name);
  if (facts === undefined) throw new PreconditionError('name', 'must be in the series catalogue', name);
  const days = Int32Array.from(dates, dayNumber);
  const values = Float64Array.from(dates, (date, i) => value(i, date));
  return checkedSeries({
    name,
    days,
    values,
    availableAt: availabilityColumn(facts.availability, days),
    tags: facts.tags,
  });
}

const hundredths = (x: number): number => Math.round(x * 100) / 100;

/** Cumulative sum of a step; the shape of a price, a breadth line, a rate that wanders. */
function walk(dates: readonly IsoDate[], start: number, step: (index: number) => number): Float64Array {
  let level = start;
  return Float64Array.from(dates, (_, i) => {
    level += step(i);
    return level;
  });
}

/** The VIX family and SKEW: each index at its horizon on the day's one variance curve, with a little life of its own. */
function volatilitySeries(random: Random, path: readonly SampleClose[]): Series[] {
  const dates = path.map((close) => close.session);
  const vixOf = (i: number): number => path[i]?.vix ?? 0;
  const family = (name: string, days: number, noise: number): Series =>
    column(name, dates, (i) =>
      hundredths(sampleVol(vixOf(i), days / 365) * Math.exp(noise * normalDraw(random))),
    );
  const skew = walk(dates, 0, () => normalDraw(random)).map(
    (x, i, all) => 142 + 3 * (x - (all[Math.max(i - 15, 0)] ?? 0)),
  );
  return [
    column('VIX.close', dates, vixOf),
    family('VIX9D.close', 9, 0.02),
    family('VIX3M.close', 93, 0.005),
    family('VIX6M.close', 184, 0.004),
    column('VVIX.close', dates, (i) =>
      hundredths(90 * (vixOf(i) / 16) ** 0.55 * Math.exp(0.03 * normalDraw(random))),
    ),
    column('SKEW.close', dates, (i) => hundredths(Math.max(skew[i] ?? 142, 110))),
  ];
}

/** A fund that follows the index: beta, own daily vol, first price, dividend yield. */
interface Fund {
  readonly ticker: string;
  readonly beta: number;
  readonly own: number;
  readonly first: number;
  readonly dividend: number;
}

const FUNDS: readonly Fund[] = [
  { ticker: 'VNQ', beta: 0.85, own: 0.004, first: 88, dividend: 0.038 },
  { ticker: 'SPHB', beta: 1.35, own: 0.003, first: 96, dividend: 0.008 },
];

/** Dividends lower the past of an adjusted close and leave its last value alone. */
const adjusted = (close: number, dividend: number, sessionsLeft: number): number =>
  hundredths(close * Math.exp((-dividend * sessionsLeft) / 252));

function fundSeries(random: Random, path: readonly SampleClose[]): Series[] {
  const dates = path.map((close) => close.session);
  const left = (i: number): number => path.length - 1 - i;
  const spy = (i: number): number => hundredths((path[i]?.spx ?? 0) / 10.03);
  const volume = (i: number): number =>
    Math.round(62e6 * Math.exp(0.2 * normalDraw(random) - 12 * Math.min(path[i]?.move ?? 0, 0)));
  const others = FUNDS.map(({ ticker, beta, own, first, dividend }) => {
    const logs = walk(dates, Math.log(first), (i) => beta * (path[i]?.move ?? 0) + own * normalDraw(random));
    return column(`${ticker}.adjClose`, dates, (i) => adjusted(Math.exp(logs[i] ?? 0), dividend, left(i)));
  });
  return [
    column('SPY.close', dates, spy),
    column('SPY.adjClose', dates, (i) => adjusted(spy(i), 0.0125, left(i))),
    column('SPY.volume', dates, volume),
    ...others,
  ];
}

function breadthAndRates(random: Random, path: readonly SampleClose[]): Series[] {
  const dates = path.map((close) => close.session);
  const line = walk(dates, 1200, (i) => 1.2 + 900 * (path[i]?.move ?? 0) + 4 * normalDraw(random));
  const tenYear = walk(dates, 4.1, () => 0.012 * normalDraw(random));
  return [
    column('SPX.close', dates, (i) => path[i]?.spx ?? 0),
    column('NYAD.close', dates, (i) => hundredths(line[i] ?? 0)),
    column('DGS10', dates, (i) => hundredths(tenYear[i] ?? 0)),
  ];
}

/** First days of the periods of so many months, from January 2001, that had ended by `session`. */
function periods(session: IsoDate, months: number): IsoDate[] {
  const dates: IsoDate[] = [];
  const end = yearOf(session) * 12 + monthOf(session) - 1;
  for (let index = 2001 * 12; index + months <= end; index += months) {
    const date = dateFromParts(Math.floor(index / 12), (index % 12) + 1, 1);
    if (date !== undefined) dates.push(date);
  }
  return dates;
}

/** Monthly and quarterly statistics of a dull, growing economy; long enough for twenty-year percentiles. */
function slowSeries(random: Random, { session, spx }: SampleClose): Series[] {
  const months = periods(session, 1);
  const growth = (name: string, first: number, aMonth: number, noise: number): Series => {
    const logs = walk(months, Math.log(first), () => aMonth + noise * normalDraw(random));
    return column(name, months, (i) => Math.exp(logs[i] ?? 0));
  };
  const rate = (name: string, level: number): Series => {
    const path = walk(months, 0, () => 0.08 * normalDraw(random)).map(
      (x, i, all) => x - (all[Math.max(i - 40, 0)] ?? 0),
    );
    return column(name, months, (i) => hundredths(level + (path[i] ?? 0)));
  };
  const monthsLeft = (i: number): number => months.length - 1 - i;
  const price = (i: number): number => spx * Math.exp(-0.0062 * monthsLeft(i));
  const multiple = (i: number): number => 21.5 + 2.5 * Math.sin(monthsLeft(i) / 19);
  const quarters = periods(session, 3);
  const output = walk(quarters, Math.log(14_000), () => 0.0052 + 0.002 * normalDraw(random));
  return [
    growth('CPIAUCSL', 176, 0.0021, 0.0014),
    growth('PPIACO', 135, 0.002, 0.006),
    growth('RBUSBIS', 104, 0, 0.009),
    column('GDPC1', quarters, (i) => Math.exp(output[i] ?? 0)),
    rate('TB3MS', 3.7),
    rate('OECD.EA19', 2.1),
    rate('OECD.JPN', 0.8),
    rate('OECD.GBR', 3.9),
    column('SHILLER.price', months, price),
    column('SHILLER.earnings', months, (i) => price(i) / multiple(i)),
    column('SHILLER.dividend', months, (i) => 0.0125 * price(i)),
    column('SHILLER.pe10', months, (i) => 1.35 * multiple(i)),
  ];
}

/** Every series the signals read, by name. */
export function sampleSeries(random: Random, path: readonly SampleClose[]): Map<string, Series> {
  const last = path.at(-1);
  if (last === undefined) throw new PreconditionError('path', 'must have at least one close', path.length);
  const all = [
    ...breadthAndRates(random, path),
    ...volatilitySeries(random, path),
    ...fundSeries(random, path),
    ...slowSeries(random, last),
  ];
  return new Map(all.map((series) => [series.name, series]));
}

/** VX settles: nearest nine monthly contracts, on a tick of 0.025. */
export function sampleCurves(random: Random, path: readonly SampleClose[]): VxCurve[] {
  const [first, last] = [path[0], path.at(-1)];
  if (first === undefined || last === undefined) return [];
  const listed = vixMonthlyExpirations(first.session, addDays(last.session, 300));
  return path.map(({ session, vix }) => {
    const whole = Math.exp(0.006 * normalDraw(random));
    const expirations = listed.filter((expiration) => expiration > session).slice(0, 9);
    const contracts = expirations.map((expiration) => {
      const years = (dayNumber(expiration) - dayNumber(session)) / 365;
      return { expiration, settle: points(roundToTick(whole * sampleFuture(vix, years), 0.025, 'nearest')) };
    });
    return { session, availableAt: availableFrom(SAME_DAY, session), contracts };
  });
}
