import type { LegView, OutcomeView, ScenarioReport } from '../../../scenario/scenario-report.ts';
import { count, fixed, signed } from '../../format.ts';
import { type Cell, cell, left, prose, right, type Section } from '../block.ts';
import { purposeName } from '../order-name.ts';
import { contractName } from './contract-name.ts';
import { moneyCell, provenanceOf } from './scenario-cells.ts';
import { shockSentence } from './shock-name.ts';

const FORWARD: Readonly<Record<LegView['forward'], string>> = {
  parity: 'quoted forward',
  interpolated: 'forward between two',
  'vix-options': 'VX from VIX options',
  vx: 'quoted VX',
  model: 'model VX',
};
const VOL: Readonly<Record<LegView['vol'], string>> = {
  smile: 'quoted smile',
  quote: 'its own quote',
  model: 'model vol',
  none: '',
};

/** `modelled: quoted VX, model vol`. */
const basis = ({ pricing, forward, vol }: LegView): string =>
  `${pricing}: ${[FORWARD[forward], VOL[vol]].filter((part) => part !== '').join(', ')}`;

const priced = (value: number): string => fixed(value, 2);

function row(leg: LegView, outcome: OutcomeView, report: ScenarioReport): readonly Cell[] {
  const done = outcome.legs[report.legs.indexOf(leg)];
  return [
    {
      text: `${signed(leg.quantity, 0)} ${contractName(leg.symbol, report.date)}`,
      tone: 'strong',
      sub: `${purposeName(leg.purpose)}; ${basis(leg)}`,
    },
    cell(purposeName(leg.purpose), 'muted'),
    cell(priced(leg.value)),
    cell(done === undefined ? '' : `${priced(done.after)}${done.hasSettled ? ' settled' : ''}`),
    done === undefined ? cell('') : moneyCell(done.pnl),
    cell(basis(leg), 'muted'),
  ];
}

/** Every leg: worth now and then, per contract in its own points, and what that is on the whole quantity. */
export function legsSection(report: ScenarioReport, outcome: OutcomeView): Section {
  const anchored = report.legs.filter(({ pricing }) => pricing === 'anchored').length;
  return {
    id: 'legs',
    title: 'By leg',
    note: shockSentence(outcome),
    provenance: provenanceOf(report),
    blocks: [
      prose(
        `Worth per contract in points. ${anchored} of ${count(report.legs.length, 'leg')} anchored to quotes of today in forward and vol, ${report.legs.length - anchored} modelled.`,
      ),
      {
        kind: 'table',
        caption: 'Gain and loss by leg',
        columns: [
          left('Leg'),
          left('For', { only: 'note' }),
          right('Now'),
          right('Then'),
          right('P&L'),
          left('Rests on', { only: 'note', wraps: true }),
        ],
        rows: report.legs.map((leg) => row(leg, outcome, report)),
      },
    ],
  };
}
