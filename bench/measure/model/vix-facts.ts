import { autocorrelations } from '../../../src/quant/statistics/autocorrelation.ts';
import { kurtosis, skewness } from '../../../src/quant/statistics/moments.ts';
import { stdDev } from '../../../src/quant/stats.ts';
import {
  logMoves,
  type MarketColumns,
  meanOf,
  percentileOf,
  present,
  ratios,
  type StylisedFact,
  shareOf,
  stylisedFact,
} from './market-columns.ts';

const LAGS = [1, 5, 21, 63, 126, 252] as const;

/** All lags at once: the fact list asks for six of the same series. */
const remembered = new WeakMap<MarketColumns, Float64Array>();
function logVixAcf(columns: MarketColumns): Float64Array {
  const known =
    remembered.get(columns) ??
    autocorrelations(present(columns.vix).map(Math.log), Math.max(...LAGS)) ??
    new Float64Array(0);
  remembered.set(columns, known);
  return known;
}

const annualMove = (column: Float64Array): number | undefined => {
  const moves = logMoves(column);
  return moves.length < 2 ? undefined : stdDev(moves) * Math.sqrt(252);
};

const points = 'VIX points';

/** Where VIX and its family stand and how they move. */
export const VIX_FACTS: readonly StylisedFact[] = [
  stylisedFact('vix-mean', 'mean VIX', 1, ({ vix }) => meanOf(vix), points),
  ...(
    [
      ['min', 0],
      ['p5', 0.05],
      ['median', 0.5],
      ['p95', 0.95],
      ['p99', 0.99],
      ['max', 1],
    ] as const
  ).map(([name, share]) =>
    stylisedFact(`vix-${name}`, `VIX: ${name}`, 1, ({ vix }) => percentileOf(vix, share), points),
  ),
  stylisedFact('vix-below-9', 'share of days with VIX below 9', 4, ({ vix }) => shareOf(vix, (v) => v < 9)),
  ...LAGS.map((lag) =>
    stylisedFact(
      `ln-vix-acf-${lag}`,
      `autocorrelation of ln VIX at ${lag} sessions`,
      2,
      (columns) => logVixAcf(columns)[lag],
    ),
  ),
  stylisedFact('ln-vix-vol', 'annualised deviation of daily ln VIX moves', 2, ({ vix }) => annualMove(vix)),
  stylisedFact('ln-vix3m-vol', 'the same of VIX3M', 2, ({ vix3m }) => annualMove(vix3m)),
  stylisedFact('ln-vix6m-vol', 'the same of VIX6M', 2, ({ vix6m }) => annualMove(vix6m)),
  stylisedFact('ln-vix-skew', 'skewness of daily ln VIX moves', 2, ({ vix }) => skewness(logMoves(vix))),
  stylisedFact(
    'ln-vix-kurtosis',
    'excess kurtosis of daily ln VIX moves',
    1,
    ({ vix }) => (kurtosis(logMoves(vix)) ?? 3) - 3,
  ),
  stylisedFact('slope-mean', 'mean VIX3M / VIX', 3, ({ vix, vix3m }) => meanOf(ratios(vix3m, vix))),
  stylisedFact('slope-sd', 'deviation of VIX3M / VIX', 3, ({ vix, vix3m }) => {
    const slopes = present(ratios(vix3m, vix));
    return slopes.length < 2 ? undefined : stdDev(slopes);
  }),
  stylisedFact('contango-3m', 'share of days with VIX3M above VIX', 2, ({ vix, vix3m }) =>
    shareOf(ratios(vix3m, vix), (r) => r > 1),
  ),
  stylisedFact('contango-6m', 'share of days with VIX6M above VIX3M', 2, ({ vix3m, vix6m }) =>
    shareOf(ratios(vix6m, vix3m), (r) => r > 1),
  ),
  stylisedFact('vvix-mean', 'mean VVIX', 0, ({ vvix }) => meanOf(vvix), 'VVIX points'),
  stylisedFact('vvix-p5', 'VVIX: 5th percentile', 0, ({ vvix }) => percentileOf(vvix, 0.05), 'VVIX points'),
  stylisedFact('vvix-p95', 'VVIX: 95th percentile', 0, ({ vvix }) => percentileOf(vvix, 0.95), 'VVIX points'),
];
