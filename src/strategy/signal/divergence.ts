/** Bars on each side that must be lower (a high) or higher (a low) before a pivot counts. */
const CONFIRMATION = 3;
/** The second pivot comes this many bars after the first: nearer is one move, farther is two stories. */
const NEAREST = 5;
const FARTHEST = 40;

/** `exhausted`: price made a higher high on less momentum; `coiled`: a lower low on more momentum. */
export interface Divergence {
  readonly kind: 'exhausted' | 'coiled';
  /** Index of the bar that completes the second pivot: before it nobody could know. */
  readonly confirmedAt: number;
  readonly first: number;
  readonly second: number;
}

type Values = ArrayLike<number>;
const at = (values: Values, i: number): number => values[i] ?? Number.NaN;

/** True when bar `i` is the turning point of its window: strictly past every bar before it, at least level after. */
function isPivot(prices: Values, i: number, sign: 1 | -1): boolean {
  for (let step = 1; step <= CONFIRMATION; step++) {
    if (!(sign * at(prices, i) > sign * at(prices, i - step))) return false;
    if (!(sign * at(prices, i) >= sign * at(prices, i + step))) return false;
  }
  return true;
}

/** Extreme of the momentum inside the window that confirms a pivot: momentum turns a bar or two after price. */
function momentumAround(momentum: Values, pivot: number, sign: 1 | -1): number {
  let best = at(momentum, pivot);
  for (let i = pivot - CONFIRMATION; i <= pivot + CONFIRMATION; i++) {
    if (sign * at(momentum, i) > sign * best) best = at(momentum, i);
  }
  return best;
}

/** The nearest earlier pivot that is far enough away, or undefined. */
function pivotBefore(prices: Values, second: number, sign: 1 | -1): number | undefined {
  for (let i = second - NEAREST; i >= Math.max(second - FARTHEST, CONFIRMATION); i--) {
    if (isPivot(prices, i, sign)) return i;
  }
  return undefined;
}

function divergenceAt(
  prices: Values,
  momentum: Values,
  second: number,
  sign: 1 | -1,
): Divergence | undefined {
  if (!isPivot(prices, second, sign)) return undefined;
  const first = pivotBefore(prices, second, sign);
  if (first === undefined) return undefined;
  const priceWentOn = sign * at(prices, second) > sign * at(prices, first);
  const momentumDidNot =
    sign * momentumAround(momentum, second, sign) < sign * momentumAround(momentum, first, sign);
  if (!(priceWentOn && momentumDidNot)) return undefined;
  return { kind: sign === 1 ? 'exhausted' : 'coiled', confirmedAt: second + CONFIRMATION, first, second };
}

/**
 * The newest divergence between prices and their momentum that was confirmed within the last `maxAge` bars.
 *
 * A pivot is known only three bars later, so nothing here changes when more bars arrive: a divergence found at bar t
 * is found at every later bar, only older.
 *
 * @param momentum aligned with `prices`; NaN where it does not exist yet (no comparison with NaN holds)
 */
export function newestDivergence(prices: Values, momentum: Values, maxAge: number): Divergence | undefined {
  const last = prices.length - 1;
  for (let confirmed = last; confirmed >= Math.max(0, last - maxAge); confirmed--) {
    const second = confirmed - CONFIRMATION;
    const found = divergenceAt(prices, momentum, second, 1) ?? divergenceAt(prices, momentum, second, -1);
    if (found !== undefined) return found;
  }
  return undefined;
}
