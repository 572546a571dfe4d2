import { seededRandom } from '../../src/core/random.ts';
import { black76 } from '../../src/quant/black76.ts';

/** Undiscounted premiums of out-of-the-money forward options, and the vol each was priced at. */
export interface QuotesBook {
  readonly forward: Float64Array;
  readonly strike: Float64Array;
  /** Years. */
  readonly expiry: Float64Array;
  /** 1 for a call, -1 for a put. */
  readonly right: Float64Array;
  readonly premium: Float64Array;
  /** What the premium was made from; a solver is judged on how near it comes. */
  readonly vol: Float64Array;
}

/** As a column file holds them; the vol stays on this side. */
export const quotesColumns = (book: QuotesBook): readonly Float64Array[] => [
  book.forward,
  book.strike,
  book.expiry,
  book.right,
  book.premium,
];

/**
 * Quotes like those of an SPX chain: forward 5000, strikes from it to six standard deviations out of the money,
 * vol 8 to 60 %, a day to two years. Premiums below 1e-9 points are drawn again: no market quotes them.
 */
export function quotesBook(count = 10_000, seed = 2): QuotesBook {
  const random = seededRandom(seed);
  const forward = new Float64Array(count).fill(5000);
  const columns = { strike: forward.slice(), expiry: forward.slice(), right: forward.slice() };
  const premium = forward.slice();
  const vols = forward.slice();
  for (let i = 0; i < count; ) {
    const vol = 0.08 + 0.52 * random();
    const expiry = (1 + Math.floor(729 * random())) / 365;
    const side = random() < 0.5 ? 1 : -1;
    const strike = 5000 * Math.exp(side * 6 * random() * vol * Math.sqrt(expiry));
    const value = black76({
      right: side === 1 ? 'call' : 'put',
      forward: 5000,
      strike,
      vol,
      expiry,
      discount: 1,
    });
    if (value < 1e-9) continue;
    columns.strike[i] = strike;
    columns.expiry[i] = expiry;
    columns.right[i] = side;
    premium[i] = value;
    vols[i] = vol;
    i++;
  }
  return { forward, ...columns, premium, vol: vols };
}
