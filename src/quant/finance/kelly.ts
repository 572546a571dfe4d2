import { requireFinite, requirePositive } from '../../core/errors.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import { type Outcomes, requireOutcomes } from './outcomes.ts';

/** A stake as a share of capital, and what it earns. */
export interface KellyBet {
  /** Share of capital put at risk; above 1 it is borrowed. */
  readonly fraction: number;
  /** Expected log growth of capital per bet at that share. */
  readonly growth: number;
}

export interface KellyFailure {
  /** No outcome loses: the more is staked the better, without end. */
  readonly code: 'no-loss';
}

/**
 * Expected log growth of capital when a share of it is staked.
 *
 *     G(f) = sum p_i ln(1 + f x_i)
 *
 * @returns -Infinity when an outcome of positive probability takes everything
 * @throws PreconditionError if the outcomes are no distribution or the share is not finite
 */
export function logGrowth(outcomes: Outcomes, fraction: number): number {
  requireOutcomes(outcomes);
  requireFinite('fraction', fraction);
  return growthAt(outcomes, fraction);
}

/**
 * The share of capital that makes it grow fastest in the long run: the f >= 0 that maximises E ln(1 + f x).
 *
 * G is concave and its slope E x / (1 + f x) falls from the mean to minus infinity at f = -1 / worst outcome, so the best
 * share is where the slope is 0: Newton's steps, halving the bracket when one leaves it. Without an edge (mean <= 0, a
 * certain loss among them) the best share is 0 and growth is 0.
 *
 * @returns the share and its growth; or `no-loss`
 * @throws PreconditionError if the outcomes are no distribution
 * @see Kelly (1956), Bell System Tech. J. 35, 917-926; Breiman (1961), Proc. 4th Berkeley Symposium 1, 65-78
 */
export function kelly(outcomes: Outcomes): Result<KellyBet, KellyFailure> {
  requireOutcomes(outcomes);
  if (!(slopeAt(outcomes, 0).slope > 0)) return ok({ fraction: 0, growth: 0 });
  const worst = worstOf(outcomes);
  if (worst >= 0) return fail({ code: 'no-loss' });
  const fraction = fastestBetween(outcomes, 0, Math.min(-1 / worst, Number.MAX_VALUE));
  return ok({ fraction, growth: growthAt(outcomes, fraction) });
}

/**
 * A share of the Kelly stake. Half of it keeps three quarters of the growth with half the swings (for a small edge, growth
 * is kappa (2 - kappa) of the best), and an edge overestimated twice over then still stakes no more than the best.
 *
 * @param kappa  share of the full stake, > 0
 * @see Thorp (2006), The Kelly criterion in blackjack, sports betting and the stock market, section 7
 */
export function fractionalKelly(outcomes: Outcomes, kappa: number): Result<KellyBet, KellyFailure> {
  requirePositive('kappa', kappa);
  const full = kelly(outcomes);
  if (!full.ok) return full;
  const fraction = kappa * full.value.fraction;
  return ok({ fraction, growth: growthAt(outcomes, fraction) });
}

function growthAt({ returns, probabilities }: Outcomes, fraction: number): number {
  let growth = 0;
  for (let i = 0; i < returns.length; i++) {
    const p = probabilities[i] as number;
    if (p === 0) continue;
    const capital = fraction * (returns[i] as number);
    growth += p * (capital > -1 ? Math.log1p(capital) : Number.NEGATIVE_INFINITY);
  }
  return growth;
}

/** dG/df and its own slope. */
function slopeAt({ returns, probabilities }: Outcomes, f: number): { slope: number; bend: number } {
  let slope = 0;
  let bend = 0;
  for (let i = 0; i < returns.length; i++) {
    const p = probabilities[i] as number;
    if (p === 0) continue;
    const gain = (returns[i] as number) / (1 + f * (returns[i] as number));
    slope += p * gain;
    bend -= p * gain * gain;
  }
  return { slope, bend };
}

function worstOf({ returns, probabilities }: Outcomes): number {
  let worst = Number.POSITIVE_INFINITY;
  for (let i = 0; i < returns.length; i++) {
    if ((probabilities[i] as number) > 0) worst = Math.min(worst, returns[i] as number);
  }
  return worst;
}

/** Enough halvings to pass through every double between the ends. */
const MAX_STEPS = 1100;

/** Where the slope of G is 0, given that it is above 0 at `low` and below at `high`. */
function fastestBetween(outcomes: Outcomes, low: number, high: number): number {
  let [left, right] = [low, high];
  let f = low;
  for (let count = 0; count < MAX_STEPS; count++) {
    const { slope, bend } = slopeAt(outcomes, f);
    if (slope > 0) left = f;
    else right = f;
    const newton = f - slope / bend;
    const next = newton > left && newton < right ? newton : left / 2 + right / 2;
    // At `high` itself the worst outcome takes everything: of two neighbouring doubles the lower is the answer.
    if (next === left || next === right) return left;
    if (Math.abs(next - f) <= Number.EPSILON * next) return next;
    f = next;
  }
  return f;
}
