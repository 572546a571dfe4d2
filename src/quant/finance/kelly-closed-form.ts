import { PreconditionError, requireFinite, requirePositive } from '../../core/errors.ts';

export interface BinaryBet {
  /** In [0, 1]. */
  readonly winProbability: number;
  /** Gain per unit staked when it wins, > 0. */
  readonly win: number;
  /** Loss per unit staked when it does not, > 0; 1 loses the stake. */
  readonly loss: number;
}

/**
 * Kelly's share of capital for a bet with two outcomes.
 *
 *     f = max(p / loss - (1 - p) / win, 0)
 *
 * An even bet won with probability p gives the 2p - 1 of the paper.
 *
 * @throws PreconditionError if the probability is outside [0, 1], or win or loss is not > 0
 * @see Kelly (1956), Bell System Tech. J. 35, 917-926
 */
export function binaryKelly({ winProbability, win, loss }: BinaryBet): number {
  if (!(winProbability >= 0 && winProbability <= 1))
    throw new PreconditionError('winProbability', 'must be in [0, 1]', winProbability);
  requirePositive('win', win);
  requirePositive('loss', loss);
  return Math.max(winProbability / loss - (1 - winProbability) / win, 0);
}

export interface ContinuousBet {
  /** Expected return per year (or over the life of the trade, with the other two alike), decimal. */
  readonly expected: number;
  /** What the capital costs or earns elsewhere: the riskless rate, or the WACC of methodology 3.7.4. */
  readonly hurdle: number;
  /** Standard deviation of the return, > 0. */
  readonly deviation: number;
}

/**
 * Kelly's share of capital when returns come in small steps.
 *
 *     f = max((mu - r) / sigma^2, 0)
 *
 * The limit of the discrete share for small returns; above it the more exact answer is smaller, because a real loss can
 * take more than many small ones.
 *
 * @throws PreconditionError if expected or hurdle is not finite, or deviation is not > 0
 * @see Merton (1969), Rev. Econ. Stat. 51, 247-257; Thorp (2006), section 7
 */
export function continuousKelly({ expected, hurdle, deviation }: ContinuousBet): number {
  requireFinite('expected', expected);
  requireFinite('hurdle', hurdle);
  requirePositive('deviation', deviation);
  return Math.max((expected - hurdle) / deviation ** 2, 0);
}
