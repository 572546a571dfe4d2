import { PROJECTED_CASES, type ProjectedCase } from '../../../../portfolio/scenario/projection.ts';
import type { ProjectionView, ScenarioReport } from '../../../scenario/scenario-report.ts';
import { count, fixed, percent, signedMoney } from '../../format.ts';
import { type Cell, cell, left, prose, right, type Section } from '../block.ts';
import { moneyCell, provenanceOf } from './scenario-cells.ts';

const TITLE: Readonly<Record<ProjectedCase, string>> = {
  flat: 'Nothing moves',
  down: 'SPX down',
  up: 'SPX up',
  'vol-up': 'Vols +20%',
  'vol-down': 'Vols -20%',
};

type ProjectedCell = ProjectionView['cells'][number];

function outcomeCell(found: ProjectedCell | undefined): Cell {
  if (found === undefined) return cell('n/a', 'muted');
  const { total, core, hedge, other } = found;
  const rest = other === 0 ? '' : `, other ${signedMoney(other)}`;
  return { ...moneyCell(total), sub: `core ${signedMoney(core)}, hedge ${signedMoney(hedge)}${rest}` };
}

function row({ cells }: ProjectionView, days: number): readonly Cell[] {
  const of = (which: ProjectedCase): ProjectedCell | undefined =>
    cells.find((one) => one.days === days && one.case === which);
  const [down, up] = [of('down'), of('up')];
  return [
    cell(count(days, 'day'), 'strong'),
    ...PROJECTED_CASES.map((which) => outcomeCell(of(which))),
    cell(down === undefined ? '' : `+/-${percent(-down.spx, 1)}`, 'muted'),
    cell([down, up].map((one) => (one === undefined ? 'n/a' : fixed(one.vix, 1))).join(' / '), 'muted'),
  ];
}

/** The book some days on, in five cases. */
export function projectionSection(report: ScenarioReport): readonly Section[] {
  const { projection } = report;
  if (projection === undefined) return [];
  const days = [...new Set([...projection.cells, ...projection.leftOut].map((one) => one.days))];
  return [
    {
      id: 'projection',
      title: 'Days ahead',
      note: 'P&L of the whole book',
      provenance: provenanceOf(report),
      blocks: [
        prose(
          'SPX down and up: by one expected move of those days, VIX with it as the model expects. What settles on the way settles where SPX and VIX then stand.',
        ),
        {
          kind: 'table',
          caption: 'Gain and loss by days ahead',
          columns: [
            left('Ahead'),
            ...PROJECTED_CASES.map((which) =>
              right(TITLE[which], which.startsWith('vol') ? { minor: true } : {}),
            ),
            right('Move', { minor: true }),
            right('VIX down / up', { minor: true }),
          ],
          rows: days.map((ahead) => row(projection, ahead)),
        },
      ],
    },
  ];
}
