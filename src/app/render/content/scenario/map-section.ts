import type { GridView, ScenarioReport } from '../../../scenario/scenario-report.ts';
import { shownOutcome } from '../../../scenario/shown-outcome.ts';
import { fixed, listed, signed } from '../../format.ts';
import { type Cell, type Column, cell, prose, right, type Section } from '../block.ts';
import { provenanceOf } from './scenario-cells.ts';
import { moveName, overDays, pointsName } from './shock-name.ts';

/** How the cells of a map are written: the largest takes four or five letters. */
interface Scale {
  readonly cents: number;
  readonly decimals: number;
  readonly name: string;
}

function scaleFor(largest: number): Scale {
  const dollars = largest / 100;
  if (dollars < 1000) return { cents: 100, decimals: 0, name: 'dollars' };
  if (dollars < 1_000_000)
    return {
      cents: 100_000,
      decimals: dollars < 10_000 ? 2 : dollars < 100_000 ? 1 : 0,
      name: 'thousand dollars',
    };
  return { cents: 100_000_000, decimals: 2, name: 'million dollars' };
}

const nearest = (nodes: readonly number[], value: number): number =>
  nodes.reduce(
    (best, node, i) => (Math.abs(node - value) < Math.abs((nodes[best] ?? 0) - value) ? i : best),
    0,
  );

interface Marks {
  readonly now: string;
  readonly shown?: string;
  readonly likely: ReadonlySet<string>;
}

const key = (i: number, j: number): string => `${i} ${j}`;

function marksOf(grid: GridView, report: ScenarioReport): Marks {
  const place = (vix: number, spx: number): string => key(nearest(grid.vix, vix), nearest(grid.spx, spx));
  const shown = shownOutcome(report.outcomes);
  const highest = grid.vix.at(-1) ?? 0;
  const likely = grid.likely
    .filter(({ vix }) => vix <= highest + 1.25)
    .map(({ vix, spx }) => place(vix, spx));
  return {
    now: place(0, 0),
    ...(shown === undefined ? {} : { shown: place(shown.vixMove, shown.spxMove) }),
    likely: new Set(likely),
  };
}

function markOf({ now, shown, likely }: Marks, at: string): { readonly mark?: NonNullable<Cell['mark']> } {
  if (at === now) return { mark: 'now' };
  if (at === shown) return { mark: 'shown' };
  return likely.has(at) ? { mark: 'likely' } : {};
}

/** The terminal shows every second column: those with "no move" among them. */
const columnsOf = ({ spx }: GridView): readonly Column[] => {
  const zero = nearest(spx, 0);
  return [
    right('VIX'),
    ...spx.map((move, j) => right(moveName(move), (j - zero) % 2 === 0 ? {} : { only: 'page', minor: true })),
  ];
};

function rowsOf(
  grid: GridView,
  marks: Marks,
  { cents, decimals }: Scale,
  largest: number,
): readonly (readonly Cell[])[] {
  const rows = grid.cells.total.map((row, i) => [
    cell(pointsName(grid.vix[i] ?? 0), 'strong'),
    ...row.map((total, j) => ({
      text: signed(total / cents, decimals),
      // The square root keeps small losses visible beside large ones.
      heat: largest === 0 ? 0 : Math.sign(total) * Math.sqrt(Math.abs(total) / largest),
      ...markOf(marks, key(i, j)),
    })),
  ]);
  // VIX upwards, as on a chart.
  return rows.reverse();
}

/** The change of VIX the model expects beside each move of SPX, as a last row. */
function likelyRow({ spx, likely }: GridView): readonly Cell[] {
  const of = (move: number): Cell => {
    const found = likely.find((one) => one.spx === move);
    return cell(found === undefined ? '' : signed(found.vix, 0), 'muted');
  };
  return [cell('likely', 'muted'), ...spx.map(of)];
}

/** Gain and loss of the whole book over moves of SPX and VIX. */
export function mapSection(report: ScenarioReport): readonly Section[] {
  const { grid } = report;
  if (grid === undefined) return [];
  const largest = Math.max(0, ...grid.cells.total.flat().map(Math.abs));
  const scale = scaleFor(largest);
  const leftOut = grid.leftOut.map((level) => fixed(level, 1));
  return [
    {
      id: 'map',
      title: 'Map of SPX and VIX',
      note: `P&L of the whole book in ${scale.name}, ${overDays(grid.days)}`,
      provenance: provenanceOf(report),
      blocks: [
        prose(
          'Across: the move of SPX. Up: the change of VIX in points. The last row is the VIX the model expects beside each move over a week; far from it lie combinations that hardly happen.',
        ),
        {
          kind: 'table',
          caption: `Gain and loss by move of SPX and VIX, ${scale.name}`,
          columns: columnsOf(grid),
          rows: [...rowsOf(grid, marksOf(grid, report), scale, largest), likelyRow(grid)],
        },
        ...(leftOut.length === 0
          ? []
          : [prose(`Left out, the model does not show it: VIX at ${listed(leftOut)}.`)]),
      ],
    },
  ];
}
