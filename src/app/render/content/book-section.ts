import type { DaySheet } from '../../../engine/day-sheet.ts';
import { fixed, level, money, moneyExact, nearDate, signedMoney } from '../format.ts';
import {
  type Block,
  type Cell,
  cell,
  type Fact,
  left,
  prose,
  right,
  type Section,
  type Table,
} from './block.ts';
import { purposeName } from './order-name.ts';

type Greeks = DaySheet['book']['greeks'];

/** The vega of VIX legs is to the vol of VIX: the two are shown apart and never added. */
function greekFacts(of: string, greeks: Greeks, per: string): readonly Fact[] {
  return [
    {
      label: `${of}: delta`,
      value: `${signedMoney(greeks.delta)} a point`,
      note: `${per}; gamma ${moneyExact(greeks.gamma)}`,
    },
    { label: `${of}: theta`, value: `${signedMoney(greeks.theta)} a day` },
    { label: `${of}: vega`, value: `${signedMoney(greeks.vega)} a vol point` },
  ];
}

function bookFigures({ book }: DaySheet): readonly Fact[] {
  return [
    { label: 'Net liquidation', value: money(book.nav), note: `cash ${money(book.cash)}` },
    { label: 'Margin, Reg-T', value: money(book.margin) },
    ...greekFacts('Index', book.greeks, 'of SPX'),
    ...greekFacts('VIX legs', book.volatilityGreeks, 'of its VX future'),
  ];
}

/** Worth now less what was paid: premium is + paid, - received. */
function profitCell({ value, premium }: DaySheet['book']['positions'][number]): Cell {
  if (value === undefined) return cell('', 'muted');
  const profit = value - premium;
  return cell(signedMoney(profit), profit < 0 ? 'loss' : 'gain');
}

function positionTable(sheet: DaySheet): Table {
  return {
    kind: 'table',
    caption: 'Positions',
    columns: [
      left('Position', { wraps: true }),
      left('Purpose', { only: 'note' }),
      right('Days'),
      left('Opened', { only: 'note' }),
      right('Opened at', { minor: true }),
      right('Worth'),
      right('P&L'),
      left('is', { only: 'note' }),
    ],
    rows: sheet.book.positions.map((position) => [
      {
        text: position.label,
        tone: 'strong',
        sub: `${purposeName(position.purpose)}, opened ${nearDate(position.opened, sheet.date)}`,
      },
      cell(purposeName(position.purpose), 'muted'),
      cell(fixed(position.dte, 0)),
      cell(nearDate(position.opened, sheet.date), 'muted'),
      cell(signedMoney(-position.premium)),
      {
        text: position.value === undefined ? 'no quote' : signedMoney(position.value),
        sub: position.valueSource ?? '',
      },
      profitCell(position),
      cell(position.valueSource ?? '', 'muted'),
    ]),
  };
}

/** What expired since the day before, and the cash it brought. */
function settlements({ settled }: DaySheet): readonly Block[] {
  if (settled.length === 0) return [];
  const items = settled.map(
    ({ id, cash, value }) => `${id} settled at ${level(value)} and brought ${signedMoney(cash)}.`,
  );
  return [{ kind: 'list', items }];
}

/** What is held before the orders of the sheet. */
export function bookSection(sheet: DaySheet): Section {
  const held = sheet.book.positions.length > 0;
  return {
    id: 'book',
    title: 'Book',
    note: 'before the orders',
    blocks: [
      { kind: 'facts', facts: bookFigures(sheet) },
      held ? positionTable(sheet) : prose('No positions. `alvh book import FILE` brings yours in.'),
      ...settlements(sheet),
    ],
  };
}
