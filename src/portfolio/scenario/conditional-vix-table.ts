/** Sessions over which SPX moved. */
export type Horizon = 1 | 5 | 21;

/**
 * Which of the changes on record. After a fall `p90`, the worst decile for whoever is short vol, is the rise one in ten
 * exceeded; `p10` is the fall in which VIX hardly moved and a VIX hedge did not pay.
 */
export type VixQuantile = 'p10' | 'median' | 'p90';

/** What VIX did when SPX moved between the bucket before and `below`. */
export interface VixBucket {
  /** Upper edge of the SPX move, decimal, exclusive; the lower edge is that of the bucket before, inclusive. */
  readonly below: number;
  /** Median SPX move inside: moves crowd towards zero, and the outer buckets have no middle. */
  readonly centre: number;
  /** Starting sessions; windows of more than one session overlap. */
  readonly n: number;
  /** Windows that do not overlap: how often this really happened. */
  readonly episodes: number;
  /** Quantiles of VIX' - VIX in points (type 7). */
  readonly p10: number;
  readonly median: number;
  readonly p90: number;
}

export interface ConditionalVix {
  readonly sessions: Horizon;
  /** Largest fall and rise of SPX on record, decimal: beyond them there is nothing to say. */
  readonly lowest: number;
  readonly highest: number;
  readonly buckets: readonly VixBucket[];
}

/** VIX closes the windows began at, both inclusive: the middle of the record, 46 % of its sessions. */
export const START_VIX = { lowest: 13, highest: 20 } as const;

type BucketRow = readonly [
  below: number,
  centre: number,
  n: number,
  episodes: number,
  p10: number,
  median: number,
  p90: number,
];

const bucketOf = ([below, centre, n, episodes, p10, median, p90]: BucketRow): VixBucket => ({
  below,
  centre,
  n,
  episodes,
  p10,
  median,
  p90,
});

const conditional = (
  sessions: Horizon,
  lowest: number,
  highest: number,
  rows: readonly BucketRow[],
): ConditionalVix => ({ sessions, lowest, highest, buckets: rows.map(bucketOf) });

const REST = Number.POSITIVE_INFINITY;

/**
 * Change of VIX given the simple return of SPX over the same sessions, from a VIX of 13 to 20; closes 1990-01-02 to
 * 2026-07-29 (SPX as published by Yahoo, VIX by Cboe). As measured and not smoothed: beside the largest rises of SPX the
 * upper decile turns up again.
 */
export const CONDITIONAL_VIX: Readonly<Record<Horizon, ConditionalVix>> = {
  1: conditional(1, -0.041, 0.0294, [
    [-0.04, -0.041, 1, 1, 20.01, 20.01, 20.01],
    [-0.03, -0.0326, 8, 8, 4.27, 7.12, 8.62],
    [-0.02, -0.023, 42, 42, 2.07, 3.84, 5.7],
    [-0.01, -0.0135, 334, 334, 0.56, 1.69, 3.11],
    [0, -0.0032, 1577, 1577, -0.41, 0.34, 1.23],
    [0.01, 0.0037, 1845, 1845, -1.14, -0.37, 0.34],
    [0.02, 0.0124, 378, 378, -2.15, -0.98, -0.02],
    [REST, 0.022, 18, 18, -3.31, -2.01, 1.43],
  ]),
  5: conditional(5, -0.1169, 0.0726, [
    [-0.08, -0.1094, 5, 3, 20.89, 23.03, 26.07],
    [-0.05, -0.0545, 23, 16, 7.12, 11.33, 14.93],
    [-0.03, -0.037, 157, 91, 2.32, 4.49, 7.3],
    [-0.01, -0.0171, 792, 324, 0.13, 1.95, 4.21],
    [0.01, 0.0015, 1887, 680, -1.45, -0.06, 1.47],
    [0.03, 0.0164, 1207, 459, -2.84, -1.24, 0.3],
    [REST, 0.0337, 128, 78, -4.18, -2.24, 0.89],
  ]),
  21: conditional(21, -0.3297, 0.1356, [
    [-0.15, -0.2518, 13, 2, 26.8, 44.51, 62.11],
    [-0.1, -0.1114, 23, 12, 9.27, 16.92, 27.19],
    [-0.06, -0.0727, 165, 39, 3.94, 8.26, 14.96],
    [-0.03, -0.0412, 373, 74, 0.66, 3.91, 8.32],
    [0, -0.0123, 963, 143, -1.32, 1.14, 4.46],
    [0.03, 0.0151, 1588, 196, -2.89, -0.7, 2.1],
    [0.06, 0.04, 932, 130, -4.28, -1.77, 0.74],
    [REST, 0.0713, 127, 33, -5.03, -1.37, 1.75],
  ]),
};
