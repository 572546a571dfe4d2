import type { DatedFlow } from '../peers/npm/money-weighted.ts';
import { loadXirr, xirrFlows } from '../peers/npm/money-weighted.ts';
import { askNpm, orRefused } from './ask-npm.ts';
import { ourXirr } from './excel-xirr.ts';
import type { Answered } from './known-wrong.ts';

const CASES: readonly (readonly DatedFlow[])[] = [
  [
    { date: '2021-08-03', amount: -99_995 },
    { date: '2021-08-09', amount: 97_642 },
  ],
  [
    { date: '2020-03-04', amount: -713.07 },
    { date: '2020-03-17', amount: 555.33 },
  ],
];

export const npmXirrLoss: Answered = {
  status: 'answered',
  id: 'npm-xirr-loss',
  peer: 'npm xirr 1.1.0',
  link: 'https://github.com/RayDeCampo/nodejs-xirr/issues/14',
  dated: '2021-11-10',
  question:
    'What yearly rates are a loss from 99995 to 97642 in the six days from 2021-08-03, and one from 713.07 to 555.33 in the thirteen from 2020-03-04?',
  labels: ['rate, 6 days', 'rate, 13 days'],
  theirs: {
    recorded: [Number.NaN, Number.NaN],
    how: 'it throws: Newton-Raphson algorithm failed to converge (the second case is from its issue 5)',
    ask: askNpm(async () => {
      const xirr = await loadXirr();
      return CASES.map((flows) => orRefused(() => xirr(xirrFlows(flows))));
    }),
  },
  ours: () => CASES.map(ourXirr),
  truth: {
    answer: [-0.7650989868520954, -0.9991059150638755],
    why: 'two flows have a closed form: (out / in)^(365 / days) - 1, at 60 digits',
  },
  tolerance: { relative: 1e-13, why: 'the exponent, up to 60, multiplies the rounding of the ratio' },
  verdict:
    "Short losing trades annualise to rates near -100 %, where Newton's method from the total return leaves the domain. The thread's answer is to pass a guess, and with one it converges; nothing about the flows is unusual for a condor.",
};
