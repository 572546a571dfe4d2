import { impliedVol } from '../../src/quant/implied-vol.ts';
import { peerModule } from '../peers/load-peer.ts';
import { askNpm } from './ask-npm.ts';
import type { Answered } from './known-wrong.ts';

const SPOT = 5000;
const QUOTES = [
  { premium: 0.05, strike: 4500, days: 7 },
  { premium: 0.05, strike: 4250, days: 30 },
] as const;

interface ImpliedVolatility {
  readonly getImpliedVolatility: (
    premium: number,
    s: number,
    k: number,
    t: number,
    r: number,
    right: 'put',
  ) => number;
}

export const npmImpliedVolatilityCents: Answered = {
  status: 'answered',
  id: 'npm-implied-volatility-cents',
  peer: 'npm implied-volatility 1.0.0',
  link: 'https://www.npmjs.com/package/implied-volatility',
  dated: '2026-11-20',
  question:
    'Which vols make a seven-day 4500 put and a thirty-day 4250 put on 5000 worth 0.05 each, at rate 0?',
  labels: ['vol, 7 days', 'vol, 30 days'],
  theirs: {
    recorded: [0.25, 0.18125000000000002],
    how: 'its own answers: getImpliedVolatility',
    ask: askNpm(async () => {
      const { getImpliedVolatility } = await peerModule<ImpliedVolatility>('implied-volatility', [
        'getImpliedVolatility',
      ]);
      return QUOTES.map(({ premium, strike, days }) =>
        getImpliedVolatility(premium, SPOT, strike, days / 365, 0, 'put'),
      );
    }),
  },
  ours: () =>
    QUOTES.map(({ premium, strike, days }) => {
      const solved = impliedVol({
        right: 'put',
        premium,
        forward: SPOT,
        strike,
        expiry: days / 365,
        discount: 1,
      });
      return solved.ok ? solved.value : Number.NaN;
    }),
  truth: {
    answer: [0.24846166163644048, 0.1791406952900297],
    why: '60-digit root of the formula (mpmath)',
  },
  tolerance: { relative: 1e-14, why: 'a few units in the last place of a vol' },
  verdict:
    'The package halves an interval until the premium agrees when cut to a whole cent, so a wing worth five cents is told apart from one worth six and no finer: up to 0.2 vol points here, and the cheaper the option the worse.',
};
