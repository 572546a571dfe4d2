/** Band edges this close to a whole contract are that contract: 20 x 0.65 is 13, whatever the binary says. */
const DUST = 1e-9;

/**
 * Contracts to trade: nothing inside the no-trade band, to the band's edge outside it, and straight to the target
 * when nothing is held, because a hedge that does not exist cannot drift (methodology 3.8).
 *
 * The method's second test, that the gain of rebalancing exceed its round trip, is not applied: it is written in weights
 * whose base it leaves open, and on NAV, read literally, it never stops a trade of one contract.
 */
export function bandedTrade(held: number, wanted: number, band: number): number {
  if (held === 0 || wanted === 0) return wanted - held;
  if (Math.abs(held - wanted) <= band * wanted + DUST) return 0;
  return held < wanted
    ? Math.ceil(wanted * (1 - band) - DUST) - held
    : Math.floor(wanted * (1 + band) + DUST) - held;
}
