import { addDays, daysBetween, monthOf, weekdayOf } from '../../core/dates.ts';
import type { IsoDate } from '../../core/units.ts';
import { isSpxMonthly } from '../../market/spx-expirations.ts';
import { scheduledOnOrAfter } from '../../market/trading-days.ts';
import type { ListedExpiration } from './listed-expirations.ts';

/** Strikes every `step` points from `down` below the index to `up` above it, as shares of the index. */
interface Band {
  readonly step: number;
  readonly down: number;
  readonly up: number;
  /** The same in index points, where those reach less far. */
  readonly points?: readonly [down: number, up: number];
}

const band = (step: number, down: number, up: number): Band => ({ step, down, up });
/** Five-point strikes: as many of them at 7,000 as at 4,000, so their share of the index has shrunk. */
const fives = (down: number, up: number, points: readonly [number, number]): Band => ({
  step: 5,
  down,
  up,
  points,
});

/**
 * How SPX strikes are spaced, by kind of expiration and days ahead, innermost band first: what the chains of 2019, 2022 and
 * 2023 have in common. Third Fridays and month ends gather strikes for a year; a weekday's weekly has few.
 */
const SPX_GRIDS = {
  month: [
    {
      within: 100,
      bands: [fives(0.15, 0.1, [600, 350]), band(25, 0.35, 0.16), band(50, 0.5, 0.22), band(100, 0.65, 0.4)],
    },
    { within: 200, bands: [band(25, 0.35, 0.16), band(50, 0.45, 0.22), band(100, 0.65, 0.4)] },
    {
      within: Number.POSITIVE_INFINITY,
      bands: [band(25, 0.3, 0.14), band(50, 0.45, 0.2), band(100, 0.65, 0.5)],
    },
  ],
  friday: [
    {
      within: 50,
      bands: [fives(0.12, 0.07, [450, 250]), band(25, 0.25, 0.1), band(50, 0.35, 0.15), band(100, 0.5, 0.25)],
    },
    {
      within: Number.POSITIVE_INFINITY,
      bands: [band(25, 0.2, 0.1), band(50, 0.35, 0.15), band(100, 0.5, 0.25)],
    },
  ],
  weekday: [
    {
      within: 30,
      bands: [fives(0.09, 0.05, [300, 150]), band(25, 0.2, 0.08), band(100, 0.45, 0.25)],
    },
    {
      within: Number.POSITIVE_INFINITY,
      bands: [fives(0.03, 0.02, [150, 100]), band(25, 0.1, 0.06), band(100, 0.35, 0.2)],
    },
  ],
} as const;

const FRIDAY = 5;
const isMonthEnd = (date: IsoDate): boolean =>
  monthOf(scheduledOnOrAfter(addDays(date, 1))) !== monthOf(date);

function kindOf(expiration: IsoDate): keyof typeof SPX_GRIDS {
  if (isSpxMonthly(expiration) || isMonthEnd(expiration)) return 'month';
  return weekdayOf(expiration) === FRIDAY ? 'friday' : 'weekday';
}

/** Kinds of expirations, which never change and take some dates to find out. */
const kinds = new Map<IsoDate, keyof typeof SPX_GRIDS>();

function bandsOf(expiration: IsoDate, on: IsoDate): readonly Band[] {
  const kind = kinds.get(expiration) ?? kindOf(expiration);
  kinds.set(expiration, kind);
  const days = daysBetween(on, expiration);
  return SPX_GRIDS[kind].find(({ within }) => days <= within)?.bands ?? [];
}

/** Multiples of each band's step, the finer band's where two overlap. */
function spacedAbout(level: number, bands: readonly Band[]): number[] {
  const strikes: number[] = [];
  const add = (step: number, from: number, to: number): void => {
    for (let n = Math.floor(from / step) + 1; n * step <= to; n++) if (n > 0) strikes.push(n * step);
  };
  const ends = bands.map(({ step, down, up, points = [level, level] }) => ({
    step,
    from: level - Math.min(down * level, points[0]),
    to: level + Math.min(up * level, points[1]),
  }));
  const inner = ends[0]?.from ?? level;
  ends.toReversed().forEach(({ step, from }, i, outward) => {
    add(step, from, outward[i + 1]?.from ?? from);
  });
  ends.forEach(({ step, to }, i) => {
    add(step, i === 0 ? inner : (strikes.at(-1) ?? 0), to);
  });
  return strikes;
}

/** VIX strikes: where spacing changes, and to what (chain of 2023-05-15; half points below 15 by the specification). */
const VIX_STEPS = [
  { below: 15, step: 0.5 },
  { below: 40, step: 1 },
  { below: 50, step: 2.5 },
  { below: 100, step: 5 },
  { below: 180, step: 10 },
] as const;
/** The lowest strike, or three quarters of VIX where that is lower still. */
const LOWEST_VIX = 10;
/** Weeklies have none above. */
const HIGHEST_WEEKLY_VIX = 100;

function vixStrikes(vix: number, isWeekly: boolean): number[] {
  const strikes: number[] = [];
  let strike = Math.min(LOWEST_VIX, Math.floor(0.75 * vix));
  for (const { below, step } of VIX_STEPS) for (; strike < below; strike += step) strikes.push(strike);
  return isWeekly ? strikes.filter((one) => one <= HIGHEST_WEEKLY_VIX) : strikes;
}

/**
 * The strikes of an expiration, as the exchange spaces them: about the index level for SPX, at fixed points for VIX.
 *
 * @param level  of the index the options are on, points
 */
export function listedStrikes(
  { root, expiration }: ListedExpiration,
  on: IsoDate,
  level: number,
): Float64Array {
  const isVix = root === 'VIX' || root === 'VIXW';
  return Float64Array.from(
    isVix ? vixStrikes(level, root === 'VIXW') : spacedAbout(level, bandsOf(expiration, on)),
  );
}
