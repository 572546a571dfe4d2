import { otmShare } from '../../quant/black76.ts';
import { normalPdf } from '../../quant/normal.ts';
import { GRID_K } from '../grid/smile-axes.ts';
import { smilePremium, smileSd } from '../index-smile.ts';
import type { IndexExpiration } from '../model-market.ts';
import { emptyQuotes, type QuoteColumnsPair, type Quoting, quoteStrike } from './quote-columns.ts';

const [LOWEST, HIGHEST] = [GRID_K[0], GRID_K.at(-1) ?? 0];

/**
 * Quotes of SPX options at the strikes of one expiration. Fair prices are those of `modelPrice`; the spread follows vega,
 *
 *     vega = D F sqrt(T) n(d1) / 100   points per vol point
 *
 * which beyond the grid's strikes, seven deviations down and three up, is less than any tick and taken as 0.
 *
 * @param scale  points of SPX per point of the contract's own index: 10 for XSP
 */
export function indexQuotes(
  { forward, discount, smile, years }: IndexExpiration,
  strikes: Float64Array,
  quoting: Quoting,
  scale = 1,
): QuoteColumnsPair {
  const columns = emptyQuotes(strikes.length);
  const [lowest, highest] = [LOWEST * smile.swapSd, HIGHEST * smile.swapSd];
  const unit = discount / scale;
  const vegaUnit = (unit * forward * Math.sqrt(years)) / 100;
  for (let i = 0; i < strikes.length; i++) {
    const strike = (strikes[i] ?? 0) * scale;
    const logStrike = Math.log(strike / forward);
    let [time, vega] = [0, 0];
    if (logStrike >= lowest && logStrike <= highest) {
      const sd = smileSd(smile, logStrike);
      time = Math.min(forward, strike) * otmShare(Math.abs(logStrike), sd);
      vega = vegaUnit * normalPdf(sd / 2 - logStrike / sd);
    } else time = forward * smilePremium(smile, logStrike);
    const call = unit * (Math.max(forward - strike, 0) + time);
    const put = unit * (Math.max(strike - forward, 0) + time);
    quoteStrike(columns, i, quoting, call, put, vega);
  }
  return columns;
}
