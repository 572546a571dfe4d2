import { contractSymbol } from '../../../portfolio/contract-symbol.ts';
import { positionLabel } from '../../../portfolio/label.ts';
import type { Book } from '../../../portfolio/position.ts';
import { money, signed, signedMoney } from '../format.ts';
import { cell, left, prose, right, type Section, type Table } from './block.ts';
import { purposeName } from './order-name.ts';

/** The book as it was imported: positions with their legs, before any market is looked at. */
export function holdingsSection({ cash, positions }: Book): Section {
  const table: Table = {
    kind: 'table',
    caption: 'Positions',
    columns: [
      left('Position', { wraps: true }),
      left('Purpose'),
      left('Opened'),
      right('Cash'),
      left('Legs'),
    ],
    rows: positions.flatMap(({ legs, purpose, opened, premium }) =>
      legs.map(({ contract, quantity }, i) => [
        cell(i === 0 ? positionLabel(legs) : ''),
        cell(i === 0 ? purposeName(purpose) : ''),
        cell(i === 0 ? opened : ''),
        cell(i === 0 ? signedMoney(-premium) : ''),
        cell(`${signed(quantity, 0)} ${contractSymbol(contract)}`),
      ]),
    ),
  };
  return {
    id: 'holdings',
    title: 'Book',
    note: `cash ${money(cash)}`,
    blocks: [
      positions.length === 0 ? prose('No positions. `alvh book import FILE` brings yours in.') : table,
    ],
  };
}
