import type { Accuracy } from '../../src/quant/american/accuracy.ts';
import { type AmericanBoundary, americanBoundary } from '../../src/quant/american/american-boundary.ts';
import { americanWithDividends } from '../../src/quant/american/american-dividends.ts';
import { americanPremium } from '../../src/quant/american/american-premium.ts';
import { logBoundary } from '../../src/quant/american/boundary-curve.ts';
import { exercisePoints } from '../../src/quant/american/exercise-points.ts';
import { exerciseValue } from '../../src/quant/american/exercise-value.ts';
import { fixedPointBoundary } from '../../src/quant/american/fixed-point.ts';
import { timeQuadrature } from '../../src/quant/american/time-quadrature.ts';
import { type ErrorAt, numberIn, readVectors, type VectorRow, type Worst, worstOf } from './vectors.ts';

const rightOf = (row: VectorRow): 'call' | 'put' => (row['type'] === 'C' ? 'call' : 'put');
const nameOf = (row: VectorRow): string => Object.values(row).slice(0, 10).join(' ');

/** Worst |premium - reference|, strike 100, over the rows two equations and a grid agree on to 1e-6. */
export function americanContinuousError(root: string, accuracy: Accuracy = 'precise'): Worst {
  const boundaries = new Map<string, AmericanBoundary>();
  const boundaryOf = (row: VectorRow): AmericanBoundary => {
    const key = ['type', 'T', 'r', 'q', 'sigma'].map((column) => row[column]).join();
    const known = boundaries.get(key);
    if (known !== undefined) return known;
    const boundary = americanBoundary({
      right: rightOf(row),
      vol: numberIn(row, 'sigma'),
      expiry: numberIn(row, 'T'),
      rate: numberIn(row, 'r'),
      yield: numberIn(row, 'q'),
      accuracy,
    });
    boundaries.set(key, boundary);
    return boundary;
  };
  return worstOf(
    readVectors(root, 'vectors', 'american_continuous.csv')
      .filter((row) => row['status'] === 'verified_1e-6')
      .map((row) => {
        const premium = americanPremium(boundaryOf(row), numberIn(row, 'S'), numberIn(row, 'K'));
        return {
          error: Math.abs(premium - numberIn(row, 'american')),
          at: `american_continuous ${nameOf(row)}`,
        };
      }),
  );
}

/** From this many integration points on, the table's premiums were integrated to 1e-6 or better, not to 1e-3 or 1e-4. */
const FINE_POINTS = 24;
/** Well past convergence: what is left is the boundary's error, which is what the table is about. */
const PREMIUM_POINTS = 200;

/** |early-exercise premium - published| of every row of the paper's table, by the row's own scheme, in the file's order. */
export const aloTableErrors = (root: string): readonly ErrorAt[] =>
  readVectors(root, 'vectors', 'american_alo2016_table2.csv').map(aloError);

/** The worst of the rows whose published premium was integrated finely. */
export const aloTableError = (root: string): Worst =>
  worstOf(
    readVectors(root, 'vectors', 'american_alo2016_table2.csv')
      .filter((row) => numberIn(row, 'l') >= FINE_POINTS)
      .map(aloError),
  );

function aloError(row: VectorRow): ErrorAt {
  const at = `american_alo2016_table2 ${nameOf(row)}`;
  const put = {
    r: numberIn(row, 'r'),
    q: numberIn(row, 'q'),
    sigma: numberIn(row, 'sigma'),
    T: numberIn(row, 'T'),
  };
  const curve = fixedPointBoundary(put, {
    equation: row['scheme'] === 'FP-A' ? 'A' : 'B',
    points: numberIn(row, 'l'),
    iterations: numberIn(row, 'm'),
    nodes: numberIn(row, 'n'),
  });
  if (curve === undefined) return { error: Number.NaN, at };
  const quadrature = timeQuadrature('arc', PREMIUM_POINTS);
  const logAt = (k: number): number => logBoundary(curve, put.T * (quadrature.restRoot[k] as number) ** 2);
  const points = exercisePoints(put, put.T, quadrature, logAt);
  const [spot, strike] = [numberIn(row, 'S'), numberIn(row, 'K')];
  const premium = strike * exerciseValue(points, spot / strike, Math.log(spot / strike));
  return { error: Math.abs(premium - numberIn(row, 'published_premium')), at };
}

const DAYS_A_YEAR = 365;

/** Worst |premium - reference| / strike over the grid values with cash dividends, good to about 1e-6 themselves. */
export const americanDividendError = (root: string, accuracy: Accuracy = 'accurate'): Worst =>
  worstOf(
    readVectors(root, 'vectors', 'american_discrete_dividends.csv').map((row) =>
      dividendError(row, accuracy),
    ),
  );

function dividendError(row: VectorRow, accuracy: Accuracy): ErrorAt {
  const list = (column: string): readonly number[] => (row[column] ?? '').split(';').map(Number);
  const amounts = list('div_amounts');
  const strike = numberIn(row, 'K');
  const { premium } = americanWithDividends({
    right: rightOf(row),
    spot: numberIn(row, 'S'),
    strike,
    vol: numberIn(row, 'sigma'),
    expiry: numberIn(row, 'days') / DAYS_A_YEAR,
    rate: numberIn(row, 'r'),
    dividends: list('div_days').map((days, i) => ({
      time: days / DAYS_A_YEAR,
      amount: amounts[i] ?? Number.NaN,
    })),
    model: row['model'] === 'spot' ? 'spot' : 'escrowed',
    accuracy,
  });
  const error = Math.abs(premium - numberIn(row, 'american_richardson')) / strike;
  return { error, at: `american_discrete_dividends ${nameOf(row)}` };
}
