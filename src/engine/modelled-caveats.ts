import type { QuoteOrigins } from '../market/quote-origins.ts';

/** Said beside every result that rests on modelled quotes of a real day. */
const ALWAYS: readonly string[] = [
  'option prices are modelled, not traded; of that day only the closes listed as real are real',
  'the model was fitted to volatility indices of 2010-2026 and to SPX chains of 2019: for earlier days that is look-ahead',
  'the level of skew is nearly constant by construction: how richly skew was paid that day, which decides much of what a condor earns, is assumed',
  'before September 2009 the slope of volatility is a regression on VIX, and before 2003 VIX itself was computed afterwards',
  'fills, bid and ask, and margin are assumptions; gaps in the quotes such as those of early 2020 do not appear',
  'expect credits wrong by 10 % either way, more in 5-delta wings and under two weeks: an edge below a fifth of the credit cannot be told from none',
  'under five days to expiration the prices are extrapolation',
];

const listed = (title: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : [`${title}: ${lines.join('; ')}`];

/** @param origins  absent where whoever made the quotes did not say */
export const modelledCaveats = (origins: QuoteOrigins | undefined): readonly string[] => [
  'MODELLED quotes: computed from the indices of the day; nobody quoted or traded them',
  ...(origins === undefined
    ? []
    : [
        ...listed('real', origins.real),
        ...listed('proxied', origins.proxied),
        ...listed('modelled', origins.modelled),
      ]),
  ...ALWAYS,
];

/** Measured on the one real VIX chain held (validation rows `model.vix-chain`). */
export const CHEAP_VIX_CALLS =
  'its VIX calls far above the future cost about half of what the one real chain held asked: hedges look cheaper here than they are';
