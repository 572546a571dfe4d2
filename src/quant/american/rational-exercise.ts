import { requireFinite, requireNonNegative, requirePositive } from '../../core/errors.ts';
import { type Points, points } from '../../core/units.ts';

/** An option its holder may exercise today, with what may be gained by it and what is given up. */
export interface RationalExerciseInputs {
  readonly right: 'call' | 'put';
  readonly strike: number;
  /** Years to expiry. */
  readonly expiry: number;
  readonly rate: number;
  /**
   * A call: the dividend that goes ex tomorrow, 0 if none does. A put: the value today of the dividends from tomorrow to
   * expiry, which its holder keeps by not delivering the share. Points per share.
   */
  readonly dividends: number;
  /** Premium of the option of the other right, same strike and expiry: for a call, with the dividend gone. Points. */
  readonly oppositePremium: number;
}

/** The verdict with its numbers, points per share. */
export interface RationalExercise {
  readonly isRational: boolean;
  /** What exercise brings: the dividend (call), or the interest on the strike to expiry (put). */
  readonly gain: Points;
  /** What it gives up: `interest` or `dividends`, and `optionality`. */
  readonly cost: Points;
  /** gain - cost; positive where exercise is rational. */
  readonly advantage: Points;
  /** K (1 - e^{-r T}): what the strike earns to expiry. */
  readonly interest: Points;
  readonly dividends: Points;
  /** The opposite option: insurance that exercise throws away. */
  readonly optionality: Points;
}

/**
 * Whether the holder of an American option does better by exercising today than by holding to expiry.
 *
 *     call, on the eve of an ex-date   D  >  K (1 - e^{-r T}) + P
 *     put, deep in the money           K (1 - e^{-r T})  >  C + D
 *
 * By parity the right-hand side is what exercise gives up: a call in hand is the share on credit and a put; a put in hand
 * is the strike lent, a share sold with its dividends, and a call. For a call the test is exact when no further dividend
 * comes before expiry; for a put it is necessary but, since waiting until tomorrow may be better still, not sufficient.
 * With no dividend a call is rational to exercise only if the rate is negative.
 *
 * @throws PreconditionError if strike is not > 0, expiry, dividends or oppositePremium is < 0, or anything is not finite
 * @see methodology.md section 4.6 of the design
 * @see Merton (1973), Bell J. of Economics 4(1), 141-183, theorems 1 to 3
 */
export function rationalExercise(inputs: RationalExerciseInputs): RationalExercise {
  const { right, strike, expiry, rate, dividends, oppositePremium } = inputs;
  requirePositive('strike', strike);
  requireNonNegative('expiry', expiry);
  requireFinite('rate', rate);
  requireNonNegative('dividends', dividends);
  requireNonNegative('oppositePremium', oppositePremium);
  const interest = strike * -Math.expm1(-rate * expiry);
  const gain = right === 'call' ? dividends : interest;
  const cost = oppositePremium + (right === 'call' ? interest : dividends);
  return {
    isRational: gain > cost,
    gain: points(gain),
    cost: points(cost),
    advantage: points(gain - cost),
    interest: points(interest),
    dividends: points(dividends),
    optionality: points(oppositePremium),
  };
}
