import { percentile } from '../../../src/quant/stats.ts';

/** Closes by session, columns of one length; NaN where an index has none. */
export interface MarketColumns {
  readonly spx: Float64Array;
  readonly vix: Float64Array;
  readonly vix3m: Float64Array;
  readonly vix6m: Float64Array;
  readonly vvix: Float64Array;
}

/** One thing history does, to be held against what a world does. */
export interface StylisedFact {
  readonly id: string;
  readonly unit: string;
  readonly says: string;
  readonly digits: number;
  /** Undefined where the columns have no case of it. */
  readonly of: (columns: MarketColumns) => number | undefined;
}

/** A fact; `digits` are those it is shown with. */
export const stylisedFact = (
  id: string,
  says: string,
  digits: number,
  of: StylisedFact['of'],
  unit = '',
): StylisedFact => ({ id, says, digits, of, unit });

/** Values that exist. */
export const present = (column: Float64Array): Float64Array => column.filter((value) => !Number.isNaN(value));

/** Differences of the logarithm over the sessions on which both ends exist. */
export const logMoves = (column: Float64Array): Float64Array =>
  present(
    Float64Array.from(column, (value, i) =>
      i === 0 ? Number.NaN : Math.log(value / (column[i - 1] as number)),
    ),
  );

export const meanOf = (values: Float64Array): number | undefined => {
  const held = present(values);
  return held.length === 0 ? undefined : held.reduce((sum, value) => sum + value, 0) / held.length;
};

export const shareOf = (values: Float64Array, isCase: (value: number) => boolean): number | undefined =>
  meanOf(Float64Array.from(values, (value) => (Number.isNaN(value) ? Number.NaN : isCase(value) ? 1 : 0)));

export const percentileOf = (values: Float64Array, share: number): number | undefined => {
  const held = present(values);
  return held.length === 0 ? undefined : percentile(held, share);
};

/** One column over another. */
export const ratios = (above: Float64Array, below: Float64Array): Float64Array =>
  above.map((value, i) => value / (below[i] as number));
