/** One pass of a candidate in this process; returns how many items it worked through. */
export type Pass = () => number;

/** A candidate in a process of its own, which times itself: the best ns per item of a slice this long. */
export interface SelfTimed {
  readonly slice: (milliseconds: number) => Promise<number>;
}

export type Candidate = Pass | SelfTimed;

export interface Rounds {
  /** How often every candidate gets its turn. */
  readonly rounds?: number;
  /** How long a turn is, at least. */
  readonly minMs?: number;
}

/** Short enough to fit between two interruptions, long enough for the clock. */
const BATCH_MS = 0.5;

/**
 * Nanoseconds per item of each candidate, taken in turns and the best of every turn kept, so that a slow moment of the
 * machine falls on all of them alike and ratios hold. One round goes first unrecorded, to warm up.
 */
export async function interleaved<Name extends string>(
  candidates: Readonly<Record<Name, Candidate>>,
  { rounds = 7, minMs = 60 }: Rounds = {},
): Promise<Readonly<Record<Name, number>>> {
  const names = Object.keys(candidates) as Name[];
  const best = new Map<Name, number>(names.map((name) => [name, Number.POSITIVE_INFINITY]));
  for (let round = 0; round <= rounds; round++) {
    for (const name of names) {
      const candidate = candidates[name];
      const spent = typeof candidate === 'function' ? turn(candidate, minMs) : await candidate.slice(minMs);
      if (round > 0) best.set(name, Math.min(best.get(name) ?? spent, spent));
    }
  }
  return Object.fromEntries(best) as Record<Name, number>;
}

/** The best ns per item of batches that fill the turn. */
function turn(pass: Pass, minMs: number): number {
  const began = performance.now();
  const items = pass();
  const once = performance.now() - began;
  const batch = Math.max(1, Math.min(10_000, Math.ceil(BATCH_MS / Math.max(once, 1e-4))));
  let best = (once * 1e6) / items;
  while (performance.now() - began < minMs) {
    const start = performance.now();
    let done = 0;
    for (let i = 0; i < batch; i++) done += pass();
    best = Math.min(best, ((performance.now() - start) * 1e6) / done);
  }
  return best;
}
