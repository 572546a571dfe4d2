import type { IsoDate } from '../../../core/units.ts';
import type { DaySheet } from '../../../engine/day-sheet.ts';
import type { Order } from '../../../portfolio/order.ts';
import { count, premium, signed, signedMoney, weekdayDate } from '../format.ts';
import { type Block, cell, left, prose, right, type Section, type Table } from './block.ts';
import { orderName, purposeName } from './order-name.ts';

const VERB = { open: 'Open', close: 'Close' } as const;

/** Cash at the limit: + received. */
const cashAtLimit = (order: Order): number => {
  const multiplier = order.legs[0]?.contract.multiplier ?? 100;
  return -order.limit * order.quantity * multiplier * 100;
};

function orderRows(order: Order, index: number, from: IsoDate): Table['rows'] {
  const head = [
    cell(String(index + 1), 'muted'),
    cell(
      `${VERB[order.effect]} ${order.quantity} x ${orderName(order, from)}, ${purposeName(order.purpose)}`,
      'strong',
    ),
    cell(premium(order.start)),
    cell(premium(order.limit), 'strong'),
    cell(signedMoney(cashAtLimit(order))),
  ];
  const legs = order.legs.map(({ symbol, quantity }) => [
    cell(''),
    { text: `${signed(quantity * order.quantity, 0)} ${symbol}`, code: true },
    cell(''),
    cell(''),
    cell(''),
  ]);
  return [head, ...legs];
}

/** What is held and gets no order, with what the plan says about it. */
function holdings(sheet: DaySheet): readonly Block[] {
  const kept = sheet.decisions.filter(
    ({ kind, subject }) => kind === 'hold' && subject.startsWith('position.'),
  );
  if (kept.length === 0) return [];
  return [{ kind: 'list', items: kept.map(({ summary }) => summary) }];
}

/** The orders as they would be typed: symbols of 21 characters, signed quantities, a limit per unit. */
export function ordersSection(sheet: DaySheet): Section {
  const { orders } = sheet;
  const windows = [...new Set(orders.map(({ window }) => window))].join(', ');
  const table: Table = {
    kind: 'table',
    caption: `${count(orders.length, 'order')} for ${weekdayDate(sheet.executeOn)}`,
    columns: [
      right('#'),
      left('Order', { wraps: true }),
      right('Start at'),
      right('Limit'),
      right('Cash at limit', { minor: true }),
    ],
    rows: orders.flatMap((order, i) => orderRows(order, i, sheet.date)),
  };
  return {
    id: 'orders',
    title: `Orders for ${weekdayDate(sheet.executeOn)}`,
    ...(windows === '' ? {} : { note: windows }),
    blocks: [orders.length === 0 ? prose('None. Nothing here asks to be sent.') : table, ...holdings(sheet)],
  };
}
