import type { DaySheet } from '../../../engine/day-sheet.ts';
import { count, signed, signedMoney, signedPercent } from '../format.ts';
import {
  type Bar,
  type Cell,
  cell,
  left,
  prose,
  right,
  type Section,
  type Span,
  type Table,
} from './block.ts';

type ScenarioRow = DaySheet['scenarios'][number];

const toned = (amount: number): Cell =>
  cell(signedMoney(amount), amount < 0 ? 'loss' : amount > 0 ? 'gain' : undefined);

/** Core and hedge from zero on the upper row, their sum on the lower; one scale for all rows. */
function bar({ core, hedge, net }: ScenarioRow, low: number, high: number): Bar {
  const stacked = Math.sign(core) === Math.sign(hedge) ? core : 0;
  const spans: readonly Span[] = [
    { from: 0, to: core, tone: 'core', row: 0 },
    { from: stacked, to: stacked + hedge, tone: 'hedge', row: 0 },
    { from: 0, to: net, tone: net < 0 ? 'loss' : 'gain', row: 1 },
  ];
  return { low, high, spans };
}

const extremes = (rows: readonly ScenarioRow[]): { low: number; high: number } => {
  const ends = rows.flatMap(({ core, hedge, net }) => [core, hedge, net, core + hedge]);
  return { low: Math.min(0, ...ends), high: Math.max(0, ...ends) };
};

/** A sum with legs missing says so. */
const noteOf = ({ note, unpriced }: ScenarioRow): string =>
  unpriced === 0 ? note : `${note}; ${count(unpriced, 'leg')} not priced`;

function row(scenario: ScenarioRow, low: number, high: number): readonly Cell[] {
  const { spx, vix, vx, days } = scenario;
  return [
    cell(scenario.id, 'strong'),
    {
      text: `SPX ${signedPercent(spx, 0)}, VIX ${signed(vix, 0)}${days > 1 ? `, ${count(days, 'day')}` : ''}`,
      sub: noteOf(scenario),
    },
    cell(vx.map((x) => signed(x, 1)).join('/'), 'muted'),
    toned(scenario.core),
    toned(scenario.hedge),
    { text: '', bar: bar(scenario, low, high) },
    toned(scenario.net),
    cell(signedPercent(scenario.netShareOfNav, 2)),
    cell(noteOf(scenario), 'muted'),
  ];
}

/** What the whole book would make or lose, after the orders of the sheet. */
export function stressSection(sheet: DaySheet): Section {
  const { low, high } = extremes(sheet.scenarios);
  const table: Table = {
    kind: 'table',
    caption: 'Stress after these orders',
    columns: [
      left('Id'),
      left('Move'),
      right('VX 30/110/220', { minor: true }),
      right('Core', { minor: true }),
      right('Hedge', { minor: true }),
      left('Core and hedge, then net', { only: 'page', minor: true }),
      right('Net'),
      right('of NAV'),
      left('Note', { wraps: true, only: 'note' }),
    ],
    rows: sheet.scenarios.map((scenario) => row(scenario, low, high)),
  };
  return {
    id: 'stress',
    title: 'Stress after these orders',
    note: 'the whole book, one day unless said',
    provenance: sheet.quotes === 'simulated' ? 'simulated' : 'modelled',
    blocks:
      sheet.scenarios.length === 0
        ? [prose('Not computed: nothing is held and nothing is opened.')]
        : [table],
  };
}
