import { impliedVol } from '../../src/quant/implied-vol.ts';
import { quantLib } from '../peers/quantlib.ts';
import type { QuotesBook } from '../peers/quotes-book.ts';
import { isSkipped, type Skipped } from '../peers/skipped.ts';
import type { Answer, Answered } from './known-wrong.ts';

export interface ForwardQuote {
  readonly right: 'call' | 'put';
  readonly forward: number;
  readonly strike: number;
  readonly expiry: number;
  readonly premium: number;
}

const QUOTES: readonly ForwardQuote[] = [
  { right: 'put', forward: 5000, strike: 4990, expiry: 1 / 8760, premium: 0.013804487741923598 },
  { right: 'put', forward: 20, strike: 10, expiry: 1 / 365, premium: 1.020342567040752e-29 },
];

const asBook = (quotes: readonly ForwardQuote[]): QuotesBook => {
  const column = (read: (quote: ForwardQuote) => number): Float64Array => Float64Array.from(quotes, read);
  return {
    forward: column(({ forward }) => forward),
    strike: column(({ strike }) => strike),
    expiry: column(({ expiry }) => expiry),
    right: column(({ right }) => (right === 'call' ? 1 : -1)),
    premium: column(({ premium }) => premium),
    vol: new Float64Array(quotes.length),
  };
};

/** Asks QuantLib for the vols of quotes, at the accuracy its function has by default. */
export const askQuantLib =
  (quotes: readonly ForwardQuote[], method: 'stdDev' | 'LiRS') => async (): Promise<Answer | Skipped> => {
    const found = await quantLib();
    if (isSkipped(found)) return found;
    const kernel = found.impliedVol(asBook(quotes), method, 1e-6);
    try {
      const [vols = new Float64Array()] = await kernel.values();
      return Array.from(vols);
    } finally {
      await kernel.close();
    }
  };

export const ourVols = (quotes: readonly ForwardQuote[]): readonly number[] =>
  quotes.map((quote) => {
    const solved = impliedVol({ ...quote, discount: 1 });
    return solved.ok ? solved.value : Number.NaN;
  });

export const quantlibImpliedStdDev: Answered = {
  status: 'answered',
  id: 'quantlib-implied-std-dev',
  peer: 'QuantLib 1.29 blackFormulaImpliedStdDev',
  link: 'https://github.com/lballabio/QuantLib/blob/v1.29/ql/pricingengines/blackformula.cpp',
  dated: '2026-11-20',
  question:
    'Which vols do these undiscounted premiums imply: 0.013804487741923598 for a 4990 put on a forward of 5000 with an hour left, and 1.020342567040752e-29 for a 10 put on 20 with a day left?',
  labels: ['vol, an hour', 'vol, a day'],
  theirs: {
    recorded: [0.07993448490164308, 0],
    how: 'its own answers at its default accuracy of 1e-6',
    ask: askQuantLib(QUOTES, 'stdDev'),
  },
  ours: () => ourVols(QUOTES),
  truth: {
    answer: [0.08, 1.2],
    why: 'the premiums were made from vols of 8 % and 120 % at 60 digits and rounded to doubles',
  },
  tolerance: { relative: 1e-13, why: 'what an ulp of the premium is worth in vol, with room' },
  verdict:
    'Its accuracy is an absolute one on the standard deviation, which near expiry is itself small: a one-hour vol of 8 % is off by 0.007 points, and a premium too small for it comes back as vol 0 with no failure reported. With accuracy 1e-12 the first is right to 1e-8, the second still 0.',
};
