import { chainStrikes } from '../../src/quant/batch/chain-strikes.ts';
import { COLUMNS } from '../../src/quant/batch/columns.ts';
import type { Kernels } from '../../src/quant/batch/kernels.ts';
import type { Pass } from './best-of.ts';
import { type Book, bookSize } from './books.ts';
import type { OurEuropean } from './compare/european.ts';
import type { OurImpliedVol } from './compare/implied-vol.ts';
import type { QuotesBook } from './quotes-book.ts';

const at = (column: Float64Array, row: number): number => column[row] as number;

/** The generalised Black-Scholes kernel on a book, inputs resident where the kernels keep them. */
const anyOrder =
  (kernels: Kernels) =>
  (book: Book): Pass => {
    const { columns } = kernels.workspace([...COLUMNS.blackScholes, ...COLUMNS.european], bookSize(book));
    const { right, ...named } = book;
    for (const [name, column] of Object.entries({ ...named, sign: right }))
      columns[name as (typeof COLUMNS.blackScholes)[number]].set(column);
    return () => {
      kernels.blackScholes(columns, columns);
      return bookSize(book);
    };
  };

/** As many options as the book has, in one expiration: strikes and vols of the book, the forward at its first spot. */
const oneExpiration =
  (kernels: Kernels) =>
  (book: Book): Pass => {
    const rows = bookSize(book);
    const { columns } = kernels.workspace([...COLUMNS.black76Chain, ...COLUMNS.european], rows);
    columns.sign.set(book.right);
    columns.vol.set(book.vol);
    const { strike, logStrike, anchor } = chainStrikes(book.strike);
    columns.strike.set(strike);
    columns.logStrike.set(logStrike);
    const chain = {
      ...columns,
      anchor,
      forward: at(book.spot, 0),
      expiry: at(book.expiry, 0),
      discount: 0.99,
    };
    return () => {
      kernels.black76Chain(chain, columns);
      return rows;
    };
  };

/** `typescript`, `typescript-chain`, `wasm-simd`, ... for each build given. */
export const ourEuropean = (builds: readonly Kernels[]): OurEuropean =>
  Object.fromEntries(
    builds.flatMap((kernels) => [
      [kernels.name, anyOrder(kernels)],
      [`${kernels.name}-chain`, oneExpiration(kernels)],
    ]),
  );

const solver =
  (kernels: Kernels) =>
  (quotes: QuotesBook): Pass => {
    const rows = quotes.premium.length;
    const { columns } = kernels.workspace([...COLUMNS.impliedVol, 'vol'], rows);
    columns.sign.set(quotes.right);
    columns.premium.set(quotes.premium);
    columns.forward.set(quotes.forward);
    columns.strike.set(quotes.strike);
    columns.expiry.set(quotes.expiry);
    columns.discount.fill(1);
    const vols = { vol: columns.vol, code: new Uint8Array(rows) };
    return () => {
      kernels.impliedVol(columns, vols);
      return rows;
    };
  };

export const ourImpliedVol = (builds: readonly Kernels[]): OurImpliedVol =>
  Object.fromEntries(builds.map((kernels) => [kernels.name, solver(kernels)]));
