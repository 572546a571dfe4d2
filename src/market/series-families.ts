import { afterMonth, NEXT_SESSION, SAME_DAY, type SeriesFacts } from './series-list.ts';

/** Cboe strategy benchmarks and their yardsticks: one value a day, in index points, named by symbol alone. */
export const BENCHMARKS = [
  'BXM',
  'BXMD',
  'BXY',
  'PUT',
  'CNDR',
  'BFLY',
  'CLL',
  'CLLZ',
  'CMBO',
  'PPUT',
  'VXTH',
  'SPTR',
  'VXO',
] as const;

const FIELDS = ['open', 'high', 'low', 'close', 'adjClose', 'volume'] as const;
type PriceField = (typeof FIELDS)[number];
const isField = (text: string): text is PriceField => (FIELDS as readonly string[]).includes(text);

const VOLUME: readonly [number, number] = [0, 1e15];
const DOLLARS: readonly [number, number] = [1e-6, 1e9];

/** A listed fund or share: final by 17:00 of the session. `adjClose` folds dividends in and is for returns only. */
const fund = (name: string, ticker: string, field: PriceField): SeriesFacts => ({
  name,
  what: `${ticker} ${field === 'adjClose' ? 'close, dividends reinvested' : field}`,
  unit: field === 'volume' ? 'count' : 'usd',
  availability: SAME_DAY,
  tags: [],
  calendar: 'session',
  plausible: field === 'volume' ? VOLUME : DOLLARS,
});

/** Open, high, low or volume of an index whose close is listed. */
const indexField = (close: SeriesFacts, name: string, field: PriceField): SeriesFacts => ({
  ...close,
  name,
  what: `${close.what}, ${field}`,
  ...(field === 'volume' ? { unit: 'count', plausible: VOLUME } : {}),
});

/** Coins trade every day of the week; a day ends at midnight UTC, before the next day's decision. */
const coin = (name: string, ticker: string, field: PriceField): SeriesFacts => ({
  ...fund(name, ticker, field),
  availability: { kind: 'days-after', days: 1 },
  calendar: 'any',
});

function priced(name: string, close: (name: string) => SeriesFacts | undefined): SeriesFacts | undefined {
  const dot = name.lastIndexOf('.');
  const [symbol, field] = [name.slice(0, dot), name.slice(dot + 1)];
  if (dot < 1 || !isField(field)) return undefined;
  const index = close(`${symbol}.close`);
  if (index !== undefined) return indexField(index, name, field);
  if (/^[A-Z0-9]{2,6}-USD$/.test(symbol)) return coin(name, symbol, field);
  return /^[A-Z]{1,6}$/.test(symbol) ? fund(name, symbol, field) : undefined;
}

const benchmark = (name: string): SeriesFacts => ({
  name,
  what: `Cboe ${name} strategy index`,
  unit: 'points',
  // Strategy indices may reach the history file a day late (integrations A2).
  availability: NEXT_SESSION,
  tags: [],
  calendar: 'session',
  plausible: [0.1, 1e6],
});

/** Month-end values kept apart from daily ones, so that nobody takes a month for a day. */
const monthEnd = (name: string, of: string): SeriesFacts => ({
  ...benchmark(name),
  what: `${of}, last session of a month`,
  // Some of these tables date the month's last weekday, session or not.
  calendar: 'any',
  ...(of === 'GS3M' ? { unit: 'percent', plausible: [-5, 30] } : {}),
});

const treasury = (name: string, tenor: string): SeriesFacts => ({
  name,
  what: `Treasury par yield, ${tenor}`,
  unit: 'percent',
  availability: NEXT_SESSION,
  tags: [],
  calendar: 'any',
  plausible: [-5, 30],
});

const oecd = (name: string, area: string): SeriesFacts => ({
  name,
  what: `short-term rate of ${area}, monthly mean`,
  unit: 'percent',
  availability: afterMonth(45),
  tags: ['revised'],
  calendar: 'any',
  // Three-digit rates were real in places; the bounds only catch a broken column.
  plausible: [-20, 1e5],
});

/**
 * Facts of a name that belongs to a family: `SPY.adjClose`, `BXM`, `BXM.monthEnd`, `TREASURY.3month`, `OECD.USA`.
 *
 * @param close  facts of a listed index's close, from which its open, high, low and volume follow
 */
export function familyFacts(
  name: string,
  close: (name: string) => SeriesFacts | undefined,
): SeriesFacts | undefined {
  if ((BENCHMARKS as readonly string[]).includes(name)) return benchmark(name);
  if (/^[A-Z0-9]+\.monthEnd$/.test(name)) return monthEnd(name, name.slice(0, -'.monthEnd'.length));
  if (/^TREASURY\.\d+(month|year)$/.test(name)) return treasury(name, name.slice('TREASURY.'.length));
  if (/^OECD\.[A-Z0-9]{2,5}$/.test(name)) return oecd(name, name.slice('OECD.'.length));
  return priced(name, close);
}
