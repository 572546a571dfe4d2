import type { OptionRoot } from '../../../market/contract.ts';

/** Points of the S&P 500 per point of a root's underlying: XSP and SPY are a tenth of it. */
export const indexScale = (root: OptionRoot): number => (root === 'XSP' || root === 'SPY' ? 10 : 1);
