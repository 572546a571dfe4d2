import { fail, ok, type Result } from '../core/result.ts';
import { cents } from '../core/units.ts';
import type { Lot } from './margin-match.ts';
import type { MarginFailure, MarginLine, MarginMarket } from './margin-report.ts';
import { underlyingOf } from './underlying.ts';

/** Broad-based index: share of the level, and the floor share of level (calls) or strike (puts). */
const INDEX_SHARE = 0.15;
const FLOOR_SHARE = 0.1;

/** One short option with its requirement in points. */
interface Naked extends Lot {
  readonly premium: number;
  /** Premium + max(15 % of the index - out of the money, 10 % of index or strike). */
  readonly points: number;
}

function nakedOf(lot: Lot, { price, spot }: MarginMarket): Result<Naked, MarginFailure> {
  const { contract } = lot;
  if (underlyingOf(contract) === 'VIX') return fail({ code: 'naked-vix', contract });
  const [premium, level] = [price(contract), spot(contract)];
  if (premium === undefined) return fail({ code: 'no-price', contract });
  if (level === undefined) return fail({ code: 'no-spot', contract });
  const { right, strike } = contract;
  const outOfMoney = Math.max(0, right === 'call' ? strike - level : level - strike);
  const floor = FLOOR_SHARE * (right === 'call' ? level : strike);
  return ok({ ...lot, premium, points: premium + Math.max(INDEX_SHARE * level - outOfMoney, floor) });
}

const singleLine = ({ contract, quantity, points }: Naked): MarginLine => ({
  strategy: 'short-option',
  legs: [{ contract, quantity: -quantity }],
  requirement: cents(points * contract.multiplier * quantity * 100),
  formula: `${points.toFixed(2)} x ${contract.multiplier} x ${quantity}`,
});

/** The greater side's requirement and the other side's premium. */
function strangleLine(put: Naked, call: Naked, quantity: number): MarginLine {
  const [greater, other] = put.points >= call.points ? [put, call] : [call, put];
  const { multiplier } = put.contract;
  return {
    strategy: 'short-strangle',
    legs: [put, call].map(({ contract }) => ({ contract, quantity: -quantity })),
    requirement: cents((greater.points + other.premium) * multiplier * quantity * 100),
    formula: `(${greater.points.toFixed(2)} greater side + ${other.premium.toFixed(2)} premium) x ${multiplier} x ${quantity}`,
  };
}

/** Pairs naked puts with naked calls of one underlying, largest requirement first; the rest stand alone. */
function linesOf(naked: readonly Naked[]): readonly MarginLine[] {
  const largestFirst = [...naked].sort((a, b) => b.points - a.points);
  const calls = largestFirst.filter(({ contract }) => contract.right === 'call');
  const lines: MarginLine[] = [];
  for (const put of largestFirst.filter(({ contract }) => contract.right === 'put')) {
    let open = put.quantity;
    for (const [i, call] of calls.entries()) {
      const quantity = Math.min(open, call.quantity);
      if (quantity === 0 || underlyingOf(put.contract) !== underlyingOf(call.contract)) continue;
      lines.push(strangleLine(put, call, quantity));
      calls[i] = { ...call, quantity: call.quantity - quantity };
      open -= quantity;
    }
    if (open > 0) lines.push(singleLine({ ...put, quantity: open }));
  }
  return [...lines, ...calls.filter(({ quantity }) => quantity > 0).map(singleLine)];
}

/** Requirement of short options nothing covers. */
export function nakedLines(
  lots: readonly Lot[],
  market: MarginMarket,
): Result<readonly MarginLine[], MarginFailure> {
  const naked: Naked[] = [];
  for (const lot of lots) {
    const read = nakedOf(lot, market);
    if (!read.ok) return read;
    naked.push(read.value);
  }
  return ok(linesOf(naked));
}
