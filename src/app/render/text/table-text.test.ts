import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cell, left, right, type Table } from '../content/block.ts';
import { tableText } from './table-text.ts';
import { columns } from './wrap.ts';

const table = (rows: readonly (readonly string[])[]): Table => ({
  kind: 'table',
  caption: 'a table',
  columns: [
    left('Name', { wraps: true }),
    right('Points'),
    left('Bar', { only: 'page' }),
    left('Why', { wraps: true }),
  ],
  rows: rows.map((row) => row.map((text) => cell(text))),
});

describe('a table in text', () => {
  it('lines its columns up, leaves bars out, and wraps what is too long', () => {
    const lines = tableText(
      table([
        ['contango', '+8.10', '', 'VIX3M above VIX by more than a tenth'],
        ['RSI', '-0.5', '', ''],
      ]),
      40,
    );
    expect(lines).toEqual([
      'Name      Points  Why',
      'contango   +8.10  VIX3M above VIX by',
      '                  more than a tenth',
      'RSI         -0.5',
    ]);
  });

  it('is never wider than asked, whatever is in it', () => {
    const text = fc.string({ maxLength: 120 });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(text, text, text, text), { maxLength: 5 }),
        fc.integer({ min: 40, max: 100 }),
        (rows, width) => {
          expect(tableText(table(rows), width).filter((line) => columns(line) > width)).toEqual([]);
        },
      ),
    );
  });
});
