import { isoDate } from '../../src/core/dates.ts';
import { newYorkInstant } from '../../src/core/new-york.ts';
import { MINUTES_PER_YEAR } from '../../src/core/units.ts';
import type { OptionRoot } from '../../src/market/contract.ts';
import { contractFacts } from '../../src/market/contract-registry.ts';
import { settlementInstant, yearsToExpiry } from '../../src/market/settlement.ts';
import type { Answered } from './known-wrong.ts';

const THIRD_FRIDAY = isoDate('2024-02-16');

const settles = (root: OptionRoot): string =>
  `${root} on ${contractFacts(root, THIRD_FRIDAY).settlesOn} of ${new Date(settlementInstant(root, THIRD_FRIDAY)).toISOString().slice(0, 16)}Z`;

export const leanSpxSettlement: Answered = {
  status: 'answered',
  id: 'lean-spx-settlement',
  peer: 'QuantConnect LEAN, January 2024',
  link: 'https://github.com/QuantConnect/Lean/issues/7728',
  dated: '2024-01-26',
  question: 'On what do SPX and SPXW options that expire on 2024-02-16, a third Friday, settle, and when?',
  labels: [],
  theirs: {
    recorded: 'both on the close',
    how: '"All options use the close of the underlying"; open when this was written',
  },
  ours: () => `${settles('SPX')}; ${settles('SPXW')}`,
  truth: {
    answer: 'SPX on SET of 2024-02-16T14:30Z; SPXW on closing index of 2024-02-16T21:00Z',
    why: 'Cboe SPX specification: the monthly contract settles on opening sales prices (SET), SPXW on the close',
  },
  tolerance: { relative: 0, why: 'words' },
  verdict:
    'The thread is right and ours follows it: a monthly SPX option settled on the close carries a session of risk it does not have, and misses the opening gap it does have. What SET printed has to be supplied; nothing is put in its place.',
};

/** 12:00 in New York. */
const NOON = newYorkInstant(THIRD_FRIDAY, 12 * 60);

export const leanThirdFridaySpxw: Answered = {
  status: 'answered',
  id: 'lean-third-friday-spxw',
  peer: 'QuantConnect LEAN before pull request 9504',
  link: 'https://github.com/QuantConnect/Lean/pull/9504',
  dated: '2026-05-27',
  question:
    'How many minutes has an SPXW option that expires on 2024-02-16, a third Friday, at noon of that day?',
  labels: [],
  theirs: {
    recorded: 'a negative time, so implied vol and every Greek are 0 for the rest of the session',
    how: 'the description of the pull request, which corrects it',
  },
  ours: () => `${Math.round(yearsToExpiry(NOON, 'SPXW', THIRD_FRIDAY) * MINUTES_PER_YEAR)} minutes`,
  truth: { answer: '240 minutes', why: 'SPXW settles on the close at 16:00 whatever Friday it is (Cboe)' },
  tolerance: { relative: 0, why: 'words' },
  verdict:
    'Whether a contract settles in the morning goes with its root, not with its date. Corrected there by the pull request.',
};
