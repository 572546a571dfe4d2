import { fail, ok, type Result } from '../../core/result.ts';
import type { Contract, OptionContract } from '../../market/contract.ts';
import { yearsToExpiry } from '../../market/settlement.ts';
import { LONGEST_YEARS } from '../../model/variance-curve.ts';
import { contractSymbol } from '../contract-symbol.ts';
import type { Position, Purpose } from '../position.ts';
import { underlyingOf } from '../underlying.ts';
import { type IndexAnchor, isIndexRoot } from './index-anchor.ts';
import { valueOfMove } from './leg-value.ts';
import type { LegRefused } from './scenario-failure.ts';
import type { ScenarioMarket } from './scenario-market.ts';
import { type ShockedMarket, unshockedMarket } from './shocked-market.ts';
import type { VixAnchor } from './vix-anchor.ts';

/** One leg of a book, ready to be repriced. */
export interface ScenarioLeg {
  readonly position: string;
  readonly purpose: Purpose;
  readonly contract: Contract;
  /** As files spell it. */
  readonly symbol: string;
  readonly quantity: number;
  readonly anchor: IndexAnchor | VixAnchor;
  /** `anchored` when forward and vol both rest on quotes of today; `modelled` when either is the model's alone. */
  readonly pricing: 'anchored' | 'modelled';
  /** Worth today by the market scenarios start from, points of its own underlying per contract. */
  readonly value: number;
}

export interface ScenarioBook {
  readonly market: ScenarioMarket;
  readonly legs: readonly ScenarioLeg[];
}

function pricingOf({ kind }: Contract, anchor: ScenarioLeg['anchor']): ScenarioLeg['pricing'] {
  const isForwardQuoted =
    anchor.kind === 'index' ? anchor.forwardSource === 'parity' : anchor.futureSource !== 'model';
  const isVolQuoted = kind === 'future' || anchor.volRatio.source !== 'model';
  return isForwardQuoted && isVolQuoted ? 'anchored' : 'modelled';
}

function anchorOf(
  market: ScenarioMarket,
  contract: Contract,
): Result<ScenarioLeg['anchor'], Omit<LegRefused, 'position'>> {
  const { asOf } = market.quoted.surface;
  const underlying = underlyingOf(contract);
  const years = yearsToExpiry(asOf, contract.root, contract.expiration);
  const refused = (code: LegRefused['code']) =>
    fail({ code, symbol: contractSymbol(contract), years, longest: LONGEST_YEARS });
  if (underlying === 'SPY') return refused('not-modelled');
  if (!(years > 0)) return refused('expired');
  if (years > LONGEST_YEARS) return refused('too-long');
  return ok(
    isIndexOption(contract) && isIndexRoot(contract.root)
      ? market.indexAnchor(contract, contract.root)
      : market.vixAnchor(contract),
  );
}

const isIndexOption = (contract: Contract): contract is OptionContract =>
  contract.kind === 'option' && isIndexRoot(contract.root);

function legOf(
  today: ShockedMarket,
  position: Position,
  contract: Contract,
  quantity: number,
): Result<ScenarioLeg, LegRefused> {
  const anchor = anchorOf(today.market, contract);
  if (!anchor.ok) return fail({ ...anchor.failure, position: position.id });
  return ok({
    position: position.id,
    purpose: position.purpose,
    contract,
    symbol: contractSymbol(contract),
    quantity,
    anchor: anchor.value,
    pricing: pricingOf(contract, anchor.value),
    value: valueOfMove(today, anchor.value)(0),
  });
}

/**
 * Makes the legs of positions ready to be repriced.
 *
 * @returns the first contract that no scenario can price: not on SPX, XSP or VIX, settled already, or too far out
 */
export function scenarioBook(
  market: ScenarioMarket,
  positions: readonly Position[],
): Result<ScenarioBook, LegRefused> {
  const today = unshockedMarket(market);
  const legs: ScenarioLeg[] = [];
  for (const position of positions)
    for (const { contract, quantity } of position.legs) {
      const leg = legOf(today, position, contract, quantity);
      if (!leg.ok) return leg;
      legs.push(leg.value);
    }
  return ok({ market, legs });
}
