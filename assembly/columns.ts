// A kernel is handed the address of a table: up to sixteen column addresses of four bytes, then eight numbers of eight.
// Rows are done in pairs and stages in fours, so every column has room for three rows more than it is said to hold.

/** Address of one column. */
@inline export function column(table: usize, index: i32): usize {
  return <usize>load<u32>(table + (<usize>index << 2));
}

/** A number that holds for every row. */
@inline export function scalar(table: usize, index: i32): f64 {
  return load<f64>(table + 64 + (<usize>index << 3));
}
