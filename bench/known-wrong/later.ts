import type { NotYet } from './known-wrong.ts';

/** Questions that need fills, settlement in cash or assignment, which nothing here does yet. */
export const LATER: readonly NotYet[] = [
  {
    status: 'not-yet',
    id: 'lean-dividend-assignment',
    peer: 'QuantConnect LEAN, February 2023',
    link: 'https://github.com/QuantConnect/Lean/issues/6938',
    dated: '2023-02-08',
    question:
      'Is a short in-the-money call on an ETF assigned early when the dividend exceeds the put of its strike?',
    theirs: {
      recorded: 'upcoming dividends are not taken into account',
      how: 'the thread, labelled a feature request and open when this was written',
    },
    waitsFor: 'simulated assignment of ETF legs',
  },
  {
    status: 'not-yet',
    id: 'nautilus-assignment-price',
    peer: 'nautilus_trader, April 2026',
    link: 'https://github.com/nautechsystems/nautilus_trader/issues/3948',
    dated: '2026-04-28',
    question:
      'At what price is a short put closed that is assigned in the money: strike 100, sold for 3, underlying at 95 at expiry?',
    theirs: {
      recorded: 'at a wrong price',
      how: 'the title of the thread: "ITM physical option assignment fills-to-close position at wrong price"; closed when this was written',
    },
    waitsFor: 'physical settlement of ETF options',
  },
  {
    status: 'not-yet',
    id: 'lumibot-future-fill',
    peer: 'lumibot before 4.4.62',
    link: 'https://github.com/Lumiwealth/lumibot/pull/991',
    dated: '2026-04-15',
    question: 'At what price is an order filled when there is no bar at or just before its time?',
    theirs: {
      recorded: 'at the open of a bar far in the future',
      how: 'the description of the pull request, which corrects it: 72 of 84 stocks were filled from one bar years later',
    },
    waitsFor: 'simulated fills',
  },
];
