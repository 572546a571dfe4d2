import { seriesFacts, seriesName } from '../../market/series-catalogue.ts';
import { BENCHMARKS } from '../../market/series-families.ts';
import type { SourceKind } from '../../market/source-kind.ts';
import { type DatedTable, datedTable } from '../dated-table.ts';
import { identify } from '../index-identity.ts';
import type { SeriesItem } from '../read-item.ts';
import type { ReadContext, Reader } from '../reader.ts';
import { refuse } from '../refuse.ts';
import { type SeriesPlan, seriesItems } from '../series-item.ts';
import { headerIndex, headerOf, type Sheet } from '../sheet.ts';
import { isMonthly, refuseWeeklyBars } from '../spacing.ts';

const DATE_NAMES = ['date', 'observation_date'];
const isBenchmark = (symbol: string): boolean => (BENCHMARKS as readonly string[]).includes(symbol);
const isIdentifier = (name: string): boolean => /^[a-z][a-z0-9]*$/.test(name);

/** The catalogue's name for a column headed `VVIX`, `DGS10` or `cndr`; undefined when it knows none. */
function nameOf(id: string): string | undefined {
  const name = seriesName(id);
  if (isBenchmark(name)) return name;
  return [name, `${name}.close`].find(
    (candidate) => seriesFacts(candidate)?.unit !== 'usd' && seriesFacts(candidate) !== undefined,
  );
}

/** `date` and one identifier, or `date` and several that are all known: the shapes of Cboe and FRED. */
function isHeader(names: readonly string[]): boolean {
  const [date = '', ...ids] = names;
  if (!DATE_NAMES.includes(date) || ids.length === 0 || !ids.every(isIdentifier)) return false;
  return ids.length === 1 || ids.every((id) => nameOf(id.toUpperCase()) !== undefined);
}

const CBOE_ROW = /^\d{2}\/\d{2}\/\d{4},/;
const isCboe = ({ lines }: Sheet, header: number): boolean =>
  (lines[header] ?? '').startsWith('DATE,') && CBOE_ROW.test(lines[header + 1] ?? '');

/** One column, and the series it turned out to be. */
interface NamedColumn {
  /** The id it was named by: its header, the person's word, or the file name. */
  readonly given: string;
  readonly name: string;
  readonly namedByFile: boolean;
}

/**
 * The series of a column: its header, or for FRED's re-saved `date,value` the person's word or the file name.
 *
 * @throws ProblemError for an unknown series, or a word that contradicts the header
 */
function namedColumn(id: string, context: ReadContext, file: string): NamedColumn {
  const isAnonymous = id === 'value';
  const given = isAnonymous ? (context.as ?? context.stem) : id.toUpperCase();
  const name = nameOf(given);
  if (name === undefined) {
    const what = 'is a series nobody here knows';
    refuse({ file, value: given, what, fix: 'say which series it is with --as, for example --as DGS10' });
  }
  if (!isAnonymous && context.as !== undefined && nameOf(context.as) !== name) {
    refuse({ file, value: context.as, what: `holds ${name}, by its header`, fix: 'leave --as out' });
  }
  return { given, name, namedByFile: isAnonymous };
}

const isIndexName = (name: string): boolean => isBenchmark(name) || name.endsWith('.close');

/** FRED repeats closes under ids of its own; an exchange symbol in FRED's shape is somebody's copy. */
function sourceOf({ given, name }: NamedColumn, isExchangeFile: boolean): SourceKind {
  if (isExchangeFile) return 'cboe-history';
  return isIndexName(name) && seriesName(given) === given ? 'derived' : 'fred';
}

function seriesPlan(
  column: NamedColumn,
  position: number,
  table: DatedTable,
  isExchangeFile: boolean,
): SeriesPlan {
  const { given, name, namedByFile } = column;
  return {
    name: isBenchmark(name) && isMonthly(table) ? `${name}.monthEnd` : name,
    column: position,
    field: given,
    source: sourceOf(column, isExchangeFile),
    namedByFile,
  };
}

/** Checks an index against its published closes. @throws ProblemError when they differ */
function requireItsOwnValues(table: DatedTable, name: string, context: ReadContext): void {
  if (!name.endsWith('.close')) return;
  refuseWeeklyBars(table);
  identify(table, 0, { ...context, as: name.slice(0, -'.close'.length) });
}

function read(sheet: Sheet, context: ReadContext): readonly SeriesItem[] {
  const header = headerIndex(sheet, isHeader) ?? 0;
  const [date = '', ...ids] = headerOf(sheet.lines[header] ?? '');
  const columns = ids.map((field, i) => ({ cell: i + 1, field }));
  const named = ids.map((id) => namedColumn(id, context, sheet.file));
  const futureIsProjection = named.every(({ name }) => name === 'GDPPOT');
  const plan = { header, date: { cell: 0, field: date }, columns, futureIsProjection };
  const table = datedTable(sheet, plan, context.today, context.notes);
  if (named.length === 1) requireItsOwnValues(table, named[0]?.name ?? '', context);
  const plans = named.map((column, i) => seriesPlan(column, i, table, isCboe(sheet, header)));
  return seriesItems(table, plans, context.notes);
}

/** Cboe's one-value index history (`DATE,VVIX`) and FRED's CSV (`DATE,DGS10`, `observation_date,...`, `date,value`). */
export const valueHistory: Reader = {
  id: 'value-history',
  recognises: (sheet) => headerIndex(sheet, isHeader) === 0,
  read,
};
