import { isoDate } from '../../src/core/dates.ts';
import { points } from '../../src/core/units.ts';
import type { Right } from '../../src/market/contract.ts';
import { optionContract } from '../../src/market/contract-registry.ts';
import type { Leg } from '../../src/portfolio/leg.ts';
import { regTMargin } from '../../src/portfolio/margin.ts';
import type { Answered } from './known-wrong.ts';

const EXPIRATION = isoDate('2026-06-08');
const CONDORS = [
  [7090, 7185, 7510, 7605],
  [7135, 7185, 7500, 7660],
  [7090, 7235, 7510, 7605],
] as const;

const leg = (quantity: number, strike: number, right: Right): Leg => ({
  quantity,
  contract: optionContract({ root: 'SPXW', expiration: EXPIRATION, strike: points(strike), right }),
});

function requirement([longPut, shortPut, shortCall, longCall]: (typeof CONDORS)[number]): number {
  const legs = [
    leg(2, longPut, 'put'),
    leg(-2, shortPut, 'put'),
    leg(-2, shortCall, 'call'),
    leg(2, longCall, 'call'),
  ];
  const report = regTMargin(
    legs,
    { asOf: isoDate('2026-05-20'), spot: () => undefined, price: () => undefined },
    'widest-wing',
  );
  return report.ok ? report.value.requirement / 100 : Number.NaN;
}

export const leanCondorMargin: Answered = {
  status: 'answered',
  id: 'lean-condor-margin',
  peer: 'QuantConnect LEAN 2.5.0.0.18057',
  link: 'https://github.com/QuantConnect/Lean/issues/9775',
  dated: '2026-09-05',
  question:
    'What must be held against two SPXW condors with wings 95/95, 50/160 and 145/95 points wide (put/call; strikes of the thread), in dollars?',
  labels: ['equal wings', 'call wing wider', 'put wing wider'],
  theirs: { recorded: [19_000, 10_000, 29_000], how: 'native maintenance in the table of the thread' },
  ours: () => CONDORS.map(requirement),
  truth: {
    answer: [19_000, 32_000, 29_000],
    why: 'only one side can lose, at most the wider wing: width x 100 x 2, which is also the gross loss at expiration in the table of the thread (Cboe Rule 10.3)',
  },
  tolerance: { relative: 0, why: 'whole dollars' },
  verdict:
    'With the call wing wider it holds 10000 against a possible loss of 32000. Brokers that allow one requirement only for equal wings ask more still (42000 and 48000), which is the other convention our margin report knows.',
};
