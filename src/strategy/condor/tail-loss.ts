import { condorTailPayout } from '../../quant/condor-tail.ts';
import type { CondorTerms, DensityInputs } from './economics.ts';

/**
 * Mean outcome of the worst `share` of the density, points per condor: the net credit less the expected shortfall of
 * what the seller owes. Negative for any condor worth judging.
 */
export const tailOutcome = (
  { longPut, shortPut, shortCall, longCall, creditNet }: CondorTerms,
  { forward, vol, expiry }: DensityInputs,
  share: number,
): number =>
  creditNet - condorTailPayout({ forward, vol, expiry, longPut, shortPut, shortCall, longCall, share });
