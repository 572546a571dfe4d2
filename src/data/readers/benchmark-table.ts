import { BENCHMARKS } from '../../market/series-families.ts';
import { datedTable } from '../dated-table.ts';
import type { Reader } from '../reader.ts';
import { refuse } from '../refuse.ts';
import { seriesItems } from '../series-item.ts';
import { headerIndex, headerOf } from '../sheet.ts';
import { isMonthly } from '../spacing.ts';

const SYMBOLS = BENCHMARKS.map((symbol) => symbol.toLowerCase());
/** Columns that may stand beside the benchmarks, and the series each is at a month's end. */
const BESIDE: Readonly<Record<string, string>> = { spx: 'SPX', vix: 'VIX', gs3m: 'GS3M', rf: 'GS3M' };

function isHeader([date = '', ...names]: readonly string[]): boolean {
  const benchmarks = names.filter((name) => SYMBOLS.includes(name));
  return (
    date === 'date' &&
    benchmarks.length >= 2 &&
    names.every((name) => SYMBOLS.includes(name) || name in BESIDE)
  );
}

/** Month-end levels of Cboe's strategy indices side by side (PCRA layout). */
export const benchmarkTable: Reader = {
  id: 'benchmark-table',
  recognises: (sheet) => headerIndex(sheet, isHeader) === 0,
  read: (sheet, { today, notes }) => {
    const [date = '', ...names] = headerOf(sheet.lines[0] ?? '');
    const columns = names.map((field, i) => ({ cell: i + 1, field }));
    const table = datedTable(sheet, { header: 0, date: { cell: 0, field: date }, columns }, today, notes);
    if (!isMonthly(table)) {
      refuse({
        file: sheet.file,
        what: 'a benchmark table that is not monthly',
        fix: 'import the daily history of each index',
      });
    }
    const plans = names.map((name, column) => ({
      name: `${BESIDE[name] ?? name.toUpperCase()}.monthEnd`,
      column,
      field: name,
      source: 'derived' as const,
    }));
    return seriesItems(table, plans, notes);
  },
};
