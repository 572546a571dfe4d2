import { impliedVol } from '../implied-vol.ts';
import type { TotalVarianceSmile } from './smile-moments.ts';
import type { StripPrice, StripSelection } from './strip-selection.ts';

/** A quote as a point of the smile. */
interface Knot {
  readonly k: number;
  readonly totalVariance: number;
}

/**
 * A smile through the quotes of a strip: total variance linear in log-moneyness between them, and the outermost vol held
 * beyond the last one either side.
 *
 * It turns the sum over listed strikes into an integral over all of them: neither the distance between strikes nor where
 * quotes end then biases the strip, which is what Jiang and Tian found wrong with VIX. Straight lines, where they use
 * splines, cannot overshoot through noisy quotes. Quotes without an implied vol (at or below intrinsic) are passed over.
 *
 * @param growth  e^{RT}
 * @returns undefined when no quote has an implied vol
 * @see Jiang and Tian (2007), Extracting model-free volatility from option prices, J. Derivatives 14(3), 35-60
 */
export function quotedSmile(selection: StripSelection, growth: number): TotalVarianceSmile | undefined {
  const knots = selection.prices.flatMap((price) => knotOf(price, selection.forward, growth) ?? []);
  const [first, last] = [knots[0], knots.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const totalVariance = (k: number): number => {
    if (k <= first.k) return first.totalVariance;
    if (k >= last.k) return last.totalVariance;
    const above = firstAbove(knots, k);
    const [low, high] = [knots[above - 1] ?? first, knots[above] ?? last];
    return low.totalVariance + ((high.totalVariance - low.totalVariance) * (k - low.k)) / (high.k - low.k);
  };
  return { totalVariance, corners: knots.map(({ k }) => k) };
}

/** Index of the first knot above k, which lies between the first and the last. */
function firstAbove(knots: readonly Knot[], k: number): number {
  let [low, high] = [0, knots.length - 1];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((knots[middle]?.k ?? 0) > k) high = middle;
    else low = middle;
  }
  return high;
}

function knotOf({ strike, side, price }: StripPrice, forward: number, growth: number): Knot | undefined {
  const undiscounted = price * growth;
  // The mean of put and call at K0 holds half of what the call has in the money.
  const premium = side === 'both' ? undiscounted - Math.max(forward - strike, 0) / 2 : undiscounted;
  const solved = impliedVol({
    right: side === 'call' ? 'call' : 'put',
    premium,
    forward,
    strike,
    expiry: 1,
    discount: 1,
  });
  return solved.ok && solved.value > 0
    ? { k: Math.log(strike / forward), totalVariance: solved.value ** 2 }
    : undefined;
}
