import { type Cents, cents, type Points, points, type Vol } from '../../core/units.ts';
import { condorPayout, probabilityBetween } from '../../quant/lognormal.ts';
import { pricePoints } from '../price-points.ts';

/** A condor in the points of its own root, with what it brings after costs. */
export interface CondorTerms {
  readonly longPut: Points;
  readonly shortPut: Points;
  readonly shortCall: Points;
  readonly longCall: Points;
  readonly creditNet: Points;
  readonly multiplier: number;
}

export interface DensityInputs {
  /** Forward in the points of the root traded. */
  readonly forward: number;
  readonly vol: Vol;
  readonly expiry: number;
  readonly discount: number;
}

export interface CondorEconomics {
  /** The wider wing less the net credit, per condor. */
  readonly maxLoss: Cents;
  readonly breakevens: readonly [Points, Points];
  readonly breakEvenWinRate: number;
  readonly probabilityOfProfit: number;
  /** Per condor: net credit less discounted expected payout less the hedge's share. */
  readonly expectedValue: Cents;
  /** Expected value and standard deviation of the outcome, per unit of max loss, over the life of the trade. */
  readonly expectedShare: number;
  readonly deviationShare: number;
  /** What the hedge costs this condor over its life, points. */
  readonly hedgeCost: Points;
}

export const wingWidth = ({ longPut, shortPut, shortCall, longCall }: CondorTerms): number =>
  Math.max(shortPut - longPut, longCall - shortCall);

/**
 * What a condor is worth under a lognormal density with its mean at the forward (drift r - q, methodology 3.7.2).
 *
 *     EV = c_net - D E[payout] - h L T,   win rate to break even = L / (c_net + L),   L = W - c_net
 *
 * @param hedgeRate  h: hedge cost per year per unit of core max loss (methodology 3.0, E3)
 */
export function condorEconomics(
  terms: CondorTerms,
  density: DensityInputs,
  hedgeRate: number,
): CondorEconomics {
  const { creditNet, multiplier } = terms;
  const width = wingWidth(terms);
  const loss = width - creditNet;
  const { mean, deviation } = condorPayout({ ...density, ...terms });
  const hedgeCost = hedgeRate * loss * density.expiry;
  const value = creditNet - density.discount * mean - hedgeCost;
  const breakevens = [
    pricePoints(terms.shortPut - creditNet),
    pricePoints(terms.shortCall + creditNet),
  ] as const;
  return {
    maxLoss: cents(loss * multiplier * 100),
    breakevens,
    breakEvenWinRate: loss / (creditNet + loss),
    probabilityOfProfit: probabilityBetween({ ...density, low: breakevens[0], high: breakevens[1] }),
    expectedValue: cents(value * multiplier * 100),
    expectedShare: value / loss,
    deviationShare: (density.discount * deviation) / loss,
    hedgeCost: points(hedgeCost),
  };
}
