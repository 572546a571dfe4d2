import { parseDecimal } from '../cell.ts';
import { refuse } from '../refuse.ts';

/** Nothing in a chain, price or count, reaches this; a larger number is a broken row. */
const HIGHEST = 1e9;

function refuseAmount(
  text: string,
  value: number | undefined,
  file: string,
  line: number,
  field: string,
): never {
  const what =
    value === undefined ? 'is not a number' : value < 0 ? 'is negative' : 'is beyond any price or count';
  return refuse({ file, line, field, value: text, what, fix: 'download the file again' });
}

/**
 * A price or count of a chain. Takes its place as plain arguments: 14,000 rows of eight numbers are read at once.
 *
 * @throws ProblemError unless it is a finite number, 0 or more: `NaN` in a chain is damage, not absence
 */
export function amountIn(text: string, file: string, line: number, field: string): number {
  const value = parseDecimal(text);
  if (value === undefined || value < 0 || value > HIGHEST)
    return refuseAmount(text, value, file, line, field);
  return value === 0 ? 0 : value; // -0 is 0
}

/** As `amountIn`, where an empty cell is how vendors write none: counts, and a bid nobody makes. */
export const amountOrNone = (text: string, file: string, line: number, field: string): number =>
  text.trim() === '' ? 0 : amountIn(text, file, line, field);
