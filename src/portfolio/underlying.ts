import type { Contract, FutureRoot, OptionRoot } from '../market/contract.ts';

/** What a root is an option or future on. */
export type UnderlyingName = 'SPX' | 'XSP' | 'SPY' | 'VIX';

const UNDERLYINGS: Readonly<Record<OptionRoot | FutureRoot, UnderlyingName>> = {
  SPX: 'SPX',
  SPXW: 'SPX',
  XSP: 'XSP',
  SPY: 'SPY',
  VIX: 'VIX',
  VIXW: 'VIX',
  VX: 'VIX',
  VXM: 'VIX',
};

export const underlyingOf = ({ root }: Contract): UnderlyingName => UNDERLYINGS[root];

/** Points of the S&P 500 per point of the underlying: XSP and SPY are a tenth of it. */
export const SPX_POINTS = { SPX: 1, XSP: 10, SPY: 10 } as const;
