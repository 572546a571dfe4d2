import { dateOfDay } from '../core/dates.ts';
import { epochMs, type IsoDate, points } from '../core/units.ts';
import type { VxCurve } from '../market/history.ts';
import { isVixMonthly } from '../market/vix-expirations.ts';
import { type Block, type Disagreement, mergeBlocks } from './merge-blocks.ts';
import type { VxBlock } from './vx-table.ts';

/** More days than any VX future is listed ahead, so that session and tenor share one integer. */
const TENORS = 4096;

/** The session (day number) and expiration of a key of `MergedVx.disagreements`. */
export const vxKey = (key: number): { readonly session: number; readonly expiration: number } => ({
  session: Math.floor(key / TENORS),
  expiration: Math.floor(key / TENORS) + (key % TENORS),
});

export interface MergedVx {
  /** Ascending by session. */
  readonly curves: readonly VxCurve[];
  /** Keys as `vxKey` reads them. */
  readonly disagreements: readonly Disagreement[];
  readonly repeated: number;
}

/** Monthly contracts that trade on: weeklies are another product, and one that settles that morning has no price left. */
function keyed(block: VxBlock, isMonthly: (day: number) => boolean): Block {
  const { source, content, sessions, expirations } = block;
  const kept = Array.from(sessions.keys()).filter((i) => {
    const expiration = expirations[i] ?? 0;
    return expiration > (sessions[i] ?? 0) && isMonthly(expiration);
  });
  const keyOf = (i: number): number =>
    (sessions[i] ?? 0) * TENORS + (expirations[i] ?? 0) - (sessions[i] ?? 0);
  return {
    source,
    content,
    keys: Int32Array.from(kept, keyOf),
    values: Float64Array.from(kept, (i) => block.settles[i] ?? 0),
    availableAt: Float64Array.from(kept, (i) => block.availableAt[i] ?? 0),
  };
}

function monthlyTest(): (day: number) => boolean {
  const known = new Map<number, boolean>();
  return (day) => {
    const before = known.get(day);
    if (before !== undefined) return before;
    const answer = isVixMonthly(dateOfDay(day));
    known.set(day, answer);
    return answer;
  };
}

/**
 * One curve a session. Each contract is taken from the source of highest precedence that has it, so a gap in the best
 * table is filled from the next; independent of the order of the blocks.
 */
export function mergeVx(blocks: readonly VxBlock[]): MergedVx {
  const isMonthly = monthlyTest();
  const { keys, values, availableAt, disagreements, repeated } = mergeBlocks(
    blocks.map((block) => keyed(block, isMonthly)),
  );
  const curves: VxCurve[] = [];
  const dates = new Map<number, IsoDate>();
  const dateOf = (day: number): IsoDate => {
    const date = dates.get(day) ?? dateOfDay(day);
    dates.set(day, date);
    return date;
  };
  for (let from = 0; from < keys.length; ) {
    const { session } = vxKey(keys[from] ?? 0);
    let to = from;
    while (to < keys.length && vxKey(keys[to] ?? 0).session === session) to += 1;
    curves.push({
      session: dateOfDay(session),
      availableAt: epochMs(availableAt.subarray(from, to).reduce((a, b) => Math.max(a, b))),
      contracts: Array.from(keys.subarray(from, to), (key, i) => ({
        expiration: dateOf(vxKey(key).expiration),
        settle: points(values[from + i] ?? 0),
      })),
    });
    from = to;
  }
  return { curves, disagreements, repeated };
}
