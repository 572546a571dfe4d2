import type { Series } from '../../market/history.ts';
import { allOf, column, returning } from './demo-column.ts';
import { monthlyMeans, periods, type SeededPath } from './demo-months.ts';
import { namedStream } from './named-stream.ts';

/** Price over trailing earnings where the two have kept pace. */
const USUAL_MULTIPLE = 21;
/** Months over which earnings follow prices: so much for a bear market, and P/E falls in one. */
const EARNINGS_LAG = 30;
const PAYOUT = 0.27;
const MONTHS_OF_PE10 = 120;

/** Earnings follow the smoothed price with surprises of their own, so P/E is dear after a rise and cheap after a fall. */
export function valuationSeries(path: SeededPath): Series[] {
  const random = namedStream(path.seed, 'SHILLER.earnings');
  const months = periods(path, 1);
  const prices = monthlyMeans(path, months);
  const own = returning(random, months.length, { mean: 0, sd: 0.08, memory: 18 });
  let follows = Math.log(prices[0] ?? 1);
  const earnings = prices.map((price, i) => {
    follows += (Math.log(price) - follows) / EARNINGS_LAG;
    return Math.exp(follows + (own[i] ?? 0)) / USUAL_MULTIPLE;
  });
  const decade = (i: number): number => {
    const past = earnings.subarray(Math.max(i + 1 - MONTHS_OF_PE10, 0), i + 1);
    return past.reduce((sum, one) => sum + one, 0) / past.length;
  };
  return [
    column('SHILLER.price', allOf(months), (i) => prices[i] ?? 0),
    column('SHILLER.earnings', allOf(months), (i) => earnings[i] ?? 0),
    column('SHILLER.dividend', allOf(months), (i) => PAYOUT * (earnings[i] ?? 0)),
    column('SHILLER.pe10', allOf(months), (i) => (prices[i] ?? 0) / decade(i)),
  ];
}
