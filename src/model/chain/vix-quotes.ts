import type { VixExpiration } from '../model-market.ts';
import { vixCall } from '../vix-law.ts';
import { emptyQuotes, type QuoteColumnsPair, type Quoting, quoteStrike } from './quote-columns.ts';

/** Quotes of VIX options at the strikes of one expiration; puts by parity on the future. Their spreads know no vega. */
export function vixQuotes(
  { law, discount }: VixExpiration,
  strikes: Float64Array,
  quoting: Quoting,
): QuoteColumnsPair {
  const columns = emptyQuotes(strikes.length);
  for (let i = 0; i < strikes.length; i++) {
    const strike = strikes[i] ?? 0;
    const call = vixCall(law, strike);
    const put = Math.max(call + strike - law.future, 0);
    quoteStrike(columns, i, quoting, discount * call, discount * put, 0);
  }
  return columns;
}
