import { americanBoundary } from '../../src/quant/american/american-boundary.ts';
import { americanPremium } from '../../src/quant/american/american-premium.ts';
import type { Book } from '../peers/books.ts';
import { quantLib } from '../peers/quantlib.ts';
import { isSkipped, type Skipped } from '../peers/skipped.ts';
import type { Answer, Answered } from './known-wrong.ts';

const SPOT = 125;
const STRIKE = 100;
const TERMS = { right: 'call', rate: 0, yield: 0.12, vol: 0.1, expiry: 3 } as const;

const one = (value: number): Float64Array => Float64Array.of(value);

const CALL: Book = {
  spot: one(SPOT),
  strike: one(STRIKE),
  rate: one(TERMS.rate),
  yield: one(TERMS.yield),
  vol: one(TERMS.vol),
  expiry: one(TERMS.expiry),
  right: one(1),
};

async function ask(): Promise<Answer | Skipped> {
  const found = await quantLib();
  if (isSkipped(found)) return found;
  const kernel = found.american(CALL, 'highPrecision', 'FP-A');
  try {
    const [premiums = new Float64Array()] = await kernel.values();
    return Array.from(premiums);
  } finally {
    await kernel.close();
  }
}

export const quantlibQdFpBelowIntrinsic: Answered = {
  status: 'answered',
  id: 'quantlib-qdfp-below-intrinsic',
  peer: 'QuantLib 1.29 QdFpAmericanEngine, high precision, equation FP-A',
  link: 'https://github.com/lballabio/QuantLib/blob/v1.29/ql/pricingengines/vanilla/qdfpamericanengine.cpp',
  dated: '2026-11-20',
  question: 'What is a three-year American 100 call on 125 worth at rate 0, yield 12 % and vol 10 %?',
  labels: ['premium'],
  theirs: {
    recorded: [11.4562958615061],
    how: 'its own answer with that equation asked for',
    ask,
  },
  ours: () => [americanPremium(americanBoundary({ ...TERMS, accuracy: 'precise' }), SPOT, STRIKE)],
  truth: {
    answer: [25],
    why: 'a perpetual call is exercised above K b / (b - 1) = 104.2 with b = 1 + 2 q / vol^2 = 25, a shorter one no later; 125 is beyond it, so exercise now, worth 25, is best',
  },
  tolerance: { relative: 1e-14, why: 'one subtraction, per unit of the spot' },
  verdict:
    'Half of what exercise pays at once, with no failure reported. Left to choose, the engine takes equation FP-B here and answers 25.000005; FP-A is an option of its constructor, and seven of the 2100 rows of our table fall below intrinsic value with it, all of three years at vol 10 %. No single engine should be a reference there.',
};
