import { column } from './columns';
import { abs, at, splat } from './vector-math';

/** Largest double; then 1. */
const EDGE = memory.data<f64>([1.7976931348623157e308, 1]);

/** Per lane: whether x keeps a rule: 0 finite and > 0; 1 finite; 2 one or minus one. */
@inline function keeps(x: v128, rule: u32): v128 {
  if (rule == 0) return v128.and(f64x2.gt(x, splat(0)), f64x2.le(x, at(EDGE, 0)));
  if (rule == 1) return f64x2.le(abs(x), at(EDGE, 0));
  return f64x2.eq(abs(x), at(EDGE, 1));
}

/**
 * Looks over the input columns of a batch; sets the flag, whose address is the last entry of the table, when a row breaks
 * its column's rule. Entry 14 is how many columns there are, entries 7 to 13 are their rules.
 */
export function checkRows(table: usize, first: i32, beyond: i32): void {
  const columns = <i32>column(table, 14), flag = column(table, 15);
  const even = (beyond - first) & ~1;
  for (let c = 0; c < columns; c++) {
    const rows = column(table, c) + (<usize>first << 3), rule = <u32>column(table, 7 + c);
    let good = i64x2.splat(-1);
    const end = <usize>even << 3;
    for (let i: usize = 0; i < end; i += 16) good = v128.and(good, keeps(v128.load(rows + i), rule));
    // The row that is left by itself: what lies after it is nobody's.
    if (first + even < beyond) good = v128.and(good, keeps(v128.load64_splat(rows + end), rule));
    if (!i64x2.all_true(good)) atomic.store<i32>(flag, 1);
  }
}
