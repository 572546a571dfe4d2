/**
 * Factors a square matrix in place, P A = L U with row exchanges, so that several right-hand sides can follow.
 *
 * @param matrix  rows one after the other, `pivots.length` squared numbers
 * @param pivots  gets the row exchanged with each row
 * @returns false, with the matrix spoilt, if it is singular or not finite
 */
export function factorLinear(matrix: Float64Array, pivots: Int32Array): boolean {
  const n = pivots.length;
  for (let c = 0; c < n; c++) {
    const pivot = pivotRow(matrix, n, c);
    pivots[c] = pivot;
    if (pivot !== c) exchangeRows(matrix, n, c, pivot);
    const lead = matrix[c * n + c] as number;
    if (!(Math.abs(lead) > 0 && Math.abs(lead) < Number.POSITIVE_INFINITY)) return false;
    for (let i = c + 1; i < n; i++) {
      const factor = (matrix[i * n + c] as number) / lead;
      matrix[i * n + c] = factor;
      for (let j = c + 1; j < n; j++) (matrix[i * n + j] as number) -= factor * (matrix[c * n + j] as number);
    }
  }
  return true;
}

/** Solves A x = b with the factors of A; b becomes x. */
export function solveFactored(factors: Float64Array, pivots: Int32Array, rhs: Float64Array): void {
  const n = pivots.length;
  for (let i = 0; i < n; i++) {
    const pivot = pivots[i] as number;
    const held = rhs[pivot] as number;
    rhs[pivot] = rhs[i] as number;
    rhs[i] = held;
  }
  for (let i = 0; i < n; i++) {
    const x = rhs[i] as number;
    for (let j = i + 1; j < n; j++) (rhs[j] as number) -= (factors[j * n + i] as number) * x;
  }
  for (let i = n - 1; i >= 0; i--) {
    let x = rhs[i] as number;
    for (let j = i + 1; j < n; j++) x -= (factors[i * n + j] as number) * (rhs[j] as number);
    rhs[i] = x / (factors[i * n + i] as number);
  }
}

/** Row at or below the diagonal with the largest entry in the column. */
function pivotRow(matrix: Float64Array, n: number, column: number): number {
  let best = column;
  for (let i = column + 1; i < n; i++)
    if (Math.abs(matrix[i * n + column] as number) > Math.abs(matrix[best * n + column] as number)) best = i;
  return best;
}

function exchangeRows(matrix: Float64Array, n: number, a: number, b: number): void {
  for (let j = 0; j < n; j++) {
    const held = matrix[a * n + j] as number;
    matrix[a * n + j] = matrix[b * n + j] as number;
    matrix[b * n + j] = held;
  }
}
