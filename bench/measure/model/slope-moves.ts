import type { LongerIndex } from '../../../src/portfolio/scenario/slope-beta.ts';
import type { IndexDay } from './index-days.ts';

/** VIX6M is held from 2008, VIX3M from here on: one window for both. */
const FIRST = '2009-09-18';
const YEAR_OF_THE_PANDEMIC = '2020';

/** One window in which VIX and a longer index both closed. */
export interface SlopeMove {
  /** Place of the first session in the days. */
  readonly start: number;
  readonly vix: number;
  readonly after: number;
  /** ln(VIX' / VIX) and the same of the longer index. */
  readonly lnVix: number;
  readonly lnLonger: number;
  readonly isOf2020: boolean;
}

/** Every window of so many sessions with both indices at both ends. */
export function slopeMoves(
  days: readonly IndexDay[],
  index: LongerIndex,
  sessions: number,
): readonly SlopeMove[] {
  return days.flatMap((day, start) => {
    const end = days[start + sessions];
    const [longer, longerAfter] = [day[index], end?.[index]];
    if (day.date < FIRST || day.vix === undefined || end?.vix === undefined) return [];
    if (longer === undefined || longerAfter === undefined) return [];
    const isOf2020 = day.date.startsWith(YEAR_OF_THE_PANDEMIC);
    const lnVix = Math.log(end.vix / day.vix);
    return [
      { start, vix: day.vix, after: end.vix, lnVix, lnLonger: Math.log(longerAfter / longer), isOf2020 },
    ];
  });
}

/** Below two points a move says more about rounding than about the curve. */
export const LARGE = 2;

/** The rises of so many points and more. */
export const risesFrom = (moves: readonly SlopeMove[], points: number): readonly SlopeMove[] =>
  moves.filter(({ vix, after }) => after - vix >= points);

/** Slope of the regression with a constant: cov / var. */
export function regressionSlope(moves: readonly SlopeMove[]): number {
  const average = (of: (move: SlopeMove) => number): number =>
    moves.reduce((sum, move) => sum + of(move), 0) / moves.length;
  const [x, y] = [average(({ lnVix }) => lnVix), average(({ lnLonger }) => lnLonger)];
  return (
    average(({ lnVix, lnLonger }) => (lnVix - x) * (lnLonger - y)) / average(({ lnVix }) => (lnVix - x) ** 2)
  );
}

/** Power of one law through the origin: least squares in logs. */
export const powerOf = (moves: readonly SlopeMove[]): number =>
  moves.reduce((sum, { lnVix, lnLonger }) => sum + lnVix * lnLonger, 0) /
  moves.reduce((sum, { lnVix }) => sum + lnVix * lnVix, 0);

/** The log change of VIX as two parts, below the knot and above. */
export type Split = (vix: number, after: number) => readonly [low: number, high: number];

/** Knot at a level of VIX. */
export const atLevel =
  (knot: number): Split =>
  (vix, after) => [
    Math.log(Math.min(after, knot) / Math.min(vix, knot)),
    Math.log(Math.max(after, knot) / Math.max(vix, knot)),
  ];

/** Knot so many points above where VIX stood; for rises. */
export const atRise =
  (points: number): Split =>
  (vix, after) => {
    const knot = Math.min(after, vix + points);
    return [Math.log(knot / vix), Math.log(after / knot)];
  };

export interface KnotFit {
  readonly below: number;
  readonly above: number;
}

/** Both powers by least squares through the origin (2 x 2 normal equations). */
export function fitKnot(moves: readonly SlopeMove[], split: Split): KnotFit {
  const parts = moves.map(({ vix, after, lnLonger }) => [...split(vix, after), lnLonger] as const);
  const sum = (of: (low: number, high: number, y: number) => number): number =>
    parts.reduce((total, [low, high, y]) => total + of(low, high, y), 0);
  const [ll, lh, hh] = [sum((l) => l * l), sum((l, h) => l * h), sum((_, h) => h * h)];
  const [ly, hy] = [sum((l, _, y) => l * y), sum((_, h, y) => h * y)];
  const determinant = ll * hh - lh * lh;
  return { below: (ly * hh - lh * hy) / determinant, above: (ll * hy - lh * ly) / determinant };
}

/** Root mean square of what a law leaves unexplained, in logs. */
export const logError = (moves: readonly SlopeMove[], law: (move: SlopeMove) => number): number =>
  Math.sqrt(moves.reduce((sum, move) => sum + (move.lnLonger - law(move)) ** 2, 0) / moves.length);
