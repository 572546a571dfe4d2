import { PreconditionError } from '../../core/errors.ts';
import { type SviParams, sviTotalVariance } from './svi.ts';

/** Quotes of one slice as columns of one length. */
export interface SviColumns {
  /** ln(K/F), ascending; repeats allowed. */
  readonly k: Float64Array;
  /** vol^2 T. */
  readonly totalVariance: Float64Array;
  /** >= 0; best the inverse variance of `totalVariance`. */
  readonly weight: Float64Array;
}

/** First and last quoted k, and the distance between them. */
export interface QuotedRange {
  readonly low: number;
  readonly high: number;
  readonly span: number;
}

/** @throws PreconditionError if the columns differ in length, k does not ascend, or a value is no quote */
export function checkSviColumns({ k, totalVariance, weight }: SviColumns): void {
  if (totalVariance.length !== k.length)
    throw new PreconditionError('totalVariance', `must have ${k.length} entries`, totalVariance.length);
  if (weight.length !== k.length)
    throw new PreconditionError('weight', `must have ${k.length} entries`, weight.length);
  let before = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < k.length; i++) {
    const [x, w, h] = [k[i] as number, totalVariance[i] as number, weight[i] as number];
    if (!Number.isFinite(x)) throw new PreconditionError('k', 'must be finite', x);
    if (x < before) throw new PreconditionError('k', 'must ascend', x);
    if (!(w > 0 && w < Number.POSITIVE_INFINITY))
      throw new PreconditionError('totalVariance', 'must be finite and > 0', w);
    if (!(h >= 0 && h < Number.POSITIVE_INFINITY))
      throw new PreconditionError('weight', 'must be finite and >= 0', h);
    before = x;
  }
}

/** The quotes that have weight; the same columns when all have. */
export function weighted(columns: SviColumns): SviColumns {
  const { k, totalVariance, weight } = columns;
  if (!weight.includes(0)) return columns;
  const has = (_: number, i: number): boolean => (weight[i] as number) > 0;
  return { k: k.filter(has), totalVariance: totalVariance.filter(has), weight: weight.filter(has) };
}

export function quotedRange({ k }: Pick<SviColumns, 'k'>): QuotedRange {
  const [low, high] = [k[0] as number, k[k.length - 1] as number];
  return { low, high, span: high - low };
}

/** Weighted mean of squared residuals in total variance. */
export function meanSquare({ k, totalVariance, weight }: SviColumns, params: SviParams): number {
  let sum = 0;
  let total = 0;
  for (let i = 0; i < k.length; i++) {
    const residual = sviTotalVariance(params, k[i] as number) - (totalVariance[i] as number);
    sum += (weight[i] as number) * residual * residual;
    total += weight[i] as number;
  }
  return sum / total;
}

/** Weighted mean of total variance. */
export function weightedMean({ totalVariance, weight }: SviColumns): number {
  let sum = 0;
  let total = 0;
  for (let i = 0; i < weight.length; i++) {
    sum += (weight[i] as number) * (totalVariance[i] as number);
    total += weight[i] as number;
  }
  return sum / total;
}
