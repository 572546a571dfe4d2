import { PreconditionError } from '../../core/errors.ts';
import { type Aligned, requirePeriod } from './aligned.ts';
import { isPivot, type Side } from './pivots.ts';
import { requireSeries } from './series-input.ts';

/** What counts as a divergence, in bars. */
export interface DivergenceRule {
  /** Bars on each side that a pivot of the price needs. */
  readonly confirmation: number;
  /** The second pivot comes at least so long after the first: nearer is one move. */
  readonly nearest: number;
  /** And at most so long after: farther is two stories. */
  readonly farthest: number;
}

/** Price went on from one pivot to the next, and its oscillator (RSI, MACD) did not. */
export interface Divergence {
  /** `highs`: a higher high of the price on a lower oscillator. `lows`: a lower low on a higher one. */
  readonly at: 'highs' | 'lows';
  /** Index of the bar that completes the second pivot: before it nobody could know. */
  readonly confirmedAt: number;
  readonly first: number;
  readonly second: number;
}

/** Price and oscillator where both exist, of one length. */
export interface PriceAndOscillator {
  readonly price: Float64Array;
  readonly oscillator: Float64Array;
}

/** Extreme of the oscillator within the window that confirms a pivot: it turns a bar or two before or after price. */
function extremeAround(oscillator: Float64Array, pivot: number, confirmation: number, side: Side): number {
  let extreme = oscillator[pivot] as number;
  for (let i = pivot - confirmation; i <= pivot + confirmation; i++) {
    if (side * (oscillator[i] as number) > side * extreme) extreme = oscillator[i] as number;
  }
  return extreme;
}

/** The nearest earlier pivot that is far enough away, or undefined. */
function pivotBefore(
  price: Float64Array,
  second: number,
  { confirmation, nearest, farthest }: DivergenceRule,
  side: Side,
): number | undefined {
  for (let i = second - nearest; i >= Math.max(second - farthest, confirmation); i--) {
    if (isPivot(price, i, confirmation, side)) return i;
  }
  return undefined;
}

function divergenceOn(
  { price, oscillator }: PriceAndOscillator,
  second: number,
  rule: DivergenceRule,
  side: Side,
): Divergence | undefined {
  const { confirmation } = rule;
  if (!isPivot(price, second, confirmation, side)) return undefined;
  const first = pivotBefore(price, second, rule, side);
  if (first === undefined) return undefined;
  const priceWentOn = side * (price[second] as number) > side * (price[first] as number);
  const oscillatorDidNot =
    side * extremeAround(oscillator, second, confirmation, side) <
    side * extremeAround(oscillator, first, confirmation, side);
  if (!(priceWentOn && oscillatorDidNot)) return undefined;
  return { at: side === 1 ? 'highs' : 'lows', confirmedAt: second + confirmation, first, second };
}

/** The divergence that bar `confirmedAt` completes, in indices of the two columns; a bar completes at most one. */
export function divergenceConfirmedAt(
  columns: PriceAndOscillator,
  confirmedAt: number,
  rule: DivergenceRule,
): Divergence | undefined {
  const second = confirmedAt - rule.confirmation;
  if (second < rule.confirmation) return undefined;
  return divergenceOn(columns, second, rule, 1) ?? divergenceOn(columns, second, rule, -1);
}

/** The same divergence in the indices of a series that began `by` bars earlier. */
export const shifted = (found: Divergence, by: number): Divergence => ({
  at: found.at,
  confirmedAt: found.confirmedAt + by,
  first: found.first + by,
  second: found.second + by,
});

/**
 * Every divergence between a price and an oscillator of it, in order of time, in indices of the price.
 *
 * Between two confirmed pivots of the price, the second `nearest` to `farthest` bars after the first (the latest such
 * one): the price makes a higher high and the oscillator a lower one, or mirrored at lows. A pivot is known only
 * `confirmation` bars later, so nothing repaints: what is found at bar t is found at every later bar.
 *
 * @param oscillator  what `rsi(price)` or `macd(price).line` gives; bars before its first are not looked at
 * @throws PreconditionError if the oscillator does not end with the price, a value is not finite, or the rule is not
 *   1 <= confirmation, 1 <= nearest <= farthest in whole bars
 */
export function divergences(
  price: Float64Array,
  oscillator: Aligned,
  rule: DivergenceRule,
): readonly Divergence[] {
  return foundFrom(price, oscillator, rule, 0);
}

/** The newest divergence confirmed within the last `maxAge` bars (0: by the last bar). @throws as `divergences` */
export function newestDivergence(
  price: Float64Array,
  oscillator: Aligned,
  rule: DivergenceRule,
  maxAge: number,
): Divergence | undefined {
  requirePeriod('maxAge', maxAge, 0);
  return foundFrom(price, oscillator, rule, price.length - 1 - maxAge).at(-1);
}

/** Those confirmed at index `from` of the price or later. */
function foundFrom(
  price: Float64Array,
  oscillator: Aligned,
  rule: DivergenceRule,
  from: number,
): readonly Divergence[] {
  requireRule(rule);
  requireSeries('price', price);
  requireSeries('oscillator', oscillator.values);
  const { first, values } = oscillator;
  if (values.length > 0 && first + values.length !== price.length)
    throw new PreconditionError(
      'oscillator',
      `must end with the price (${price.length})`,
      first + values.length,
    );
  const columns = { price: price.subarray(first), oscillator: values };
  const found: Divergence[] = [];
  for (let confirmedAt = Math.max(from - first, 0); confirmedAt < values.length; confirmedAt++) {
    const one = divergenceConfirmedAt(columns, confirmedAt, rule);
    if (one !== undefined) found.push(shifted(one, first));
  }
  return found;
}

/** @throws PreconditionError unless 1 <= confirmation and 1 <= nearest <= farthest, in whole bars */
export function requireRule({ confirmation, nearest, farthest }: DivergenceRule): void {
  requirePeriod('confirmation', confirmation);
  requirePeriod('nearest', nearest);
  requirePeriod('farthest', farthest, nearest);
}
