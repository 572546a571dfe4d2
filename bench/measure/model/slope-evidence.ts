import type { LongerIndex } from '../../../src/portfolio/scenario/slope-beta.ts';

/** Rises of VIX from `from` to below `below` points: how a longer index followed. */
export interface SizeRow {
  readonly index: LongerIndex;
  readonly sessions: 1 | 5;
  readonly from: number;
  readonly below: number;
  readonly n: number;
  readonly episodes: number;
  /** One power over the whole rise, least squares in logs. */
  readonly power: number;
  /** Median over the rises of ln(longer' / longer) / ln(VIX' / VIX). */
  readonly median: number;
}

type Cells = readonly [
  from: number,
  below: number,
  n: number,
  episodes: number,
  power: number,
  median: number,
];

const sizes = (index: LongerIndex, sessions: 1 | 5, rows: readonly Cells[]): readonly SizeRow[] =>
  rows.map(([from, below, n, episodes, power, median]) => ({
    index,
    sessions,
    from,
    below,
    n,
    episodes,
    power,
    median,
  }));

const REST = Number.POSITIVE_INFINITY;

/** Power by size of the rise; rises below 2 % of VIX are left out, where a ratio of logs is noise. */
export const BY_SIZE: readonly SizeRow[] = [
  ...sizes('vix3m', 1, [
    [0, 2, 1045, 1045, 0.54, 0.55],
    [2, 5, 266, 266, 0.6, 0.62],
    [5, 10, 41, 41, 0.64, 0.65],
    [10, 15, 9, 9, 0.65, 0.66],
    [15, 20, 3, 3, 0.7, 0.71],
    [20, REST, 3, 3, 0.71, 0.76],
  ]),
  ...sizes('vix3m', 5, [
    [0, 2, 899, 392, 0.53, 0.54],
    [2, 5, 523, 237, 0.59, 0.6],
    [5, 10, 165, 92, 0.63, 0.63],
    [10, 15, 32, 21, 0.64, 0.66],
    [15, 20, 9, 7, 0.65, 0.68],
    [20, REST, 16, 8, 0.72, 0.74],
  ]),
  ...sizes('vix6m', 1, [
    [0, 2, 1045, 1045, 0.36, 0.35],
    [2, 5, 266, 266, 0.41, 0.43],
    [5, 10, 41, 41, 0.45, 0.46],
    [10, 15, 9, 9, 0.45, 0.45],
    [15, 20, 3, 3, 0.52, 0.53],
    [20, REST, 3, 3, 0.53, 0.64],
  ]),
  ...sizes('vix6m', 5, [
    [0, 2, 899, 392, 0.35, 0.34],
    [2, 5, 523, 237, 0.41, 0.4],
    [5, 10, 165, 92, 0.44, 0.43],
    [10, 15, 32, 21, 0.45, 0.47],
    [15, 20, 9, 7, 0.48, 0.49],
    [20, REST, 16, 8, 0.54, 0.56],
  ]),
];

/** Powers below and above a VIX of 30, fitted to moves of two points and more. */
export interface KnotRow {
  readonly index: LongerIndex;
  readonly sessions: 1 | 5;
  readonly moves: 'rises' | 'falls' | 'rises-without-2020';
  readonly n: number;
  readonly below: number;
  readonly above: number;
}

const knot = (
  index: LongerIndex,
  sessions: 1 | 5,
  moves: KnotRow['moves'],
  [n, below, above]: readonly [number, number, number],
): KnotRow => ({ index, sessions, moves, n, below, above });

export const KNOT_FITS: readonly KnotRow[] = [
  knot('vix3m', 1, 'rises', [322, 0.59, 0.76]),
  knot('vix3m', 5, 'rises', [745, 0.6, 0.87]),
  knot('vix3m', 1, 'falls', [273, 0.59, 0.68]),
  knot('vix3m', 5, 'falls', [811, 0.6, 0.67]),
  knot('vix3m', 1, 'rises-without-2020', [290, 0.59, 0.74]),
  knot('vix3m', 5, 'rises-without-2020', [683, 0.6, 0.81]),
  knot('vix6m', 1, 'rises', [322, 0.4, 0.59]),
  knot('vix6m', 5, 'rises', [745, 0.4, 0.72]),
  knot('vix6m', 1, 'falls', [273, 0.4, 0.5]),
  knot('vix6m', 5, 'falls', [811, 0.41, 0.48]),
  knot('vix6m', 1, 'rises-without-2020', [290, 0.4, 0.54]),
  knot('vix6m', 5, 'rises-without-2020', [683, 0.41, 0.63]),
];

/** Root mean square log error of VIX3M under rises of ten points and more, over one session (15) and five (57). */
export const LOG_ERRORS: readonly { readonly law: SlopeLaw; readonly one: number; readonly five: number }[] =
  [
    { law: 'fitted knot at a VIX of 30', one: 0.032, five: 0.058 },
    { law: 'fitted knot at a rise of 10', one: 0.036, five: 0.075 },
    { law: 'the rule', one: 0.038, five: 0.059 },
    { law: '.60 throughout', one: 0.052, five: 0.092 },
    { law: '.60, .75 of rises beyond 10', one: 0.051, five: 0.09 },
    { law: '.60, .90 of rises beyond 10', one: 0.104, five: 0.156 },
  ];

export type SlopeLaw =
  | 'fitted knot at a VIX of 30'
  | 'fitted knot at a rise of 10'
  | 'the rule'
  | '.60 throughout'
  | '.60, .75 of rises beyond 10'
  | '.60, .90 of rises beyond 10';

/** Of the sessions on record, how many keep forward variance from falling on the way to so many points more VIX. */
export const MONOTONE = {
  sessions: 4175,
  rule: { 30: 4175, 45: 4175, 60: 4175 },
  single: { 30: 2601, 45: 498, 60: 51 },
} as const;

/** Highest close of VIX / VIX3M. */
export const HIGHEST_RATIO = 1.34;
