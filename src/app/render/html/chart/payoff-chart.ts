import type { DaySheet, PayoffView } from '../../../../engine/day-sheet.ts';
import type { CondorProposal } from '../../../../strategy/decision.ts';
import { cell, right, type Table } from '../../content/block.ts';
import { condorsOf, isTaken } from '../../content/candidates.ts';
import { indexScale } from '../../content/index-scale.ts';
import { decisionName, subjectName } from '../../content/proposal-name.ts';
import { fixed, level, money, nearDate, signedMoney } from '../../format.ts';
import type { Chart } from './figure.ts';
import { payoffDrawing } from './payoff-drawing.ts';

/** Levels the table of the chart steps through; the picture uses all of them. */
const TABLE_ROWS = 25;

function finding({ atExpiration }: PayoffView, condor: CondorProposal | undefined): string {
  const best = Math.max(...atExpiration);
  const worst = Math.min(...atExpiration);
  const evens =
    condor === undefined
      ? ''
      : ` ${indexScale(condor.root) === 1 ? 'Break-evens' : `${condor.root} break-evens`} ${condor.breakevens.map((x) => level(x)).join(' and ')}.`;
  return `At expiration it makes at most ${money(best)} and loses at most ${money(-worst)}.${evens}`;
}

function payoffTable({ levels, today, atExpiration }: PayoffView): Table {
  const step = Math.max(1, Math.ceil(levels.length / TABLE_ROWS));
  const rows = levels
    .map((at, i) => [
      cell(fixed(at, 0)),
      cell(signedMoney(today[i] ?? 0)),
      cell(signedMoney(atExpiration[i] ?? 0)),
    ])
    .filter((_, i) => i % step === 0);
  return {
    kind: 'table',
    caption: 'Payoff by SPX',
    columns: [right('SPX'), right('Today'), right('At expiration')],
    rows,
  };
}

/** Expected moves of the forward that are drawn: beyond them nothing changes. */
const REACH = 3;

/** The part of the levels where the condor's payoff moves. */
function cropped(payoff: PayoffView, condor: CondorProposal | undefined): PayoffView {
  if (condor === undefined) return payoff;
  const { forward, expectedMove, longPut, longCall, width } = condor;
  const points = indexScale(condor.root);
  const low = Math.min(longPut - width, forward - REACH * expectedMove) * points;
  const high = Math.max(longCall + width, forward + REACH * expectedMove) * points;
  const keep = payoff.levels.map((level) => level >= low && level <= high);
  if (keep.filter((kept) => kept).length < 2) return payoff;
  const of = (values: readonly number[]): readonly number[] => values.filter((_, i) => keep[i]);
  return {
    ...payoff,
    levels: of(payoff.levels),
    today: of(payoff.today),
    atExpiration: of(payoff.atExpiration),
  };
}

/** `7-day rung, SPXW 20 Mar 6800/6825/7200/7225, not taken`: whose payoff is drawn. */
function subject(sheet: DaySheet, payoff: PayoffView): string {
  const decision = sheet.decisions.find((one) => one.subject === payoff.subject);
  if (decision === undefined) return subjectName(payoff.subject);
  return `${decisionName(decision, sheet.date)}${isTaken(decision) ? '' : ', not taken'}`;
}

/** Profit and loss over SPX, today and at the nearest expiration; undefined when the sheet has none. */
export function payoffChart(sheet: DaySheet): Chart | undefined {
  const { payoff } = sheet;
  if (payoff === undefined || payoff.levels.length < 2) return undefined;
  const condor = condorsOf(sheet).find(({ decision }) => decision.subject === payoff.subject)?.condor;
  const shown = cropped(payoff, condor);
  return {
    id: 'payoff',
    title: subject(sheet, payoff),
    finding: finding(shown, condor),
    draw: (size) => payoffDrawing(sheet, shown, condor, size),
    wide: { width: 680, height: 330 },
    narrow: { width: 340, height: 250 },
    legend: [
      { name: 'Today', mark: 's-today' },
      { name: `${nearDate(payoff.nearest, sheet.date)}, nearest expiration`, mark: 's-expiry' },
      ...(condor === undefined ? [] : [{ name: '\u00b11 and \u00b12 expected moves', mark: 'k-band' }]),
    ],
    table: payoffTable(shown),
  };
}
