import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { numberIn, readVectors, worstOf } from '../../measure/vectors.ts';
import { sharedRoot } from '../../shared-root.ts';
import { type Book, bookColumns } from '../books.ts';
import { cacheFolder, keyOf } from '../cache.ts';
import { readColumns, writeColumns } from '../column-file.ts';
import type { FixedPointEquation, QuantLib } from '../quantlib.ts';
import type { Reference } from './contest.ts';

/** The two high-precision runs must agree this well before either is a reference. */
const AGREE = 1e-6;

/** QuantLib at high precision by one fixed-point equation, kept on disk: it takes 20 to 50 ms an option. */
async function highPrecision(
  quantlib: QuantLib,
  book: Book,
  equation: FixedPointEquation,
): Promise<Float64Array> {
  const bytes = bookColumns(book).map((column) => new Uint8Array(column.buffer));
  const path = join(cacheFolder(), `american-${keyOf(quantlib.version, equation, ...bytes)}`);
  if (!existsSync(path)) {
    const kernel = quantlib.american(book, 'highPrecision', equation);
    try {
      writeColumns(path, await kernel.values());
    } finally {
      await kernel.close();
    }
  }
  return readColumns(path)[0] ?? new Float64Array();
}

/** A book with premiums to judge by. */
const onBook = (what: string, input: Book, premiums: Float64Array): Reference<Book> => ({
  input,
  judge: ([answers = new Float64Array()]) => {
    const compared = Array.from(premiums, (right, i) => ({ right, i })).filter(
      ({ right }) => !Number.isNaN(right),
    );
    const squares = compared.map(({ right, i }) => ((answers[i] as number) - right) ** 2);
    return [
      {
        what: `error on ${what}`,
        ...worstOf(
          compared.map(({ right, i }) => ({
            error: Math.abs((answers[i] as number) - right),
            at: `row ${i}`,
          })),
        ),
      },
      {
        what: 'root mean square of it',
        error: Math.sqrt(squares.reduce((sum, square) => sum + square, 0) / squares.length),
        at: 'all rows',
        cases: squares.length,
      },
    ];
  },
});

/**
 * Premiums of a book to judge by: QdFp at high precision, left out where its two fixed-point equations differ by more than
 * 1e-6, for either alone has been seen to fail.
 */
export async function americanBookReference(quantlib: QuantLib, book: Book): Promise<Reference<Book>> {
  const a = await highPrecision(quantlib, book, 'FP-A');
  const b = await highPrecision(quantlib, book, 'FP-B');
  const agreed = a.map((value, i) => (Math.abs(value - (b[i] as number)) <= AGREE ? value : Number.NaN));
  return onBook('the sample, against QdFp at high precision', book, agreed);
}

/** The table of calls and puts at every sign of rate, where two methods agree to 1e-6; strikes are 100. */
export function americanTableReference(): Reference<Book> | undefined {
  const root = sharedRoot();
  if (root === undefined) return undefined;
  const rows = readVectors(root, 'vectors', 'american_continuous.csv').filter(
    (row) => row['status'] === 'verified_1e-6',
  );
  const column = (name: string): Float64Array => Float64Array.from(rows, (row) => numberIn(row, name));
  const book: Book = {
    spot: column('S'),
    strike: column('K'),
    rate: column('r'),
    yield: column('q'),
    vol: column('sigma'),
    expiry: column('days').map((days) => days / 365),
    right: Float64Array.from(rows, (row) => (row['type'] === 'C' ? 1 : -1)),
  };
  return onBook('american_continuous.csv, the rows verified to 1e-6', book, column('american'));
}
