import { requireFinite, requireNonNegative } from '../../core/errors.ts';

/** What an early-exercise boundary depends on. */
export interface ExerciseTerms {
  readonly right: 'call' | 'put';
  /** Annualised, decimal: 0.18. */
  readonly vol: number;
  /** Years, ACT/365. */
  readonly expiry: number;
  /** Continuously compounded, decimal per year, of any sign. */
  readonly rate: number;
  /** Continuous dividend or borrow yield, decimal per year, of any sign. */
  readonly yield: number;
}

/** An American put struck at 1, which every option with a continuous yield is solved as. */
export interface UnitPut {
  readonly r: number;
  readonly q: number;
  readonly sigma: number;
  /** Years to expiry. */
  readonly T: number;
}

/** @throws PreconditionError if vol or expiry is < 0, or anything is not finite */
export function checkTerms(terms: ExerciseTerms): void {
  requireNonNegative('vol', terms.vol);
  requireNonNegative('expiry', terms.expiry);
  requireFinite('rate', terms.rate);
  requireFinite('yield', terms.yield);
}

/**
 * The put of an option, by homogeneity and, for a call, by exchanging what is paid with what is received:
 *
 *     P(S, K, r, q) = K u(S/K; r, q)        C(S, K, r, q) = P(K, S, q, r) = S u(K/S; q, r)
 *
 * @see McDonald and Schroder (1998), J. Comp. Finance 1(3), 5-13
 */
export const unitPut = ({ right, vol, expiry, rate, yield: dividends }: ExerciseTerms): UnitPut =>
  right === 'put'
    ? { r: rate, q: dividends, sigma: vol, T: expiry }
    : { r: dividends, q: rate, sigma: vol, T: expiry };
