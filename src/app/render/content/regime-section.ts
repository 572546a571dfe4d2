import type { DaySheet } from '../../../engine/day-sheet.ts';
import type { RegimeBorder } from '../../../strategy/regime-types.ts';
import { fixed } from '../format.ts';
import { cell, left, prose, right, type Section, type Table } from './block.ts';

/** Ratios need the third decimal, levels of VIX do not. */
const shown = (x: number, border: number): string => fixed(x, Math.abs(border) < 3 ? 3 : 2);

function borderRow({ rule, observed, border, crossed }: RegimeBorder): Table['rows'][number] {
  return [
    cell(rule),
    cell(shown(observed, border), 'strong'),
    cell(shown(border, border)),
    cell(shown(border - observed, border)),
    cell(crossed ? 'crossed' : 'no', crossed ? 'warn' : 'muted'),
  ];
}

/** `NORMAL: as its numbers say.`, without saying the label twice. */
export const regimeSentence = ({ regime: { label, note } }: DaySheet): string =>
  note.startsWith(label) ? `${note}.` : `${label}: ${note}.`;

/** The regime, why it stands, and how far each border is. */
export function regimeSection(sheet: DaySheet): Section {
  const { regime } = sheet;
  const held = regime.label === regime.raw ? '' : ` Today's numbers alone would say ${regime.raw}.`;
  const table: Table = {
    kind: 'table',
    caption: 'Borders of the regimes',
    columns: [left('Border', { wraps: true }), right('Now'), right('At'), right('Away'), left('Crossed')],
    rows: regime.borders.map(borderRow),
  };
  return {
    id: 'regime',
    title: 'Regime',
    note: regime.label,
    blocks: [prose(`${regimeSentence(sheet)}${held}`), ...(regime.borders.length === 0 ? [] : [table])],
  };
}
