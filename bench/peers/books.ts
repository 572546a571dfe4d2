import { type Random, seededRandom } from '../../src/core/random.ts';

/** Options as columns, in the order every column file and every baseline reads them. */
export interface Book {
  readonly spot: Float64Array;
  readonly strike: Float64Array;
  /** Continuously compounded, decimal. */
  readonly rate: Float64Array;
  readonly yield: Float64Array;
  /** Annualised, decimal. */
  readonly vol: Float64Array;
  /** Years; whole days of 365 in every book made here, as QuantLib counts in dates. */
  readonly expiry: Float64Array;
  /** 1 for a call, -1 for a put. */
  readonly right: Float64Array;
}

export const bookColumns = (book: Book): readonly Float64Array[] => [
  book.spot,
  book.strike,
  book.rate,
  book.yield,
  book.vol,
  book.expiry,
  book.right,
];

export const bookSize = ({ spot }: Book): number => spot.length;

interface Option {
  readonly spot: number;
  readonly strike: number;
  readonly rate: number;
  readonly yield: number;
  readonly vol: number;
  readonly days: number;
  readonly right: 1 | -1;
}

function bookOf(options: readonly Option[]): Book {
  const pick = (read: (option: Option) => number): Float64Array => Float64Array.from(options, read);
  return {
    spot: pick(({ spot }) => spot),
    strike: pick(({ strike }) => strike),
    rate: pick(({ rate }) => rate),
    yield: pick((option) => option.yield),
    vol: pick(({ vol }) => vol),
    expiry: pick(({ days }) => days / 365),
    right: pick(({ right }) => right),
  };
}

const between = (random: Random, low: number, high: number): number => low + (high - low) * random();
const wholeBetween = (random: Random, low: number, high: number): number =>
  Math.floor(between(random, low, high + 1));

const many = (count: number, seed: number, draw: (random: Random) => Option): Book => {
  const random = seededRandom(seed);
  return bookOf(Array.from({ length: count }, () => draw(random)));
};

/**
 * A random book of European options: spot 50 to 150, strike .7 to 1.3 of it, rate 0 to 5 %, yield 0 to 3 %, vol 10 to
 * 60 %, a day to two years, calls and puts alike.
 */
export const europeanBook = (count = 1000, seed = 1): Book =>
  many(count, seed, (random) => {
    const spot = between(random, 50, 150);
    return {
      spot,
      strike: spot * between(random, 0.7, 1.3),
      rate: between(random, 0, 0.05),
      yield: between(random, 0, 0.03),
      vol: between(random, 0.1, 0.6),
      days: wholeBetween(random, 1, 730),
      right: random() < 0.5 ? 1 : -1,
    };
  });

/** The same book with no yield: the only kind the packages `black-scholes` and `@uqee/black-scholes` know. */
export const withoutYield = (book: Book): Book => ({ ...book, yield: new Float64Array(bookSize(book)) });

/**
 * The sample American engines are compared on: puts struck at 100, spot 70 to 130, rate 1 to 10 %, yield 0 to 10 %, vol
 * 10 to 60 %, 7 days to 2 years.
 */
export const americanPuts = (count = 2000, seed = 3): Book =>
  many(count, seed, (random) => ({
    spot: between(random, 70, 130),
    strike: 100,
    rate: between(random, 0.01, 0.1),
    yield: between(random, 0, 0.1),
    vol: between(random, 0.1, 0.6),
    days: wholeBetween(random, 7, 730),
    right: -1,
  }));

/** The first rows of a book, for engines too slow for all of it. */
export const firstOf = (book: Book, count: number): Book => ({
  spot: book.spot.slice(0, count),
  strike: book.strike.slice(0, count),
  rate: book.rate.slice(0, count),
  yield: book.yield.slice(0, count),
  vol: book.vol.slice(0, count),
  expiry: book.expiry.slice(0, count),
  right: book.right.slice(0, count),
});
