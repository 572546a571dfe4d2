import { PreconditionError, requirePositive } from '../core/errors.ts';
import { type IsoDate, points } from '../core/units.ts';
import type { FutureContract, FutureRoot, OptionContract, OptionRoot, Right } from './contract.ts';
import { CONTRACT_ERAS, type ContractEra } from './contract-facts.ts';
import { tickAt } from './ticks.ts';
import { isScheduledTradingDay } from './trading-days.ts';

/** A root's facts on one day; `tick` gives the smallest step of a single contract's price at a premium. */
export interface ContractFacts extends ContractEra {
  readonly root: OptionRoot | FutureRoot;
  readonly tick: (premium: number) => number;
}

const withTick = (root: OptionRoot | FutureRoot, era: ContractEra): ContractFacts => ({
  ...era,
  root,
  tick: (premium) => tickAt(era.ticks, premium),
});

const FACTS = new Map(
  Object.entries(CONTRACT_ERAS).map(([root, eras]) => [
    root,
    eras.map((era) => withTick(root as OptionRoot | FutureRoot, era)),
  ]),
);

/** The facts of a root on a day; undefined before its first listing. */
export const contractFactsIfListed = (
  root: OptionRoot | FutureRoot,
  on: IsoDate,
): ContractFacts | undefined => FACTS.get(root)?.findLast(({ from }) => from <= on);

/**
 * Multiplier, style, settlement and ticks of a root as they stood on a day. For how a contract settles, ask with its
 * expiration; for the tick of an order, with the day of the order.
 *
 * @throws PreconditionError before the root was listed
 */
export function contractFacts(root: OptionRoot | FutureRoot, on: IsoDate): ContractFacts {
  const facts = contractFactsIfListed(root, on);
  if (facts === undefined)
    throw new PreconditionError(`${root} date`, 'must not be before its first listing', on);
  return facts;
}

/** Contracts keep the date they were listed with, so a day closed at short notice is a good expiration. */
function requireExpiration(expiration: IsoDate): void {
  if (!isScheduledTradingDay(expiration)) {
    throw new PreconditionError('expiration', 'must be a weekday that is no exchange holiday', expiration);
  }
}

export interface OptionTerms {
  readonly root: OptionRoot;
  readonly expiration: IsoDate;
  readonly strike: number;
  readonly right: Right;
}

/**
 * The one way to an option contract.
 *
 * @throws PreconditionError unless strike is finite and > 0 and expiration is a scheduled trading day after listing began
 */
export function optionContract({ root, expiration, strike, right }: OptionTerms): OptionContract {
  requirePositive('strike', strike);
  requireExpiration(expiration);
  const { style, settlement, multiplier } = contractFacts(root, expiration);
  return { kind: 'option', root, expiration, strike: points(strike), right, style, settlement, multiplier };
}

/**
 * The one way to a future. Its multiplier is US dollars per index point whatever the quotation was: VX of 2004-2007
 * was quoted at ten times the index with $100 a point, which is the same $1,000.
 *
 * @throws PreconditionError unless expiration is a scheduled trading day after listing began
 */
export function futureContract(root: FutureRoot, expiration: IsoDate): FutureContract {
  requireExpiration(expiration);
  const { multiplier, quotedPerPoint } = contractFacts(root, expiration);
  return { kind: 'future', root, expiration, multiplier: multiplier * quotedPerPoint };
}
