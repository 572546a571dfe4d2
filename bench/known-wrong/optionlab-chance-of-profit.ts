import {
  callSpread,
  type Lognormal,
  probabilityBelow,
  probabilityBetween,
  putSpread,
} from '../../src/quant/lognormal.ts';
import type { Answered } from './known-wrong.ts';

/** It counts the first and the last day: 46 from 2024-01-02 to 2024-02-16. */
const LAW: Lognormal = { forward: 5000, vol: 0.16, expiry: 46 / 365 };
const CREDIT = 12;

/** Mean profit of the 4600/4650/5350/5400 condor where it wins, and mean loss where it loses. */
function condorMeans(): readonly number[] {
  const wins = probabilityBetween({ ...LAW, low: 4650 - CREDIT, high: 5350 + CREDIT });
  const owed = putSpread(LAW, 4600, 4650) + callSpread(LAW, 5350, 5400);
  const lost = putSpread(LAW, 4600, 4650 - CREDIT) + callSpread(LAW, 5350 + CREDIT, 5400);
  return [(CREDIT - owed + lost) / wins, -lost / (1 - wins)];
}

export const optionlabChanceOfProfit: Answered = {
  status: 'answered',
  id: 'optionlab-chance-of-profit',
  peer: 'optionlab 1.4.1 (corrected in 1.4.2)',
  link: 'https://github.com/rgaveiga/optionlab/pull/43',
  dated: '2025-01-26',
  question:
    'SPX 5000, vol 16 %, rate 0, 46 days: how likely is a 5400 call bought for 10 to end above 5410.01 (prices looked at up to 5500), and what does a 4600/4650/5350/5400 condor sold for 12 earn on average when it wins, and lose when it loses?',
  labels: ['chance of profit', 'mean profit', 'mean loss'],
  theirs: {
    recorded: [0, 12, -38],
    how: 'run_strategy of optionlab 1.4.1 from PyPI, run on 2026-11-20 with discard_nonbusiness_days false',
  },
  ours: () => [1 - probabilityBelow(LAW, 5410.01), ...condorMeans()],
  truth: {
    answer: [0.07839647785348028, 11.885399735332747, -33.78465856354805],
    why: 'quadrature of the lognormal law at 60 digits (mpmath)',
  },
  tolerance: {
    relative: 1e-12,
    why: 'a chance of 8 % is taken as the rest of one of 92 %; sums of terms of size 5000',
  },
  verdict:
    'Up to 1.4.1 a price range counted only if its mean price lay in the range of prices looked at, so the chance of profit depended on where the plot ends, and mean profit was the profit at the mean price: for a condor, its maximum. Its author found the means wrong against simulation and removed them in 1.4.2, after which the chance is right too.',
};
