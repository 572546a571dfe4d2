import { isoDate } from '../../src/core/dates.ts';
import { newYorkInstant } from '../../src/core/new-york.ts';
import { yearsToExpiry } from '../../src/market/settlement.ts';
import { impliedVol } from '../../src/quant/implied-vol.ts';
import type { Answered } from './known-wrong.ts';

/** 16:00 in New York; the clocks go forward before the expiration, so 719 hours are left. */
const AS_OF = newYorkInstant(isoDate('2026-02-11'), 16 * 60);
const EXPIRATION = isoDate('2026-03-13');
const PREMIUM = 114.27811059611149;

export const nautilusDaysToExpiry: Answered = {
  status: 'answered',
  id: 'nautilus-days-to-expiry',
  peer: 'nautilus_trader before pull request 3582',
  link: 'https://github.com/nautechsystems/nautilus_trader/pull/3582',
  dated: '2026-02-12',
  question: `At the close of 2026-02-11 an SPXW call at the money, forward 5000, expiring 2026-03-13, costs ${PREMIUM} undiscounted: which vol is that?`,
  labels: ['vol'],
  theirs: {
    recorded: [1.0950589525633043],
    how: "the thread's formula worked out for this call: min(days, 1) / 365.25 years, hence vol times sqrt(days); the thread shows 177.6 % instead of 32.6 % for a 30-day AAPL call",
  },
  ours: () => {
    const solved = impliedVol({
      right: 'call',
      premium: PREMIUM,
      forward: 5000,
      strike: 5000,
      expiry: yearsToExpiry(AS_OF, 'SPXW', EXPIRATION),
      discount: 1,
    });
    return [solved.ok ? solved.value : Number.NaN];
  },
  truth: {
    answer: [0.2],
    why: 'the premium was made from a vol of 20 % over 719 of 8760 hours, at 50 digits (mpmath)',
  },
  tolerance: { relative: 1e-14, why: 'a few units in the last place' },
  verdict:
    'A floor of one day was written as a ceiling, so every vol came out too large by the root of the days left. The pull request corrects it; whole days, with one at least, still stand for the time left, which matters on the last day.',
};
