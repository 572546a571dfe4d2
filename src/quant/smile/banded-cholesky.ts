/**
 * Symmetric matrix whose entries vanish more than `band` off the diagonal: `entries[i (band + 1) + d]` is the one in row i,
 * column i - d.
 */
export interface Banded {
  readonly size: number;
  readonly band: number;
  readonly entries: Float64Array;
}

export const banded = (size: number, band: number): Banded => ({
  size,
  band,
  entries: new Float64Array(size * (band + 1)),
});

/** Adds to the entry in row i, column j (and to its mirror image, which is the same number). */
export function addAt({ band, entries }: Banded, i: number, j: number, value: number): void {
  const at = i >= j ? i * (band + 1) + i - j : j * (band + 1) + j - i;
  (entries[at] as number) += value;
}

/**
 * Solves the positive definite system in place, in O(size band^2): `right` becomes the solution, the entries the Cholesky
 * factor.
 *
 * @returns false, with both arguments spoilt, when the matrix is not positive definite
 */
export function solveBanded({ size, band, entries }: Banded, right: Float64Array): boolean {
  const width = band + 1;
  for (let i = 0; i < size; i++) {
    const first = Math.max(0, i - band);
    for (let j = first; j <= i; j++) {
      let sum = entries[i * width + i - j] as number;
      for (let l = Math.max(first, j - band); l < j; l++)
        sum -= (entries[i * width + i - l] as number) * (entries[j * width + j - l] as number);
      if (i === j && !(sum > 0)) return false;
      entries[i * width + i - j] = i === j ? Math.sqrt(sum) : sum / (entries[j * width] as number);
    }
  }
  for (let i = 0; i < size; i++) {
    let sum = right[i] as number;
    for (let l = Math.max(0, i - band); l < i; l++)
      sum -= (entries[i * width + i - l] as number) * (right[l] as number);
    right[i] = sum / (entries[i * width] as number);
  }
  for (let i = size - 1; i >= 0; i--) {
    let sum = right[i] as number;
    for (let l = i + 1; l < Math.min(size, i + width); l++)
      sum -= (entries[l * width + l - i] as number) * (right[l] as number);
    right[i] = sum / (entries[i * width] as number);
  }
  return true;
}
