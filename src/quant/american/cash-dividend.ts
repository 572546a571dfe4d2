import { PreconditionError, requireNonNegative, requirePositive } from '../../core/errors.ts';

/** A cash payment to whoever holds the share before its ex-date. */
export interface CashDividend {
  /** Years from now to the ex-date. */
  readonly time: number;
  /** Points per share. */
  readonly amount: number;
}

/**
 * The dividends that matter to an option, soonest first: those that go ex before expiry and pay something.
 *
 * @throws PreconditionError if a time is not > 0 or an amount is < 0
 */
export function dividendsBefore(expiry: number, dividends: readonly CashDividend[]): readonly CashDividend[] {
  if (!Array.isArray(dividends)) throw new PreconditionError('dividends', 'must be a list', dividends);
  dividends.forEach(({ time, amount }, i) => {
    requirePositive(`dividends[${i}].time`, time);
    requireNonNegative(`dividends[${i}].amount`, amount);
  });
  return dividends
    .filter(({ time, amount }) => time < expiry && amount > 0)
    .sort((one, other) => one.time - other.time);
}
