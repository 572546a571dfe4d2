import type { IsoDate } from '../../../core/units.ts';
import type { DaySheet } from '../../../engine/day-sheet.ts';
import type { CondorProposal } from '../../../strategy/decision.ts';
import {
  count,
  eastern,
  fixed,
  listed,
  longDate,
  money,
  moneyExact,
  nearDate,
  percent,
  signed,
  signedMoney,
  strike,
  UNKNOWN,
} from '../format.ts';
import type { Fact, Section } from './block.ts';
import { type CondorDecision, failures, isTaken } from './candidates.ts';
import { failedGates } from './gates.ts';

/** US dollars per point: every index option the workbench trades has a multiplier of 100. */
const MULTIPLIER = 100;

/** Size the card speaks of: a candidate sized to nothing is shown for one. */
const shownSize = ({ contracts }: CondorProposal): number => Math.max(1, contracts);

/** `Credit $3.35 x 2 = $670; most you can lose $4,330; it must win 86.6% of the time to break even.` */
function condorSentence(condor: CondorProposal): string {
  const n = shownSize(condor);
  const received = money(condor.creditNet * MULTIPLIER * 100 * n);
  return (
    `Credit $${fixed(condor.creditNet, 2)} x ${n} = ${received}; most you can lose ${money(condor.maxLoss * n)}; ` +
    `it must win ${percent(condor.breakEvenWinRate)} of the time to break even.`
  );
}

/** `+2 6800P -2 6825P -2 7200C +2 7225C`. */
function condorLegs(condor: CondorProposal): string {
  const n = shownSize(condor);
  return [
    `+${n} ${strike(condor.longPut)}P`,
    `-${n} ${strike(condor.shortPut)}P`,
    `-${n} ${strike(condor.shortCall)}C`,
    `+${n} ${strike(condor.longCall)}C`,
  ].join('  ');
}

/** The three that come first on every card, in this order. */
function headlineFigures(condor: CondorProposal): readonly Fact[] {
  const n = shownSize(condor);
  return [
    {
      label: `Credit, ${count(n, 'contract')}`,
      value: fixed(condor.creditNet, 2),
      note: `${money(condor.creditNet * MULTIPLIER * 100 * n)} after costs`,
    },
    {
      label: 'Most you can lose',
      value: money(-condor.maxLoss * n),
      note: `${money(-condor.maxLoss)} each`,
      tone: 'loss',
    },
    { label: 'Break-even win rate', value: percent(condor.breakEvenWinRate), note: 'if losses are full' },
  ];
}

const eventsBefore = (condor: CondorProposal, from: IsoDate): string =>
  condor.events.length === 0
    ? 'none'
    : listed(condor.events.map(({ kind, date, time }) => `${kind} ${nearDate(date, from)} ${eastern(time)}`));

function priceFacts(condor: CondorProposal): readonly Fact[] {
  const widths =
    condor.putWidth === condor.callWidth
      ? fixed(condor.width, 0)
      : `${fixed(condor.putWidth, 0)} put, ${fixed(condor.callWidth, 0)} call`;
  return [
    { label: 'Wing width', value: `${widths} points` },
    { label: 'Credit / width', value: percent(condor.creditToWidth), note: 'net of costs' },
    {
      label: 'Mid to natural',
      value: `${fixed(condor.creditMid, 2)} to ${fixed(condor.creditNatural, 2)}`,
      note: `costs ${fixed(condor.costMidToNatural, 2)}, ${money(condor.costMidToNatural * MULTIPLIER * 100 * shownSize(condor))} in all`,
    },
    {
      label: 'Slippage and fees',
      value: `${fixed(condor.slippage, 2)} points`,
      note: `${moneyExact(condor.fees)} fees each`,
    },
  ];
}

/** Distances of the short strikes in expected daily ranges. */
function edrDistance({ putEdr, callEdr }: CondorProposal['distance']): Fact {
  const label = 'Distance, EDR';
  if (putEdr === undefined || callEdr === undefined) {
    return { label, value: UNKNOWN, note: 'the expected daily range is unknown' };
  }
  return { label, value: `${fixed(putEdr, 2)} / ${fixed(callEdr, 2)}`, note: 'put / call' };
}

function chanceFacts(condor: CondorProposal): readonly Fact[] {
  const { distance } = condor;
  return [
    {
      label: 'Profit chance',
      value: percent(condor.probabilityOfProfit),
      note: `${condor.probabilityModel}; needs ${percent(condor.breakEvenWinRate)}`,
    },
    {
      label: 'Expected value',
      value: signedMoney(condor.expectedValue),
      note: 'each, after costs and hedge',
    },
    {
      label: 'Expected return',
      value: `${percent(condor.expectedReturn)} a year`,
      note: `hurdle ${percent(condor.hurdle)}`,
    },
    {
      label: 'Break-evens',
      value: condor.breakevens.map((x) => fixed(x, 2)).join(' / '),
      note: `${fixed(condor.breakevenDistance, 2)} EM`,
    },
    {
      label: 'Short deltas',
      value: `${signed(condor.shortPutDelta * 100, 1)} / ${signed(condor.shortCallDelta * 100, 1)}`,
      note: '16 delta = 0.16',
    },
    {
      label: 'Distance, sigma',
      value: `${fixed(distance.putSigma, 2)} / ${fixed(distance.callSigma, 2)}`,
      note: 'put / call',
    },
    edrDistance(distance),
  ];
}

function bookFacts(condor: CondorProposal, from: IsoDate): readonly Fact[] {
  return [
    { label: 'Theta', value: `${signedMoney(condor.greeks.theta)} a day` },
    { label: 'Vega', value: `${signedMoney(condor.greeks.vega)} a vol point` },
    { label: 'Margin, Reg-T', value: money(condor.margin) },
    { label: 'Events before', value: eventsBefore(condor, from) },
  ];
}

/** The card of one condor: its strikes, the three figures, everything else, and the gates that said no. */
export function condorSection(sheet: DaySheet, { decision, condor }: CondorDecision): Section {
  const taken = isTaken(decision);
  const half = condor.root === 'SPX' ? 'AM' : 'PM';
  const failed = failures(decision).length;
  const sized = condor.contracts > 0 ? [] : ['Sizing allows no contract; the money on this card is for one.'];
  return {
    id: `condor-${decision.id}`,
    title: taken ? 'New condor' : 'Best candidate, not taken',
    note: `${condor.root} ${longDate(condor.expiration)} ${half}, ${count(condor.dte, 'day')}`,
    // XSP has no quotes of its own here: a tenth of the SPXW quote is a model of one.
    provenance: condor.root === 'XSP' && sheet.quotes === 'real' ? 'modelled' : sheet.quotes,
    blocks: [
      {
        kind: 'prose',
        lines: [
          `${condorLegs(condor)}   forward ${fixed(condor.forward, 2)}, expected move ${fixed(condor.expectedMove, 2)} (1 sigma)`,
          condorSentence(condor),
          ...sized,
        ],
      },
      { kind: 'figures', facts: headlineFigures(condor) },
      {
        kind: 'facts',
        facts: [...priceFacts(condor), ...chanceFacts(condor), ...bookFacts(condor, sheet.date)],
      },
      ...(taken
        ? []
        : [
            {
              kind: 'prose' as const,
              lines: [`${count(failed, 'gate')} said no: ${decision.summary}`],
              tone: 'warn' as const,
            },
          ]),
      ...failedGates(decision),
    ],
  };
}
