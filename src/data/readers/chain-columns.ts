/** What a column of a chain file holds, where one row is one contract. */
export interface ChainColumns {
  readonly underlying: number;
  readonly right: number;
  readonly expiration: number;
  readonly strike: number;
  readonly bid: number;
  readonly ask: number;
  /** Date of the quotes; may carry a time. */
  readonly date: number;
  /** -1 where the vendor has none. */
  readonly symbol: number;
  readonly root: number;
  readonly spot: number;
  readonly volume: number;
  readonly openInterest: number;
  /** Instant the file was written, where it differs from the quotes' date. */
  readonly written: number;
  /** Quotes of 15:45 New York by the vendor's own definition. */
  readonly isQuarterBefore: boolean;
}

/** Header names by meaning, best first; vendors: the old Cboe `quotedata.dat`, DeltaNeutral, DataShop, snapshots. */
const NAMES = {
  underlying: ['underlying', 'underlyingsymbol', 'underlying_symbol', 'underlying_index', 'ticker'],
  right: ['type', 'option_type', 'optiontype'],
  expiration: ['expiration', 'expiry'],
  strike: ['strike'],
  bid: ['bid', 'bid_price', 'bid_1545'],
  ask: ['ask', 'ask_price', 'ask_1545'],
  date: ['quotedate', 'datadate', 'quote_date', 'exchange_time', 'spot_date'],
  symbol: ['optionroot', 'optionsymbol', 'contractsymbol', 'contract'],
  root: ['root'],
  spot: ['underlying_last', 'underlyingprice', 'spot_price', 'underlying_bid_1545', 's'],
  volume: ['volume', 'trade_volume'],
  openInterest: ['openinterest', 'open_interest'],
  written: ['downloaded_at_utc'],
} as const;

const REQUIRED = ['underlying', 'right', 'expiration', 'strike', 'bid', 'ask', 'date'] as const;

/** Positions of a header's columns; undefined unless every required one is there. */
export function chainColumns(names: readonly string[]): ChainColumns | undefined {
  const at = Object.fromEntries(
    Object.entries(NAMES).map(([role, spellings]) => {
      const spelling = spellings.find((name) => names.includes(name));
      return [role, spelling === undefined ? -1 : names.indexOf(spelling)];
    }),
  ) as Record<keyof typeof NAMES, number>;
  const isComplete = REQUIRED.every((role) => at[role] !== -1);
  return isComplete ? { ...at, isQuarterBefore: names[at.bid] === 'bid_1545' } : undefined;
}
