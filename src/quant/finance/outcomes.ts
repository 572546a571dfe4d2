import { PreconditionError, requireFinite, requireNonNegative } from '../../core/errors.ts';

/** A discrete distribution of returns on the amount staked. */
export interface Outcomes {
  /** Gain per unit staked: -1 loses the stake, 0.2 wins a fifth of it. */
  readonly returns: ArrayLike<number>;
  /** One for each return, >= 0, adding up to 1. */
  readonly probabilities: ArrayLike<number>;
}

/** Probabilities typed by hand add up to 1 to their last digit, not to the last bit. */
const SUM_TOLERANCE = 1e-9;

/** @throws PreconditionError unless there is an outcome, columns match, returns are finite and probabilities add up to 1 */
export function requireOutcomes({ returns, probabilities }: Outcomes): void {
  if (returns.length === 0) throw new PreconditionError('returns', 'must have at least 1 entry', 0);
  if (probabilities.length !== returns.length)
    throw new PreconditionError('probabilities', `must have ${returns.length} entries`, probabilities.length);
  let total = 0;
  for (let i = 0; i < returns.length; i++) {
    requireFinite(`returns[${i}]`, returns[i] as number);
    requireNonNegative(`probabilities[${i}]`, probabilities[i] as number);
    total += probabilities[i] as number;
  }
  if (!(Math.abs(total - 1) <= SUM_TOLERANCE))
    throw new PreconditionError('probabilities', 'must add up to 1', total);
}
