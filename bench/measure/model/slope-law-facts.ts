import { SLOPE_KNOT, SLOPE_POWERS, slopeFactor } from '../../../src/portfolio/scenario/slope-beta.ts';
import { type Fact, fact } from './fact.ts';
import type { IndexDay } from './index-days.ts';
import { HIGHEST_RATIO, LOG_ERRORS, MONOTONE, type SlopeLaw } from './slope-evidence.ts';
import {
  atLevel,
  atRise,
  fitKnot,
  LARGE,
  logError,
  risesFrom,
  type SlopeMove,
  type Split,
  slopeMoves,
} from './slope-moves.ts';

const VERY_LARGE = 10;

type Law = (move: SlopeMove) => number;

const fitted = (moves: readonly SlopeMove[], split: Split): Law => {
  const { below, above } = fitKnot(risesFrom(moves, LARGE), split);
  return ({ vix, after }) => {
    const [low, high] = split(vix, after);
    return below * low + above * high;
  };
};

const stepped =
  (beyond: number): Law =>
  ({ vix, after, lnVix }) =>
    (after - vix <= VERY_LARGE ? SLOPE_POWERS.vix3m.below : beyond) * lnVix;

function lawOf(law: SlopeLaw, moves: readonly SlopeMove[]): Law {
  switch (law) {
    case 'fitted knot at a VIX of 30':
      return fitted(moves, atLevel(SLOPE_KNOT));
    case 'fitted knot at a rise of 10':
      return fitted(moves, atRise(VERY_LARGE));
    case 'the rule':
      return ({ vix, after }) => Math.log(slopeFactor('vix3m', vix, after));
    case '.60 throughout':
      return stepped(SLOPE_POWERS.vix3m.below);
    case '.60, .75 of rises beyond 10':
      return stepped(0.75);
    case '.60, .90 of rises beyond 10':
      return stepped(0.9);
  }
}

function errorFacts(days: readonly IndexDay[]): readonly Fact[] {
  const [one, five] = [slopeMoves(days, 'vix3m', 1), slopeMoves(days, 'vix3m', 5)];
  const errorOf = (law: SlopeLaw, moves: readonly SlopeMove[]): number =>
    logError(risesFrom(moves, VERY_LARGE), lawOf(law, moves));
  return LOG_ERRORS.flatMap((row) => [
    fact(`slope.error.1d.${row.law}`, row.one, errorOf(row.law, one), 3),
    fact(`slope.error.5d.${row.law}`, row.five, errorOf(row.law, five), 3),
  ]);
}

/** Whether 93 VIX3M^2 - 30 VIX^2 never falls while VIX rises point by point. */
function forwardRises(
  vix: number,
  vix3m: number,
  points: number,
  factor: (after: number) => number,
): boolean {
  let last = Number.NEGATIVE_INFINITY;
  for (let rise = 0; rise <= points; rise++) {
    const after = vix + rise;
    const forward = 93 * (vix3m * factor(after)) ** 2 - 30 * after ** 2;
    if (forward < last - 1e-9) return false;
    last = forward;
  }
  return true;
}

function monotoneFacts(days: readonly IndexDay[]): readonly Fact[] {
  const pairs = days.flatMap(({ vix, vix3m }) =>
    vix === undefined || vix3m === undefined ? [] : [{ vix, vix3m }],
  );
  const rule = (points: number): number =>
    pairs.filter(({ vix, vix3m }) =>
      forwardRises(vix, vix3m, points, (after) => slopeFactor('vix3m', vix, after)),
    ).length;
  const single = (points: number): number =>
    pairs.filter(({ vix, vix3m }) =>
      forwardRises(vix, vix3m, points, (after) => (after / vix) ** SLOPE_POWERS.vix3m.below),
    ).length;
  return [
    fact('slope.monotone.sessions', MONOTONE.sessions, pairs.length, 0),
    ...([30, 45, 60] as const).flatMap((points) => [
      fact(`slope.monotone.rule.+${points}`, MONOTONE.rule[points], rule(points), 0),
      fact(`slope.monotone.single.+${points}`, MONOTONE.single[points], single(points), 0),
    ]),
    fact('slope.ratio.highest', HIGHEST_RATIO, Math.max(...pairs.map(({ vix, vix3m }) => vix / vix3m)), 2),
  ];
}

/** How the rule and what it was chosen over do on record, found again in the closes. */
export const slopeLawFacts = (days: readonly IndexDay[]): readonly Fact[] => [
  ...errorFacts(days),
  ...monotoneFacts(days),
];
