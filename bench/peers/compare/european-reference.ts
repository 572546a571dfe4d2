import { numberIn, readVectors, relativeError, type VectorRow, worstOf } from '../../measure/vectors.ts';
import { sharedRoot } from '../../shared-root.ts';
import type { Book } from '../books.ts';
import type { Reference } from './contest.ts';

const GREEKS = ['delta', 'gamma', 'vega', 'theta', 'rho'] as const;
/** Values at or below this size are not held to a relative error. */
const LEAST = 1e-6;
const ONE_DAY = 1 / 365 - 1e-12;

const isWholeDays = (expiry: number): boolean => Math.abs(expiry * 365 - Math.round(expiry * 365)) < 1e-9;

/** `any`; what QuantLib's instruments can express; what the packages without a yield can. */
export type Kind = 'any' | 'whole-days' | 'no-yield';

const belongs = (row: VectorRow, kind: Kind): boolean => {
  switch (kind) {
    case 'any':
      return true;
    case 'whole-days':
      return isWholeDays(numberIn(row, 'T'));
    case 'no-yield':
      return numberIn(row, 'q') === 0;
  }
};

/** The 60-digit table of European options, a day or more to go, as a book; undefined without the shared folder. */
export function europeanReference(kind: Kind): Reference<Book> | undefined {
  const root = sharedRoot();
  if (root === undefined) return undefined;
  const rows = readVectors(root, 'vectors', 'bs_greeks.csv').filter(
    (row) => numberIn(row, 'T') >= ONE_DAY && belongs(row, kind),
  );
  const column = (name: string): Float64Array => Float64Array.from(rows, (row) => numberIn(row, name));
  const input: Book = {
    spot: column('S'),
    strike: column('K'),
    rate: column('r'),
    yield: column('q'),
    vol: column('sigma'),
    expiry: column('T'),
    right: Float64Array.from(rows, (row) => (row['type'] === 'C' ? 1 : -1)),
  };
  return { input, judge: (answers) => judged(rows, answers) };
}

const nameOf = (row: VectorRow): string =>
  ['type', 'S', 'K', 'T', 'sigma', 'r', 'q'].map((column) => row[column]).join(' ');

function judged(rows: readonly VectorRow[], [premium, ...greeks]: readonly Float64Array[]) {
  const large = (column: string, values: Float64Array | undefined) =>
    rows.flatMap((row, i) => {
      const right = numberIn(row, column);
      if (values === undefined || Math.abs(right) <= LEAST) return [];
      return [{ error: relativeError(values[i] as number, right), at: `${column} of ${nameOf(row)}` }];
    });
  const absolute = rows.map((row, i) => ({
    error:
      Math.abs((premium?.[i] as number) - numberIn(row, 'price')) /
      Math.max(numberIn(row, 'S'), numberIn(row, 'K')),
    at: nameOf(row),
  }));
  const found = [
    { what: 'premium error / max(S, K)', ...worstOf(absolute) },
    { what: 'relative error of premiums > 1e-6', ...worstOf(large('price', premium)) },
    {
      what: 'relative error of Greeks > 1e-6',
      ...worstOf(GREEKS.flatMap((name, i) => large(name, greeks[i]))),
    },
  ];
  return found.filter(({ cases }) => cases > 0);
}
