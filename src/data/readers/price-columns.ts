/** What a column of a price history holds. */
export type PriceRole = 'date' | 'open' | 'high' | 'low' | 'close' | 'adjClose' | 'volume' | 'ignored';

/** Header names of Cboe, Yahoo, yfinance, Stooq, Nasdaq and Investing.com histories. */
const ROLES: Readonly<Record<string, PriceRole>> = {
  date: 'date',
  open: 'open',
  high: 'high',
  low: 'low',
  close: 'close',
  'close/last': 'close',
  price: 'close',
  'adj close': 'adjClose',
  volume: 'volume',
  // Investing.com writes volumes as 1.2M and a change nobody needs.
  'vol.': 'ignored',
  'change %': 'ignored',
};

/** Roles of a header's columns; undefined when a name is foreign, or there is no date or close. */
export function priceRoles(names: readonly string[]): readonly PriceRole[] | undefined {
  const isYfinance = names[0] === 'price' && names.includes('close');
  const roles = names.map((name, i) => (i === 0 && isYfinance ? 'date' : ROLES[name]));
  const known = roles.filter((role) => role !== undefined);
  const fits = known.length === names.length && known[0] === 'date' && known.includes('close');
  return fits && new Set(known.filter((role) => role !== 'ignored')).size >= 2 ? known : undefined;
}

/** yfinance writes closes with dividends already folded in, and puts `Close` first; Nasdaq says `Close/Last`. */
export const isAutoAdjusted = (names: readonly string[]): boolean =>
  names[1] === 'close' && !names.includes('adj close');
