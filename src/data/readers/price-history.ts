import { seriesFacts } from '../../market/series-catalogue.ts';
import { BENCHMARKS } from '../../market/series-families.ts';
import type { SourceKind } from '../../market/source-kind.ts';
import { parseDate } from '../cell.ts';
import { type DatedTable, datedTable, type TablePlan } from '../dated-table.ts';
import { type Identity, identify } from '../index-identity.ts';
import { consistentPrices, type PricePositions, withoutFilledOpens } from '../ohlc-consistency.ts';
import type { SeriesItem } from '../read-item.ts';
import type { ReadContext, Reader } from '../reader.ts';
import { refuse } from '../refuse.ts';
import { type SeriesPlan, seriesItems } from '../series-item.ts';
import { cellsOf, headerIndex, headerOf, type Sheet } from '../sheet.ts';
import { refuseWeeklyBars } from '../spacing.ts';
import { isAutoAdjusted, type PriceRole, priceRoles } from './price-columns.ts';

const FIELDS: readonly PriceRole[] = ['open', 'high', 'low', 'close', 'adjClose', 'volume'];
const isHeader = (names: readonly string[]): boolean => priceRoles(names) !== undefined;

/** Columns of the table in the order of `FIELDS` found, with their roles. */
function planOf(
  sheet: Sheet,
  header: number,
): { readonly plan: TablePlan; readonly roles: readonly PriceRole[] } {
  const names = headerOf(sheet.lines[header] ?? '');
  const all = priceRoles(names) ?? [];
  const cells = all.map((role, cell) => ({ role, cell })).filter(({ role }) => FIELDS.includes(role));
  const column = (cell: number): { cell: number; field: string } => ({ cell, field: names[cell] ?? '' });
  return {
    roles: cells.map(({ role }) => role),
    plan: {
      header,
      date: column(0),
      columns: cells.map(({ cell }) => column(cell)),
      // yfinance's second and third header lines.
      skips: ([first = '']) => first === 'Ticker' || first === 'Date',
    },
  };
}

/** The ticker yfinance writes under its header, which needs no guessing. */
function writtenTicker(sheet: Sheet, header: number): string | undefined {
  const [label = '', ticker = ''] = cellsOf(sheet.lines[header + 1] ?? '');
  return label === 'Ticker' ? ticker.trim().replace(/^\^/, '').toUpperCase() : undefined;
}

const isFundTicker = (symbol: string): boolean =>
  /^[A-Z]{1,5}$/.test(symbol) || /^[A-Z0-9]{2,6}-USD$/.test(symbol);
const isIndex = (symbol: string): boolean => {
  const facts = seriesFacts(`${symbol}.close`);
  return facts !== undefined && facts.unit === 'points';
};
const isBenchmark = (symbol: string): boolean => (BENCHMARKS as readonly string[]).includes(symbol);

/** @throws ProblemError when no symbol is certain enough to put the values under */
function symbolOfTable(
  table: DatedTable,
  close: number,
  context: ReadContext,
  indicesOnly: boolean,
): Identity {
  const found = identify(table, close, context);
  const isNamed =
    found !== undefined &&
    (found.proved ||
      isIndex(found.symbol) ||
      isBenchmark(found.symbol) ||
      (!indicesOnly &&
        isFundTicker(found.symbol) &&
        (context.as !== undefined || context.rawStem === found.symbol)));
  if (!isNamed) {
    const what = 'prices without a symbol, and neither the values nor the file name say whose';
    refuse({
      file: table.file,
      value: context.as ?? context.rawStem,
      what,
      fix: 'say it with --as, for example --as VIX3M',
    });
  }
  return found;
}

/** Names for an index (its own close), a benchmark (one value a day), or a fund (raw and adjusted closes). */
function seriesPlans(
  identity: Identity,
  roles: readonly PriceRole[],
  source: SourceKind,
  isFundAdjusted: boolean,
): SeriesPlan[] {
  const { symbol, proved } = identity;
  return roles.flatMap((role, column): SeriesPlan[] => {
    const plan = { column, field: role, source, namedByFile: !proved };
    if (isBenchmark(symbol)) return role === 'close' ? [{ ...plan, name: symbol }] : [];
    if (isIndex(symbol) && role === 'adjClose') return [];
    const isCoin = symbol.endsWith('-USD');
    const field = role === 'close' && isFundAdjusted && !isIndex(symbol) && !isCoin ? 'adjClose' : role;
    return [{ ...plan, name: `${symbol}.${field}` }];
  });
}

/** An index has no volume of its own; the zeros vendors fill in are not one. */
function withoutZeroVolume(table: DatedTable, roles: readonly PriceRole[]): DatedTable {
  const volume = roles.indexOf('volume');
  const columns = table.columns.map((column, c) =>
    c === volume ? column.map((x) => (x === 0 ? undefined : x)) : column,
  );
  return { ...table, columns };
}

function priceItems(
  sheet: Sheet,
  header: number,
  context: ReadContext,
  source: SourceKind,
): readonly SeriesItem[] {
  const { plan, roles } = planOf(sheet, header);
  const raw = datedTable(sheet, plan, context.today, context.notes);
  refuseWeeklyBars(raw);
  const at = Object.fromEntries(FIELDS.map((role) => [role, roles.indexOf(role)])) as Record<
    PriceRole,
    number
  >;
  const positions: PricePositions = { open: at.open, high: at.high, low: at.low, close: at.close };
  const ticker = writtenTicker(sheet, header);
  if (ticker !== undefined && context.as !== undefined && context.as !== ticker) {
    refuse({
      file: sheet.file,
      value: context.as,
      what: `holds ${ticker}, by its second line`,
      fix: 'leave --as out',
    });
  }
  const identity: Identity =
    ticker === undefined
      ? symbolOfTable(raw, at.close, context, source === 'cboe-history')
      : symbolOfTable(raw, at.close, { ...context, as: ticker }, false);
  let table = consistentPrices(raw, positions, context.notes);
  if (identity.symbol === 'SPX') table = withoutFilledOpens(table, positions, context.notes);
  if (isIndex(identity.symbol)) table = withoutZeroVolume(table, roles);
  const plans = seriesPlans(identity, roles, source, isAutoAdjusted(headerOf(sheet.lines[header] ?? '')));
  return seriesItems(table, plans, context.notes);
}

const CBOE_HEADER = 'DATE,OPEN,HIGH,LOW,CLOSE';
const US_DATE = /^\d{2}\/\d{2}\/\d{4},/;

/** Cboe's own index history, OHLC shape: `DATE,OPEN,HIGH,LOW,CLOSE`, dates MM/DD/YYYY (integrations A2). */
export const cboeIndexOhlc: Reader = {
  id: 'cboe-index-ohlc',
  recognises: ({ lines }) => lines[0]?.trim() === CBOE_HEADER && US_DATE.test(lines[1] ?? ''),
  read: (sheet, context) => priceItems(sheet, 0, context, 'cboe-history'),
};

/** Yahoo, yfinance, Stooq, Nasdaq and Investing.com price histories: a date, a close, and some of the rest. */
export const priceHistory: Reader = {
  id: 'price-history',
  recognises: (sheet) => headerIndex(sheet, isHeader) === 0 && parseDateOfFirstRow(sheet) !== undefined,
  read: (sheet, context) => priceItems(sheet, 0, context, 'yahoo'),
};

const parseDateOfFirstRow = ({ lines }: Sheet): string | undefined =>
  [1, 3].map((i) => parseDate(cellsOf(lines[i] ?? '')[0] ?? '')).find((date) => date !== undefined);
