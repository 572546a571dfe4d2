import type { Answered } from './known-wrong.ts';
import { askQuantLib, type ForwardQuote, ourVols } from './quantlib-implied-std-dev.ts';

const QUOTES: readonly ForwardQuote[] = [
  { right: 'call', forward: 5000, strike: 5000.0001, expiry: 1 / 8760, premium: 0.42619374426441436 },
];

export const quantlibLiRs: Answered = {
  status: 'answered',
  id: 'quantlib-li-rs',
  peer: 'QuantLib 1.29 blackFormulaImpliedStdDevLiRS',
  link: 'https://github.com/lballabio/QuantLib/blob/v1.29/ql/pricingengines/blackformula.cpp',
  dated: '2026-11-20',
  question:
    'Which vol does an undiscounted premium of 0.42619374426441436 imply for a 5000.0001 call on a forward of 5000 with an hour left?',
  labels: ['vol'],
  theirs: {
    recorded: [Number.NaN],
    how: 'it throws, at its default accuracy of 1e-6',
    ask: askQuantLib(QUOTES, 'LiRS'),
  },
  ours: () => ourVols(QUOTES),
  truth: {
    answer: [0.02],
    why: 'the premium was made from a vol of 2 % at 60 digits and rounded to a double',
  },
  tolerance: { relative: 1e-13, why: 'what an ulp of the premium is worth in vol, with room' },
  verdict:
    'The quote is an ordinary one: at the money, inside the no-arbitrage bounds. The over-relaxed iteration does not converge from its guess; at accuracy 1e-12 it refuses 8 % of a book of SPX-like quotes.',
};
