import { rollingStdDev } from '../../src/quant/series/rolling-std-dev.ts';
import { isSkipped } from '../peers/skipped.ts';
import { taLib } from '../peers/ta-lib.ts';
import type { Answered } from './known-wrong.ts';

/** Exact doubles: an index at 5000 that ticks up and down by 1/128 about it. */
const CLOSES = Float64Array.from(
  { length: 400 },
  (_, i) => 5000 + ([0, 1, 2, 1, 0, -1, -2, -1][i % 8] as number) / 128,
);

export const taLibStdDevCancellation: Answered = {
  status: 'answered',
  id: 'ta-lib-std-dev-cancellation',
  peer: 'TA-Lib 0.6.0-dev in C, as carried by npm talib-binding 1.0.2',
  link: 'https://github.com/TA-Lib/ta-lib/issues/118',
  dated: '2026-07-16',
  question:
    'What is the population standard deviation of the last 20 of 400 closes that tick 0, 1, 2, 1, 0, -1, -2, -1 times 1/128 about 5000?',
  labels: ['standard deviation'],
  theirs: {
    recorded: [0.009439686972952534],
    how: 'its own answer: TA_STDDEV, which TA_BBANDS shares',
    ask: async () => {
      const found = await taLib();
      if (isSkipped(found)) return found;
      const kernel = found.indicator({ high: CLOSES, low: CLOSES, close: CLOSES }, 'stddev');
      try {
        const [column] = await kernel.values();
        return [column?.at(-1) ?? Number.NaN];
      } finally {
        await kernel.close();
      }
    },
  },
  ours: () => [rollingStdDev(CLOSES, 20).values.at(-1) ?? Number.NaN],
  truth: {
    answer: [0.00943987966687076],
    why: 'the closes are exact doubles; evaluated in exact fractions',
  },
  tolerance: { relative: 1e-13, why: 'sums of 20 deviations of size 1/64 about a mean rounded at 5000' },
  verdict:
    'Running sums of squares lose what the level has in common: here four digits of the standard deviation, hence of the width of the bands, are left. Its maintainers describe it in the thread, and release 0.8.1 was asked and answers right; the older source in the npm binding does not.',
};
