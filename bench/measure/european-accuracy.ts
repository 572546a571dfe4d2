import { join } from 'node:path';
import type { EuropeanValues, SecondOrderValues } from '../../src/quant/batch/columns.ts';
import type { Kernels } from '../../src/quant/batch/kernels.ts';
import { rightSign } from '../../src/quant/batch/right-sign.ts';
import { blackScholesSecondOrder } from '../../src/quant/batch/second-order.ts';
import { blackScholesGreeks } from '../../src/quant/black-scholes-greeks.ts';
import {
  type ErrorAt,
  numberIn,
  readVectors,
  relativeError,
  type VectorRow,
  type Worst,
  worstOf,
} from './vectors.ts';

const FIRST = ['delta', 'gamma', 'vega', 'theta', 'rho'] as const;
const SECOND = ['vanna', 'volga', 'charm'] as const;
const GREEKS = [...FIRST, ...SECOND] as const;

/** Values computed for the rows of a table: by name, one column each. */
type Computed = EuropeanValues & SecondOrderValues;

/** Something that prices a table of options by generalised Black-Scholes. */
export type EuropeanPricer = (rows: readonly VectorRow[]) => Computed;

const column = (rows: readonly VectorRow[], name: string): Float64Array =>
  Float64Array.from(rows, (row) => numberIn(row, name));

const emptyValues = (rows: number): Computed => ({
  premium: new Float64Array(rows),
  delta: new Float64Array(rows),
  gamma: new Float64Array(rows),
  vega: new Float64Array(rows),
  theta: new Float64Array(rows),
  rho: new Float64Array(rows),
  vanna: new Float64Array(rows),
  volga: new Float64Array(rows),
  charm: new Float64Array(rows),
});

/** The scalar functions, row by row. */
export const scalarPricer: EuropeanPricer = (rows) => {
  const values = emptyValues(rows.length);
  rows.forEach((row, i) => {
    const greeks = blackScholesGreeks({
      right: row['type'] === 'C' ? 'call' : 'put',
      spot: numberIn(row, 'S'),
      strike: numberIn(row, 'K'),
      vol: numberIn(row, 'sigma'),
      expiry: numberIn(row, 'T'),
      rate: numberIn(row, 'r'),
      yield: numberIn(row, 'q'),
    });
    for (const name of ['premium', ...GREEKS] as const) values[name][i] = greeks[name];
  });
  return values;
};

/** A build of the batch kernels. */
export const batchPricer =
  (kernels: Kernels): EuropeanPricer =>
  (rows) => {
    const book = {
      sign: Float64Array.from(rows, (row) => rightSign(row['type'] === 'C' ? 'call' : 'put')),
      spot: column(rows, 'S'),
      strike: column(rows, 'K'),
      rate: column(rows, 'r'),
      yield: column(rows, 'q'),
      vol: column(rows, 'sigma'),
      expiry: column(rows, 'T'),
    };
    const values = emptyValues(rows.length);
    kernels.blackScholes(book, values);
    blackScholesSecondOrder(book, values, values);
    return values;
  };

const nameOf = (row: VectorRow): string => Object.values(row).slice(0, 7).join(' ');
/** What the targets speak of: values above this size. */
const LEAST = 1e-6;
/** One day, as the tables round it. */
const ONE_DAY = 1 / 365 - 1e-12;

/** Our own table of random SPX-like options, or the published-extremes table beside the checkout. */
export const randomRows = (): readonly VectorRow[] =>
  readVectors(join(import.meta.dirname, '..', '..'), 'test', 'golden', 'quant', 'european-random.csv');
export const extremeRows = (root: string): readonly VectorRow[] =>
  readVectors(root, 'vectors', 'bs_greeks.csv');

/** Worst |premium - reference| / max(S, K). */
export function premiumError(price: EuropeanPricer, rows: readonly VectorRow[]): Worst {
  const { premium } = price(rows);
  return worstOf(
    rows.map((row, i) => ({
      error:
        Math.abs((premium[i] as number) - numberIn(row, 'price')) /
        Math.max(numberIn(row, 'S'), numberIn(row, 'K')),
      at: nameOf(row),
    })),
  );
}

/** Worst relative error of a premium above 1e-6. */
export function premiumRelativeError(price: EuropeanPricer, rows: readonly VectorRow[]): Worst {
  const { premium } = price(rows);
  return worstOf(
    rows.flatMap((row, i) => {
      const reference = numberIn(row, 'price');
      return reference > LEAST
        ? [{ error: relativeError(premium[i] as number, reference), at: nameOf(row) }]
        : [];
    }),
  );
}

/** Worst relative error of any of eight Greeks above 1e-6, of options with a day or more, or less than a day, to go. */
export function greeksError(
  price: EuropeanPricer,
  rows: readonly VectorRow[],
  which: 'a day or more' | 'less than a day',
): Worst {
  const values = price(rows);
  const errors: ErrorAt[] = [];
  rows.forEach((row, i) => {
    if (numberIn(row, 'T') >= ONE_DAY !== (which === 'a day or more')) return;
    for (const name of GREEKS) {
      const reference = numberIn(row, name);
      if (Math.abs(reference) > LEAST)
        errors.push({
          error: relativeError(values[name][i] as number, reference),
          at: `${name} of ${nameOf(row)}`,
        });
    }
  });
  return worstOf(errors);
}
