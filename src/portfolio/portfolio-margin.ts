import { fail, ok, type Result } from '../core/result.ts';
import { type Cents, cents, type Points } from '../core/units.ts';
import type { Contract } from '../market/contract.ts';
import type { Leg } from './leg.ts';
import { underlyingOf } from './underlying.ts';

/** Ranges of the underlying's move: broad index of large companies, and volatility index. */
const RANGES = { index: { down: -0.08, up: 0.06 }, volatility: { down: -0.2, up: 0.2 } } as const;
type RiskClass = keyof typeof RANGES;
/** Five valuation points on each side, ten in all. */
const POINTS_PER_SIDE = 5;
/** Least requirement of an option: 37.5 cents x multiplier, $37.50 a contract. */
const MINIMUM_POINTS = 0.375;

/** Price of a contract after its underlying has moved by a share of itself, all else unchanged; undefined: no price. */
export type PriceAfterMove = (contract: Contract, move: number) => Points | undefined;

/** Loss of one class at one move; negative is a gain. */
export interface ValuationPoint {
  readonly move: number;
  readonly loss: Cents;
}

export interface ClassMargin {
  readonly riskClass: RiskClass;
  readonly points: readonly ValuationPoint[];
  readonly worst: ValuationPoint;
  /** Contracts x $37.50; the requirement is never less. */
  readonly minimum: Cents;
  readonly requirement: Cents;
}

export interface PortfolioMargin {
  readonly classes: readonly ClassMargin[];
  readonly requirement: Cents;
}

const classOf = (contract: Contract): RiskClass =>
  underlyingOf(contract) === 'VIX' ? 'volatility' : 'index';

/** Ten equidistant moves, five down and five up: -8 % to +6 % for the index. */
export function valuationMoves(riskClass: RiskClass): readonly number[] {
  const { down, up } = RANGES[riskClass];
  const side = (end: number): number[] =>
    Array.from({ length: POINTS_PER_SIDE }, (_, i) => (end * (i + 1)) / POINTS_PER_SIDE);
  return [...side(down).reverse(), ...side(up)];
}

/** Cents lost by one leg between no move and `move`. */
function lossOf({ contract, quantity }: Leg, price: PriceAfterMove, move: number): Result<number, Contract> {
  const [before, after] = [price(contract, 0), price(contract, move)];
  if (before === undefined || after === undefined) return fail(contract);
  return ok((before - after) * quantity * contract.multiplier * 100);
}

function pointAt(
  legs: readonly Leg[],
  price: PriceAfterMove,
  move: number,
): Result<ValuationPoint, Contract> {
  let loss = 0;
  for (const leg of legs) {
    const one = lossOf(leg, price, move);
    if (!one.ok) return one;
    loss += one.value;
  }
  return ok({ move, loss: cents(loss) });
}

const minimumOf = (legs: readonly Leg[]): Cents =>
  cents(
    legs.reduce(
      (sum, { contract, quantity }) =>
        sum +
        (contract.kind === 'option' ? MINIMUM_POINTS * contract.multiplier * Math.abs(quantity) * 100 : 0),
      0,
    ),
  );

function classMargin(
  riskClass: RiskClass,
  legs: readonly Leg[],
  price: PriceAfterMove,
): Result<ClassMargin, Contract> {
  const points: ValuationPoint[] = [];
  for (const move of valuationMoves(riskClass)) {
    const point = pointAt(legs, price, move);
    if (!point.ok) return point;
    points.push(point.value);
  }
  const worst = points.reduce((most, point) => (point.loss > most.loss ? point : most));
  const minimum = minimumOf(legs);
  return ok({ riskClass, points, worst, minimum, requirement: cents(Math.max(worst.loss, minimum)) });
}

/**
 * Requirement in the manner of portfolio margin: the worst loss of each class over ten moves of its underlying, at
 * least $37.50 an option. Index and volatility classes give each other no relief.
 *
 * The ranges come from knowledge of the rule, not from its present text (methodology 4.4); limits use Reg-T.
 * @returns the contract that has no price as the failure
 * @see Cboe Rule 10.4, FINRA Rule 4210(g)
 */
export function portfolioMargin(
  legs: readonly Leg[],
  price: PriceAfterMove,
): Result<PortfolioMargin, Contract> {
  const classes: ClassMargin[] = [];
  for (const riskClass of ['index', 'volatility'] as const) {
    const own = legs.filter(({ contract }) => classOf(contract) === riskClass);
    if (own.length === 0) continue;
    const margin = classMargin(riskClass, own, price);
    if (!margin.ok) return margin;
    classes.push(margin.value);
  }
  return ok({ classes, requirement: cents(classes.reduce((sum, { requirement }) => sum + requirement, 0)) });
}
