import { headerOf, type Sheet } from '../sheet.ts';

/** A format that is known and not read, with the reason a user is given. */
interface Unread {
  readonly matches: (names: readonly string[], sheet: Sheet) => boolean;
  readonly what: string;
  readonly fix: string;
}

const has =
  (...wanted: readonly string[]) =>
  (names: readonly string[]): boolean =>
    wanted.every((name) => names.includes(name));

/** Known formats without a reader, most particular first. */
const UNREAD: readonly Unread[] = [
  {
    matches: has('nfc_equity_mv', 'tobin_q', 'gdp'),
    what: 'forward-filled macro data, with GDP dated before anyone could know it',
    fix: 'import the FRED files of the same series',
  },
  {
    matches: has('#expiry', 'strike', 'right', 'implied_volatility'),
    what: 'a LEAN universe file: it has trade prices and no bid or ask',
    fix: 'import a chain with quotes',
  },
  {
    matches: (names) => names.some((name) => name === '[quote_unixtime]'),
    what: 'an OptionsDX chain: it has no root, so SPX (morning settled) and SPXW cannot be told apart',
    fix: 'import a chain with contract symbols',
  },
  {
    matches: (names) => has('date', 'v1', 'v8')(names) || has('m1', 'm8', 'date')(names),
    what: 'VX expirations or contract names without prices',
    fix: 'import the CFE contract files',
  },
  {
    matches: (_, { lines }) => /^[[{]/.test(lines[0] ?? ''),
    what: 'JSON, which has no reader yet',
    fix: 'import a CSV of the same data',
  },
  {
    matches: ([first = ''], { lines }) => lines[0]?.includes(';') === true && !first.includes(','),
    what: 'fields are separated by semicolons, and numbers may use a decimal comma',
    fix: 'export the file again with commas between fields and decimal points',
  },
  {
    matches: (_, { lines }) => lines[0]?.includes('\t') === true,
    what: 'fields are separated by tabs',
    fix: 'export the file again with commas between fields',
  },
];

/** Why nobody reads a sheet: its known format, or that it is unknown. */
export function unreadReason(sheet: Sheet): { readonly what: string; readonly fix: string } {
  const first = sheet.lines.find((line) => line.trim() !== '') ?? '';
  const names = headerOf(first);
  const known = UNREAD.find(({ matches }) => matches(names, sheet));
  return (
    known ?? {
      what: 'no reader knows this layout',
      fix: 'see docs/data-formats.md, or convert the file to one of its layouts',
    }
  );
}
