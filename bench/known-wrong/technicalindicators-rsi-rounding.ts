import { rsi } from '../../src/quant/series/rsi.ts';
import { peerModule } from '../peers/load-peer.ts';
import { askNpm } from './ask-npm.ts';
import type { Answered } from './known-wrong.ts';

const CLOSES = [
  44.32, 43.89, 44.16, 44.02, 44.51, 44.83, 44.83, 45.03, 44.78, 45.24, 45.73, 45.41, 46.08, 45.84, 46.15, 46,
  46.2, 45.99, 46.32, 46.11,
];

interface TechnicalIndicators {
  readonly rsi: (input: { period: number; values: number[] }) => number[];
}

export const technicalindicatorsRsiRounding: Answered = {
  status: 'answered',
  id: 'technicalindicators-rsi-rounding',
  peer: 'npm technicalindicators 3.1.0',
  link: 'https://www.npmjs.com/package/technicalindicators',
  dated: '2026-11-20',
  question: `What is Wilder's RSI over 14 closes after each of the last six of ${CLOSES.join(', ')}?`,
  labels: ['15th close', '16th', '17th', '18th', '19th', '20th'],
  theirs: {
    recorded: [69.93, 67.56, 69.07, 65.61, 68.3, 64.83],
    how: 'its own answers: RSI.calculate',
    ask: askNpm(async () => {
      const lib = await peerModule<TechnicalIndicators>('technicalindicators', ['rsi']);
      return lib.rsi({ period: 14, values: CLOSES });
    }),
  },
  ours: () => Array.from(rsi(Float64Array.from(CLOSES), 14).values),
  truth: {
    answer: [
      69.93464052287581, 67.55706653715396, 69.06709727977582, 65.61379335477663, 68.29636873761899,
      64.83031087565458,
    ],
    why: 'the recursion in exact fractions of cents',
  },
  tolerance: {
    relative: 1e-13,
    why: 'closes in cents are not doubles; each step of the recursion rounds once',
  },
  verdict:
    'The package cuts its result to two decimals, which no definition of RSI asks for: off by up to 0.005, so a crossing of 30 or 70, and any divergence of two pivots, can come on another day.',
};
