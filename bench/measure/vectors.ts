import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';

/** One line of a reference table, cells by column name. */
export type VectorRow = Readonly<Record<string, string>>;

/** A table of ../shared, header in its first line. */
export const readVectors = (root: string, ...path: readonly string[]): readonly VectorRow[] =>
  parse(readFileSync(join(root, ...path)), { columns: true, skip_empty_lines: true }) as VectorRow[];

/** The number in a column, correctly rounded from however many digits are given; values too small for a double are 0. */
export function numberIn(row: VectorRow, column: string): number {
  const text = row[column];
  if (text === undefined || text === '') throw new Error(`reference table has no ${column} here`);
  return Number(text);
}

/** The worst of many errors, and where it was. */
export interface Worst {
  readonly error: number;
  readonly at: string;
  readonly cases: number;
}

export interface ErrorAt {
  readonly error: number;
  readonly at: string;
}

/** A NaN counts as the worst there can be. */
export function worstOf(errors: readonly ErrorAt[]): Worst {
  let worst: ErrorAt = { error: 0, at: '' };
  for (const one of errors) if (!(one.error <= worst.error)) worst = one;
  return {
    ...worst,
    error: Number.isNaN(worst.error) ? Number.POSITIVE_INFINITY : worst.error,
    cases: errors.length,
  };
}

/** |computed / reference - 1|; the absolute error where the reference is 0. */
export const relativeError = (computed: number, reference: number): number =>
  Math.abs(reference === 0 ? computed : (computed - reference) / reference);
