import { black76 } from '../../src/quant/black76.ts';
import { normalCdf } from '../../src/quant/normal.ts';
import { peerModule } from '../peers/load-peer.ts';
import { askNpm } from './ask-npm.ts';
import type { Answered } from './known-wrong.ts';

const SPOT = 5000;
const STRIKE = 4150;
const EXPIRY = 5 / 365;
const VOL = 0.2;
const RATE = 0.04;

interface BlackScholes {
  readonly blackScholes: (s: number, k: number, t: number, v: number, r: number, right: 'put') => number;
  readonly stdNormCDF: (x: number) => number;
}

export const npmBlackScholesTail: Answered = {
  status: 'answered',
  id: 'npm-black-scholes-tail',
  peer: 'npm black-scholes 1.1.0',
  link: 'https://www.npmjs.com/package/black-scholes',
  dated: '2026-11-20',
  question:
    'What is a five-day 4150 put on 5000 worth at vol 20 % and rate 4 %, and what is the chance of a normal draw below -7.9?',
  labels: ['premium', 'chance'],
  theirs: {
    recorded: [-6.825347676253288e-12, -2.220446049250313e-16],
    how: 'its own answers: blackScholes and stdNormCDF',
    ask: askNpm(async () => {
      const { blackScholes, stdNormCDF } = await peerModule<BlackScholes>('black-scholes', [
        'blackScholes',
        'stdNormCDF',
      ]);
      return [blackScholes(SPOT, STRIKE, EXPIRY, VOL, RATE, 'put'), stdNormCDF(-7.9)];
    }),
  },
  ours: () => [
    black76({
      right: 'put',
      forward: SPOT * Math.exp(RATE * EXPIRY),
      strike: STRIKE,
      vol: VOL,
      expiry: EXPIRY,
      discount: Math.exp(-RATE * EXPIRY),
    }),
    normalCdf(-7.9),
  ],
  truth: {
    answer: [9.22557449050137e-15, 1.3945171466592643e-15],
    why: '60-digit evaluation of the formula (mpmath, erfc)',
  },
  tolerance: {
    relative: 1e-12,
    why: 'the distance to the strike, 8 deviations, multiplies the rounding of its inputs',
  },
  verdict:
    'A premium and a probability below zero are wrong in kind. The package sums a series about 0 and adds a half, so what is left of a tail below 1e-16 is rounding; in points the error is harmless, in ratios and logarithms it is not.',
};
