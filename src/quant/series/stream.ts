import { PreconditionError } from '../../core/errors.ts';

/**
 * An indicator fed one bar at a time. It performs the operations of its batch form in the same order, so both give
 * the same bits; and a snapshot of it is plain data, so a daily process takes up where yesterday's stopped, with the
 * same bits as one that never stopped. (JSON has no -0: through it a result of 0 may come back with the other sign.)
 */
export interface Stream<Input, Output, State> {
  /**
   * Takes in the next bar. @returns the indicator at that bar; undefined while it needs more bars
   * @throws PreconditionError if the bar is refused; the stream is then as it was
   */
  readonly next: (input: Input) => Output | undefined;
  /** All that it remembers; give it to the function that made the stream to go on from here. */
  readonly snapshot: () => State;
}

/** A snapshot of another period is refused: its averages would mean something else. */
export function requireSame(name: string, value: number, expected: number): void {
  if (value !== expected)
    throw new PreconditionError(name, `must be ${expected}, as the stream it is given to`, value);
}

/** @throws PreconditionError unless `seen` is a count: an integer >= 0 */
export function requireCount(name: string, seen: number): void {
  if (!(Number.isSafeInteger(seen) && seen >= 0))
    throw new PreconditionError(name, 'must be an integer >= 0', seen);
}
