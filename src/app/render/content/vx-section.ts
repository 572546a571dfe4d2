import type { DaySheet, VxCurveView } from '../../../engine/day-sheet.ts';
import { fixed, nearDate, signedPercent } from '../format.ts';
import { cell, left, prose, right, type Section, type Table } from './block.ts';

function curveTable(curve: VxCurveView, sheet: DaySheet): Table {
  const rows = curve.contracts.map((future, i) => {
    const before = curve.contracts[i - 1];
    return [
      cell(`VX ${nearDate(future.expiration, sheet.date)}`),
      cell(fixed(future.dte, 0)),
      cell(fixed(future.settle, 3), 'strong'),
      cell(before === undefined ? '' : signedPercent(future.settle / before.settle - 1)),
    ];
  });
  return {
    kind: 'table',
    caption: 'VX settlements',
    columns: [left('Future'), right('Days'), right('Settle'), right('Step')],
    rows,
  };
}

/** The VX curve, with the session it was settled in when that is not the day of the sheet. */
export function vxSection(sheet: DaySheet): Section {
  const curve = sheet.market.vxCurve;
  if (curve === undefined || curve.contracts.length === 0) {
    return { id: 'vx', title: 'VX curve', blocks: [prose('No VX settlements on this day.')] };
  }
  const stale =
    curve.session === undefined || curve.session === sheet.date
      ? ''
      : ` of ${nearDate(curve.session, sheet.date)}`;
  return {
    id: 'vx',
    title: 'VX curve',
    note: `settlements by month${stale}`,
    // Settlements are read, never computed: a day of modelled options has real ones.
    provenance: sheet.quotes === 'modelled' ? 'real' : sheet.quotes,
    blocks: [curveTable(curve, sheet)],
  };
}
