import { seriesFacts } from '../../market/series-catalogue.ts';
import { BENCHMARKS } from '../../market/series-families.ts';
import { datedTable } from '../dated-table.ts';
import type { Reader } from '../reader.ts';
import { refuse } from '../refuse.ts';
import { seriesItems } from '../series-item.ts';
import { cellsOf, headerIndex, headerOf, type Sheet } from '../sheet.ts';

const FIELDS: Readonly<Record<string, string>> = {
  px_last: 'close',
  px_open: 'open',
  px_high: 'high',
  px_low: 'low',
};
const isHeader = (names: readonly string[]): boolean => names[0] === 'dates' && names.includes('px_last');
const TICKER = /^([A-Z0-9]+) (?:UF |US )?(?:Index|Equity)$/;

/** `BXM` of the line `,BXM Index` above the header. @throws ProblemError when there is none, or more than one */
function tickerAbove({ file, lines }: Sheet, header: number): string {
  const tickers = lines
    .slice(0, header)
    .flatMap((line) => cellsOf(line))
    .map((cell) => TICKER.exec(cell.trim())?.[1])
    .filter((ticker) => ticker !== undefined);
  const [ticker, ...others] = tickers;
  if (ticker === undefined || others.length > 0) {
    const fix = 'export one ticker a file, with its name above the table';
    refuse({ file, what: `a terminal export that names ${tickers.length} tickers instead of one`, fix });
  }
  return ticker;
}

function nameOf(ticker: string, field: string): string | undefined {
  if ((BENCHMARKS as readonly string[]).includes(ticker)) return field === 'close' ? ticker : undefined;
  const name = `${ticker}.${field}`;
  return seriesFacts(name) === undefined ? undefined : name;
}

/** A Bloomberg history export: `Start Date`, `,BXM Index`, `Dates,PX_LAST`. */
export const bloombergHistory: Reader = {
  id: 'bloomberg-history',
  recognises: (sheet) => headerIndex(sheet, isHeader) !== undefined,
  read: (sheet, { today, notes }) => {
    const header = headerIndex(sheet, isHeader) ?? 0;
    const ticker = tickerAbove(sheet, header);
    const names = headerOf(sheet.lines[header] ?? '');
    const priced = names.flatMap((field, cell) => {
      const name = nameOf(ticker, FIELDS[field] ?? '');
      return name === undefined ? [] : [{ cell, field, name }];
    });
    const plan = { header, date: { cell: 0, field: 'dates' }, columns: priced };
    const table = datedTable(sheet, plan, today, notes);
    const plans = priced.map(({ name, field }, column) => ({
      name,
      column,
      field,
      source: 'bloomberg' as const,
    }));
    return seriesItems(table, plans, notes);
  },
};
