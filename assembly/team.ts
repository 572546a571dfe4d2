import { black76 } from './black76';
import { black76Chain } from './black76-chain';
import { blackScholes } from './black-scholes';
import { checkRows } from './check';
import { impliedVol } from './implied-vol';

// Several threads, each with its own instance of this module on one shared memory, take rows from one counter. The
// control block holds 32-bit numbers: generation, next row, threads done, kernel, rows, rows at a time, threads ready, and
// whether a check found a row that breaks its rule.

@inline function field(control: usize, index: usize): usize { return control + (index << 2); }

/** One kernel on the rows [first, beyond). */
export function run(kernel: i32, table: usize, first: i32, beyond: i32): void {
  if (kernel == 0) blackScholes(table, first, beyond);
  else if (kernel == 1) black76(table, first, beyond);
  else if (kernel == 2) black76Chain(table, first, beyond);
  else if (kernel == 3) impliedVol(table, first, beyond);
  else checkRows(table, first, beyond);
}

/** Takes rows until there are none left. */
export function takePart(control: usize, table: usize): void {
  const kernel = load<i32>(field(control, 3)), rows = load<i32>(field(control, 4)), share = load<i32>(field(control, 5));
  for (;;) {
    const first = atomic.add<i32>(field(control, 1), share);
    if (first >= rows) return;
    run(kernel, table, first, min(first + share, rows));
  }
}

/** Life of a helping thread: wait for the generation to move, take part, say so. Returns when told kernel -1. */
export function serve(control: usize, table: usize): void {
  let seen = atomic.load<i32>(control);
  atomic.add<i32>(field(control, 6), 1);
  for (;;) {
    atomic.wait<i32>(control, seen, -1);
    const now = atomic.load<i32>(control);
    if (now == seen) continue;
    seen = now;
    if (load<i32>(field(control, 3)) < 0) return;
    takePart(control, table);
    atomic.add<i32>(field(control, 2), 1);
    atomic.notify(field(control, 2), 1);
  }
}

/** Wakes the others and works with them; false when one of `others` has not come back after `patience` nanoseconds. */
export function lead(control: usize, table: usize, others: i32, patience: i64): bool {
  atomic.store<i32>(field(control, 1), 0);
  atomic.store<i32>(field(control, 2), 0);
  atomic.add<i32>(control, 1);
  atomic.notify(control, others);
  takePart(control, table);
  let done = atomic.load<i32>(field(control, 2));
  while (done != others) {
    if (atomic.wait<i32>(field(control, 2), done, patience) == 2) return false;
    done = atomic.load<i32>(field(control, 2));
  }
  return true;
}
