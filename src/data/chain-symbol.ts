import type { Underlying } from '../market/chain.ts';
import { OPTION_ROOTS, type OptionRoot, type Right } from '../market/contract.ts';

/** What a vendor's contract symbol says. */
export interface ChainSymbol {
  /** Letters before the date: `SPXW`. */
  readonly root: string;
  /** `YYYY-MM-DD` as written; compared with the row's own date, so not checked again here. */
  readonly expiration: string;
  readonly right: Right;
  /** Only where the strike has its regular eight digits; some vendors write more. */
  readonly strike?: number;
}

const SYMBOL = /^([A-Z]{1,6})[ -]*(\d{2})(\d{2})(\d{2})([CP])(\d{8,13})$/;
const REGULAR_DIGITS = 8;

/**
 * Root, date, right and strike of a symbol as chain files write it. `market/osi.ts` reads exact symbols; this one also
 * takes strikes of more than eight digits (`SPX170217C0000205000`) and builds nothing, since a file has 14,000 of them.
 */
export function chainSymbol(text: string): ChainSymbol | undefined {
  const match = SYMBOL.exec(text.trim());
  if (match === null) return undefined;
  const [, root = '', year, month, day, right, strike = ''] = match;
  const identity = {
    root,
    expiration: `20${year}-${month}-${day}`,
    right: right === 'C' ? ('call' as const) : ('put' as const),
  };
  return strike.length === REGULAR_DIGITS ? { ...identity, strike: Number(strike) / 1000 } : identity;
}

export const isOptionRoot = (text: string): text is OptionRoot =>
  (OPTION_ROOTS as readonly string[]).includes(text);

/** The underlying of each root: SPX and SPXW options are both on SPX, and differ in how they settle. */
export const UNDERLYING_OF: Readonly<Record<OptionRoot, Underlying>> = {
  SPX: 'SPX',
  SPXW: 'SPX',
  XSP: 'XSP',
  SPY: 'SPY',
  VIX: 'VIX',
  VIXW: 'VIX',
};
