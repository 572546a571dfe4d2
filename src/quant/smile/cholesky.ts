/**
 * Solves the symmetric positive definite system `matrix` x = `right` in place: `right` becomes x, the lower triangle of
 * `matrix` its Cholesky factor. Only the lower triangle is read.
 *
 * @param matrix  n x n by rows
 * @returns false, with both arguments spoilt, when the matrix is not positive definite
 */
export function solveCholesky(matrix: Float64Array, right: Float64Array): boolean {
  const n = right.length;
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = matrix[i * n + j] as number;
      for (let l = 0; l < j; l++) sum -= (matrix[i * n + l] as number) * (matrix[j * n + l] as number);
      if (i === j && !(sum > 0)) return false;
      matrix[i * n + j] = i === j ? Math.sqrt(sum) : sum / (matrix[j * n + j] as number);
    }
  }
  for (let i = 0; i < n; i++) {
    let sum = right[i] as number;
    for (let l = 0; l < i; l++) sum -= (matrix[i * n + l] as number) * (right[l] as number);
    right[i] = sum / (matrix[i * n + i] as number);
  }
  for (let i = n - 1; i >= 0; i--) {
    let sum = right[i] as number;
    for (let l = i + 1; l < n; l++) sum -= (matrix[l * n + i] as number) * (right[l] as number);
    right[i] = sum / (matrix[i * n + i] as number);
  }
  return true;
}
