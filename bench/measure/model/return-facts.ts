import { autocorrelations } from '../../../src/quant/statistics/autocorrelation.ts';
import { maximumDrawdown } from '../../../src/quant/statistics/drawdown.ts';
import { kurtosis, skewness } from '../../../src/quant/statistics/moments.ts';
import { logReturns, stdDev } from '../../../src/quant/stats.ts';
import { type MarketColumns, meanOf, type StylisedFact, shareOf, stylisedFact } from './market-columns.ts';

const MONTH = 21;

/** Log-returns over overlapping windows. */
const returnsOver = (closes: Float64Array, sessions: number): Float64Array =>
  Float64Array.from({ length: closes.length - sessions }, (_, i) =>
    Math.log((closes[i + sessions] as number) / (closes[i] as number)),
  );

/** Correlation of today's return with the squared return so many sessions later. */
function leverage(returns: Float64Array, lag: number): number {
  const ahead = returns.subarray(lag).map((r) => r * r);
  const now = returns.subarray(0, returns.length - lag);
  const [meanNow, meanAhead] = [meanOf(now) ?? 0, meanOf(ahead) ?? 0];
  let sum = 0;
  for (let i = 0; i < now.length; i++)
    sum += ((now[i] as number) - meanNow) * ((ahead[i] as number) - meanAhead);
  return sum / ((now.length - 1) * stdDev(now) * stdDev(ahead));
}

const ofReturns =
  (of: (returns: Float64Array) => number | undefined) =>
  ({ spx }: MarketColumns): number | undefined =>
    of(logReturns(spx));

const excess = (values: Float64Array): number | undefined => {
  const plain = kurtosis(values);
  return plain === undefined ? undefined : plain - 3;
};

/** What the index does by itself. */
export const RETURN_FACTS: readonly StylisedFact[] = [
  stylisedFact(
    'spx-vol',
    'annualised deviation of daily returns',
    3,
    ofReturns((r) => stdDev(r) * Math.sqrt(252)),
  ),
  stylisedFact(
    'spx-growth',
    'mean log-return a year',
    3,
    ofReturns((r) => (meanOf(r) ?? 0) * 252),
  ),
  stylisedFact('spx-skew', 'skewness of daily returns', 2, ofReturns(skewness)),
  stylisedFact('spx-kurtosis', 'excess kurtosis of daily returns', 1, ofReturns(excess)),
  stylisedFact('spx-skew-21', 'skewness of 21-day returns', 2, ({ spx }) =>
    skewness(returnsOver(spx, MONTH)),
  ),
  stylisedFact('spx-kurtosis-21', 'excess kurtosis of 21-day returns', 1, ({ spx }) =>
    excess(returnsOver(spx, MONTH)),
  ),
  stylisedFact('drawdown', 'deepest fall from a peak', 2, ({ spx }) => -(maximumDrawdown(spx)?.depth ?? 0)),
  stylisedFact(
    'moves-3',
    'share of days beyond 3 % either way',
    4,
    ofReturns((r) => shareOf(r, (x) => Math.abs(x) > 0.03)),
  ),
  stylisedFact(
    'falls-5',
    'share of days below -5 %',
    4,
    ofReturns((r) => shareOf(r, (x) => x < -0.05)),
  ),
  ...[1, 5, 21, 63].map((lag) =>
    stylisedFact(
      `abs-return-acf-${lag}`,
      `autocorrelation of absolute returns at ${lag} sessions`,
      2,
      ofReturns((r) => autocorrelations(r.map(Math.abs), lag)?.[lag]),
    ),
  ),
  ...[1, 10].map((lag) =>
    stylisedFact(
      `leverage-${lag}`,
      `correlation of a return with the squared return ${lag} sessions later`,
      2,
      ofReturns((r) => leverage(r, lag)),
    ),
  ),
];
