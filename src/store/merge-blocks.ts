import { precedence, type SourceKind } from '../market/source-kind.ts';

/** Values by integer key (a day, or a session and expiration), keys strictly ascending, from one content. */
export interface Block {
  readonly source: SourceKind;
  readonly content: string;
  readonly keys: Int32Array;
  readonly values: Float64Array;
  readonly availableAt: Float64Array;
}

/** Where two sources state different values for one fact; columns of one length. */
export interface Disagreement {
  readonly kept: SourceKind;
  readonly other: SourceKind;
  readonly keys: Int32Array;
  readonly keptValues: Float64Array;
  readonly otherValues: Float64Array;
}

export interface Merged {
  readonly keys: Int32Array;
  readonly values: Float64Array;
  readonly availableAt: Float64Array;
  readonly disagreements: readonly Disagreement[];
  /** Values that lost to another source, whether equal or not. */
  readonly repeated: number;
  /** The blocks that gave at least one value. */
  readonly used: readonly Block[];
}

/** Half a unit of the second decimal, the coarsest that prices are printed to; below 1 it shrinks with the value. */
const PRINTED = 0.0051;
/** Prices stored as 32-bit floats are off by up to 6e-8 of themselves. */
const FLOAT32 = 1e-6;

/** True when two numbers cannot be roundings of one: further apart than printing to two decimals explains. */
export function differsBeyondRounding(a: number, b: number): boolean {
  const size = Math.max(Math.abs(a), Math.abs(b));
  return Math.abs(a - b) > PRINTED * Math.min(1, size) + FLOAT32 * size;
}

/** A settlement and a close are two facts: the close stands in where there is no settlement and contradicts none. */
const isOneFact = (a: SourceKind | undefined, b: SourceKind | undefined): boolean =>
  (a === 'derived-close') === (b === 'derived-close');

const byPrecedence = (a: Block, b: Block): number =>
  precedence(a.source) - precedence(b.source) || (a.content < b.content ? -1 : a.content > b.content ? 1 : 0);

/** The same content imported plain and compressed is one source. */
const withoutCopies = (blocks: readonly Block[]): readonly Block[] =>
  blocks.filter((block, i) => i === 0 || block.content !== blocks[i - 1]?.content);

/**
 * One value a key: from the source of highest precedence (source-kind.ts), equal kinds settled by content hash. Pure
 * in the set of blocks: their order does not matter.
 */
export function mergeBlocks(blocks: readonly Block[]): Merged {
  const ranked = withoutCopies([...blocks].sort(byPrecedence));
  const [only] = ranked;
  if (only !== undefined && ranked.length === 1)
    return { ...only, disagreements: [], repeated: 0, used: ranked };
  const codes = sortedCodes(ranked);
  const picked = pick(codes, ranked);
  const isUsed = new Set(picked.ranks);
  return {
    keys: picked.keys,
    values: picked.values,
    availableAt: picked.availableAt,
    disagreements: disagreementsOf(picked.clashes, ranked),
    repeated: codes.length - picked.keys.length,
    used: ranked.filter((_, rank) => isUsed.has(rank)),
  };
}

/**
 * Every row of every block as one number, key x blocks + rank, sorted: by key, and within a key best source first.
 * Keys stay below 2^31 and blocks below 10^4, so the product is exact.
 */
function sortedCodes(ranked: readonly Block[]): Float64Array {
  const codes = new Float64Array(ranked.reduce((sum, { keys }) => sum + keys.length, 0));
  let at = 0;
  ranked.forEach(({ keys }, rank) => {
    for (const key of keys) {
      codes[at] = key * ranked.length + rank;
      at += 1;
    }
  });
  return codes.sort();
}

interface Clash {
  readonly key: number;
  readonly kept: number;
  readonly other: number;
  readonly keptRank: number;
  readonly otherRank: number;
}

/** Takes the first row of each key and holds the others against it; each block is walked once, front to back. */
function pick(codes: Float64Array, ranked: readonly Block[]) {
  const keys = new Int32Array(codes.length);
  const values = new Float64Array(codes.length);
  const availableAt = new Float64Array(codes.length);
  const ranks = new Uint16Array(codes.length);
  const walked = new Uint32Array(ranked.length);
  const clashes: Clash[] = [];
  let n = 0;
  for (const code of codes) {
    const key = Math.floor(code / ranked.length);
    const rank = code - key * ranked.length;
    const row = walked[rank] ?? 0;
    walked[rank] = row + 1;
    const value = ranked[rank]?.values[row] ?? 0;
    if (n > 0 && keys[n - 1] === key) {
      const [kept, keptRank] = [values[n - 1] ?? 0, ranks[n - 1] ?? 0];
      const isSame = isOneFact(ranked[keptRank]?.source, ranked[rank]?.source);
      if (isSame && differsBeyondRounding(kept, value)) {
        clashes.push({ key, kept, other: value, keptRank, otherRank: rank });
      }
      continue;
    }
    keys[n] = key;
    values[n] = value;
    availableAt[n] = ranked[rank]?.availableAt[row] ?? 0;
    ranks[n] = rank;
    n += 1;
  }
  return {
    keys: keys.slice(0, n),
    values: values.slice(0, n),
    availableAt: availableAt.slice(0, n),
    ranks: ranks.subarray(0, n),
    clashes,
  };
}

/** One disagreement for each pair of kinds, best pair first. */
function disagreementsOf(clashes: readonly Clash[], ranked: readonly Block[]): readonly Disagreement[] {
  const kindOf = (rank: number): SourceKind => ranked[rank]?.source ?? 'derived';
  const pairs = new Map<string, Clash[]>();
  for (const clash of clashes) {
    const pair = `${kindOf(clash.keptRank)} ${kindOf(clash.otherRank)}`;
    const same = pairs.get(pair);
    if (same === undefined) pairs.set(pair, [clash]);
    else same.push(clash);
  }
  return [...pairs]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, same]) => ({
      kept: kindOf(same[0]?.keptRank ?? 0),
      other: kindOf(same[0]?.otherRank ?? 0),
      keys: Int32Array.from(same, ({ key }) => key),
      keptValues: Float64Array.from(same, ({ kept }) => kept),
      otherValues: Float64Array.from(same, ({ other }) => other),
    }));
}
