import { normalCdf } from '../../src/quant/normal.ts';
import { peerModule } from '../peers/load-peer.ts';
import { askNpm } from './ask-npm.ts';
import type { Answered } from './known-wrong.ts';

const X = -10;

interface SimpleStatistics {
  readonly cumulativeStdNormalProbability: (x: number) => number;
}

interface Jstat {
  readonly jStat: {
    readonly normal: { readonly cdf: (x: number, mean: number, deviation: number) => number };
  };
}

interface Mathjs {
  readonly erf: (x: number) => number;
}

const PART = {
  status: 'answered',
  dated: '2026-11-20',
  question: 'What is the chance of a standard normal draw below -10?',
  labels: ['chance'],
  ours: () => [normalCdf(X)],
  truth: { answer: [7.619853024160525e-24], why: '60-digit evaluation (mpmath, erfc)' },
  tolerance: { relative: 1e-14, why: 'a few units in the last place' },
} as const;

export const simpleStatisticsNormalTail: Answered = {
  ...PART,
  id: 'simple-statistics-normal-tail',
  peer: 'npm simple-statistics 7.12.1',
  link: 'https://github.com/simple-statistics/simple-statistics/pull/829',
  theirs: {
    recorded: [0.001],
    how: 'its own answer: cumulativeStdNormalProbability',
    ask: askNpm(async () => {
      const lib = await peerModule<SimpleStatistics>('simple-statistics', ['cumulativeStdNormalProbability']);
      return [lib.cumulativeStdNormalProbability(X)];
    }),
  },
  verdict:
    'A table of four decimals that ends at 3.09: everything beyond reads one in a thousand. The thread says so and adds a better function beside it, good to 4e-8 in absolute terms, which still has no tail.',
};

export const jstatNormalTail: Answered = {
  ...PART,
  id: 'jstat-normal-tail',
  peer: 'npm jstat 1.9.6',
  link: 'https://github.com/jstat/jstat/issues/182',
  theirs: {
    recorded: [0],
    how: 'its own answer: jStat.normal.cdf',
    ask: askNpm(async () => {
      const { jStat } = await peerModule<Jstat>('jstat', ['jStat']);
      return [jStat.normal.cdf(X, 0, 1)];
    }),
  },
  verdict:
    'Half of 1 + erf: below 1e-16 nothing is left of the sum. The thread, on another law, asks for the upper tail for the same reason; a contributor there states an accuracy of 1e-6 in general.',
};

export const mathjsNormalTail: Answered = {
  ...PART,
  id: 'mathjs-normal-tail',
  peer: 'npm mathjs 15.2.0',
  link: 'https://mathjs.org/docs/reference/functions/erf.html',
  theirs: {
    recorded: [0],
    how: 'half of 1 + erf(x / sqrt 2), the one way it offers',
    ask: askNpm(async () => {
      const { erf } = await peerModule<Mathjs>('mathjs', ['erf']);
      return [0.5 * (1 + erf(X / Math.SQRT2))];
    }),
  },
  verdict:
    'Its erf is good; it has no erfc, so a tail probability can only be had as a difference of numbers near one. Nothing in its documentation promises more.',
};
