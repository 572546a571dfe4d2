import { sharpeRatio } from '../../src/quant/statistics/sharpe.ts';
import type { Answered } from './known-wrong.ts';

const RETURNS = [0.004, -0.006, 0.011, 0.002, -0.003, 0.007, -0.001, 0.005];

export const quantstatsRollingSharpe: Answered = {
  status: 'answered',
  id: 'quantstats-rolling-sharpe',
  peer: 'quantstats 0.0.44 and earlier (corrected in 0.0.45)',
  link: 'https://github.com/ranaroussi/quantstats/issues/142',
  dated: '2021-10-31',
  question: `What is the annualised Sharpe ratio of a window of daily returns ${RETURNS.join(', ')}, 252 days a year?`,
  labels: ['Sharpe ratio'],
  theirs: {
    recorded: [0.42767263129633454],
    how: "the chart's call, as released: it passes True where periods_per_year is expected, so the factor is sqrt(1); worked out for this window",
  },
  ours: () => [sharpeRatio(RETURNS, 252) ?? Number.NaN],
  truth: {
    answer: [6.789092549752322],
    why: 'mean over sample deviation times sqrt(252), at 50 digits (mpmath)',
  },
  tolerance: { relative: 1e-14, why: 'a few units in the last place' },
  verdict:
    'The rolling chart was drawn unannualised, 16 times too low, beside a Sharpe ratio that was annualised. The reporter named the cause, and the order of the parameters was put right.',
};
