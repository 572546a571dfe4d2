import { compounded, maximumDrawdown } from '../../src/quant/statistics/drawdown.ts';
import type { Answered } from './known-wrong.ts';

/** Four trades that doubled the account, then one that cost 40 % of it; the shuffle puts the loss first. */
const RETURNS = [1, 1, 1, 1, -0.4];
const SHUFFLED = [-0.4, 1, 1, 1, 1];

const depth = (returns: readonly number[]): number => maximumDrawdown(compounded(returns))?.depth ?? 0;

export const jesseShuffledTrades: Answered = {
  status: 'answered',
  id: 'jesse-shuffled-trades',
  peer: 'jesse 2.5.0',
  link: 'https://github.com/jesse-ai/jesse/issues/607',
  dated: '2026-07-31',
  question:
    'An account of 10000 doubles four times and then loses 40 %: how deep is the drawdown of these five trades as they came, and with the loss first?',
  labels: ['as they came', 'loss first'],
  theirs: {
    recorded: [0.4, 6.4],
    how: 'the reconstruction quoted in the thread, worked out for these trades: profits in money are replayed in the new order, and -64000 meets an account of 10000; the thread shows -271 % and -2204 % on real runs',
  },
  ours: () => [depth(RETURNS), depth(SHUFFLED)],
  truth: {
    answer: [0.4, 0.4],
    why: 'a trade sized by the account loses a share of it, and no order of shares above -100 % falls further than to zero',
  },
  tolerance: { relative: 1e-15, why: 'one subtraction' },
  verdict:
    'A drawdown past -100 % cannot happen to an account that sizes by its balance. The thread proposes to shuffle returns instead of money, as is done here; a fix was open when this was written.',
};
