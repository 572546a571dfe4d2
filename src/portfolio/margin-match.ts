import type { OptionContract } from '../market/contract.ts';
import { contractSymbol } from './contract-symbol.ts';
import type { Leg } from './leg.ts';
import { underlyingOf } from './underlying.ts';

/** So many contracts of one option, all long or all short; the list they stand in says which. */
export interface Lot {
  readonly contract: OptionContract;
  readonly quantity: number;
}

/** A short option and the long one that covers it. */
export interface Pair {
  readonly short: OptionContract;
  readonly long: OptionContract;
  readonly quantity: number;
}

export interface Matched {
  readonly pairs: readonly Pair[];
  /** Short, with nothing to cover it. */
  readonly naked: readonly Lot[];
  /** Long, covering nothing. */
  readonly spare: readonly Lot[];
}

/** Nearest the money first for either right, so that the best protection covers the most exposed short. */
const byExposure = (a: Lot, b: Lot): number =>
  (a.contract.right === 'put' ? -1 : 1) * (a.contract.strike - b.contract.strike);

/** When a contract stops protecting: an opening settlement comes before a closing one of the same day. */
const endOf = ({ expiration, settlement }: OptionContract): string =>
  `${expiration}${settlement === 'am' ? 'a' : 'p'}`;

/** Deals lots out in order, splitting the larger of each two. */
function paired(shorts: readonly Lot[], longs: readonly Lot[]): Matched {
  const pairs: Pair[] = [];
  const [short, long] = [[...shorts], [...longs]];
  for (let [s, l] = [short[0], long[0]]; s !== undefined && l !== undefined; [s, l] = [short[0], long[0]]) {
    const quantity = Math.min(s.quantity, l.quantity);
    pairs.push({ short: s.contract, long: l.contract, quantity });
    for (const [lots, lot] of [
      [short, s],
      [long, l],
    ] as const) {
      if (lot.quantity === quantity) lots.shift();
      else lots[0] = { ...lot, quantity: lot.quantity - quantity };
    }
  }
  return { pairs, naked: short, spare: long };
}

/** Applies `pair` to the lots of each group that has both sides; everything else is left over. */
function pairedBy(shorts: readonly Lot[], longs: readonly Lot[], groupOf: (lot: Lot) => string): Matched {
  const groups = [...new Set([...shorts, ...longs].map(groupOf))].sort();
  const parts = groups.map((group) =>
    paired(
      shorts.filter((lot) => groupOf(lot) === group).sort(byExposure),
      longs.filter((lot) => groupOf(lot) === group).sort(byExposure),
    ),
  );
  return {
    pairs: parts.flatMap(({ pairs }) => pairs),
    naked: parts.flatMap(({ naked }) => naked),
    spare: parts.flatMap(({ spare }) => spare),
  };
}

/**
 * Covers what is still naked with spare longs that expire no earlier. Not for VIX: each VIX expiration is an option on a
 * future of its own, so a later one protects nothing.
 */
function pairedAcross({ pairs, naked, spare }: Matched): Matched {
  const found = [...pairs];
  const left = [...spare];
  const uncovered = [...naked].sort(byExposure).flatMap((lot) => {
    let open = lot.quantity;
    for (const [i, long] of left.entries()) {
      if (open === 0 || long.quantity === 0 || !covers(long.contract, lot.contract)) continue;
      const quantity = Math.min(open, long.quantity);
      found.push({ short: lot.contract, long: long.contract, quantity });
      left[i] = { ...long, quantity: long.quantity - quantity };
      open -= quantity;
    }
    return open > 0 ? [{ ...lot, quantity: open }] : [];
  });
  return { pairs: found, naked: uncovered, spare: left.filter(({ quantity }) => quantity > 0) };
}

const covers = (long: OptionContract, short: OptionContract): boolean =>
  underlyingOf(long) !== 'VIX' &&
  underlyingOf(long) === underlyingOf(short) &&
  long.right === short.right &&
  endOf(long) >= endOf(short);

/** Longs and shorts of one contract cancel; each side then lists what is left. */
function netted(legs: readonly Leg[]): { readonly shorts: readonly Lot[]; readonly longs: readonly Lot[] } {
  const net = new Map<string, Lot>();
  for (const { contract, quantity } of legs) {
    if (contract.kind === 'future') continue;
    const symbol = contractSymbol(contract);
    net.set(symbol, { contract, quantity: (net.get(symbol)?.quantity ?? 0) + quantity });
  }
  const lots = [...net].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, lot]) => lot);
  return {
    shorts: lots.filter(({ quantity }) => quantity < 0).map((lot) => ({ ...lot, quantity: -lot.quantity })),
    longs: lots.filter(({ quantity }) => quantity > 0),
  };
}

/**
 * Pairs every short option with a long one, first within its root, expiration and right, then with a later expiration of
 * the same underlying.
 *
 * Within one expiration the pairing in order of exposure gives the smallest total requirement: a vertical's requirement
 * is convex in the distance of its strikes. Across expirations it is good, not proven best.
 */
export function matchOptions(legs: readonly Leg[]): Matched {
  const { shorts, longs } = netted(legs);
  const same = pairedBy(shorts, longs, ({ contract }) =>
    [contract.root, contract.expiration, contract.right].join(' '),
  );
  return pairedAcross(same);
}
