import { normalQuantile } from '../../src/quant/normal.ts';
import { peerFunction } from '../peers/load-peer.ts';
import { askNpm } from './ask-npm.ts';
import type { Answered } from './known-wrong.ts';

const CHANCES = [1e-10, 1e-15, 1e-20];

export const stdlibNormalQuantile: Answered = {
  status: 'answered',
  id: 'stdlib-normal-quantile',
  peer: 'npm @stdlib/stats-base-dists-normal-quantile 0.3.1',
  link: 'https://www.npmjs.com/package/@stdlib/stats-base-dists-normal-quantile',
  dated: '2026-11-20',
  question: 'Below which levels does a standard normal draw fall with chance 1e-10, 1e-15 and 1e-20?',
  labels: ['1e-10', '1e-15', '1e-20'],
  theirs: {
    recorded: [-6.361340889697423, -7.94144448741598, Number.NEGATIVE_INFINITY],
    how: 'its own answers: quantile(p, 0, 1)',
    ask: askNpm(async () => {
      const quantile = await peerFunction<(p: number, mean: number, deviation: number) => number>(
        '@stdlib/stats-base-dists-normal-quantile',
      );
      return CHANCES.map((p) => quantile(p, 0, 1));
    }),
  },
  ours: () => CHANCES.map(normalQuantile),
  truth: {
    answer: [-6.361340902404057, -7.941345326170997, -9.262340089798407],
    why: '60-digit inverse (mpmath)',
  },
  tolerance: { relative: 1e-14, why: 'a few units in the last place' },
  verdict:
    'The law is inverted through 2 p - 1, which keeps of a small p only what survives beside one: five digits at 1e-15, none at 1e-20. Its distribution function, on the other hand, is right to 2e-13 in the whole tail.',
};
