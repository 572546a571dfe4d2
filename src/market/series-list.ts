import { isoDate } from '../core/dates.ts';
import type { IsoDate } from '../core/units.ts';
import type { Availability } from './availability.ts';
import type { SeriesTag } from './history.ts';

/**
 * `percent`: per cent a year for rates, per cent for spreads, as the source prints them; whoever computes with one
 * divides by 100. `points`: index points (vol points for VIX and its kin).
 */
type SeriesUnit =
  | 'points'
  | 'percent'
  | 'index'
  | 'usd'
  | 'usd millions'
  | 'usd billions'
  | 'count'
  | 'ratio';

/** What is known of a series before any file is read. */
export interface SeriesFacts {
  readonly name: string;
  readonly what: string;
  readonly unit: SeriesUnit;
  readonly availability: Availability;
  readonly tags: readonly SeriesTag[];
  /** `session`: a row on a day the exchange was shut is the vendor's copy and is dropped. */
  readonly calendar: 'session' | 'any';
  /** A value outside this is not this series: the file is refused rather than half believed. */
  readonly plausible: readonly [number, number];
  /** Values before this date are the vendor's tests, whatever the file says. */
  readonly since?: IsoDate;
}

export const SAME_DAY: Availability = { kind: 'same-day' };
export const NEXT_SESSION: Availability = { kind: 'next-session' };
const daysAfter = (days: number): Availability => ({ kind: 'days-after', days });
export const afterMonth = (days: number): Availability => ({ kind: 'after-period', months: 1, days });
const afterQuarter = (days: number): Availability => ({ kind: 'after-period', months: 3, days });

/** Daily values of an exchange session. */
const daily = (
  name: string,
  what: string,
  plausible: readonly [number, number],
  availability: Availability = SAME_DAY,
  unit: SeriesUnit = 'points',
): SeriesFacts => ({ name, what, unit, availability, tags: [], calendar: 'session', plausible });

/** Official statistics; `revised` because the copies met are latest vintages, not first prints. */
const macro = (
  name: string,
  what: string,
  unit: SeriesUnit,
  plausible: readonly [number, number],
  availability: Availability,
  tags: readonly SeriesTag[] = ['revised'],
): SeriesFacts => ({ name, what, unit, availability, tags, calendar: 'any', plausible });

/** Market rates are never revised, and H.15 prints them on the next business day. */
const rateOf = (name: string, what: string, availability: Availability = NEXT_SESSION): SeriesFacts =>
  macro(name, what, 'percent', [-5, 30], availability, []);

const FOREVER: readonly [number, number] = [0, 1e9];

/** Longest lag seen from a month's end to its CPI release: 30 days (2013-10-30, a shutdown). */
const CPI_LAG = afterMonth(32);
/** PPI of September 2025 came 56 days after the month (a shutdown). */
const PPI_LAG = afterMonth(60);
/** The third estimate of GDP, which a latest-vintage file is nearest to, comes 85-90 days after the quarter. */
const GDP_LAG = afterQuarter(90);
/** Monthly statistics whose calendar is not kept here: two months covers every one, shutdowns included. */
const MONTHLY_LAG = afterMonth(60);

/** Index closes of the exchange session; final by 17:00. */
const INDICES: readonly SeriesFacts[] = [
  daily('SPX.close', 'S&P 500 index', [1, 50_000]),
  daily('VIX.close', 'Cboe VIX, 30 days', [5, 200]),
  daily('VIX9D.close', 'Cboe VIX, 9 days', [3, 300]),
  daily('VIX3M.close', 'Cboe VIX, 93 days', [5, 200]),
  daily('VIX6M.close', 'Cboe VIX, 6 months', [5, 200]),
  daily('VIX1Y.close', 'Cboe VIX, 1 year', [5, 200]),
  daily('VIX1D.close', 'Cboe VIX, 1 day', [1, 300]),
  // The history file's rows of 2006 (15.71 to 71.73, with gaps) are no index.
  { ...daily('VVIX.close', 'Cboe VVIX, 30-day vol of VIX futures', [40, 400]), since: isoDate('2007-01-03') },
  daily('SKEW.close', 'Cboe SKEW', [90, 250], NEXT_SESSION),
  daily('MOVE.close', 'ICE BofA MOVE, Treasury vol', [20, 400], NEXT_SESSION),
  daily('SET', 'S&P 500 opening value that settles AM options', [1, 50_000]),
  daily('VRO', 'VIX settlement value of each monthly expiration', [5, 200]),
  daily('NYAD.close', 'NYSE advance-decline line, hundreds of issues', [-1e6, 1e6]),
  daily('NYMO.close', 'McClellan oscillator of NYSE issues', [-2000, 2000]),
  daily('CBOE.indexPutCall', 'Cboe index put/call volume ratio', [0, 50], NEXT_SESSION, 'ratio'),
  daily('CBOE.indexCallVolume', 'Cboe index call volume', FOREVER, NEXT_SESSION, 'count'),
  daily('CBOE.indexPutVolume', 'Cboe index put volume', FOREVER, NEXT_SESSION, 'count'),
];

const RATES: readonly SeriesFacts[] = [
  rateOf('DGS1MO', 'Treasury yield, 1 month'),
  rateOf('DGS3MO', 'Treasury yield, 3 months'),
  rateOf('DGS6MO', 'Treasury yield, 6 months'),
  rateOf('DGS1', 'Treasury yield, 1 year'),
  rateOf('DGS2', 'Treasury yield, 2 years'),
  rateOf('DGS10', 'Treasury yield, 10 years'),
  rateOf('DGS30', 'Treasury yield, 30 years'),
  rateOf('T10Y2Y', 'Treasury 10 less 2 years'),
  rateOf('T10YIE', '10-year break-even inflation'),
  rateOf('DFF', 'effective federal funds rate'),
  rateOf('SOFR', 'secured overnight financing rate'),
  rateOf('BAMLH0A0HYM2', 'US high-yield option-adjusted spread'),
  rateOf('BAMLC0A0CM', 'US corporate option-adjusted spread'),
  rateOf('PCREDIT8', 'primary credit rate, on the days it changed', SAME_DAY),
  rateOf('FEDFUNDS', 'federal funds rate, monthly mean', afterMonth(5)),
  rateOf('TB3MS', '3-month Treasury bill, monthly mean', afterMonth(5)),
  rateOf('GS2', 'Treasury yield, 2 years, monthly mean', afterMonth(5)),
  rateOf('GS10', 'Treasury yield, 10 years, monthly mean', afterMonth(5)),
  rateOf('AAA', 'Moody’s Aaa yield, monthly mean', afterMonth(5)),
  rateOf('BAA', 'Moody’s Baa yield, monthly mean', afterMonth(5)),
];

const MACRO: readonly SeriesFacts[] = [
  macro('CPIAUCSL', 'consumer prices', 'index', [1, 2000], CPI_LAG),
  macro('CPILFESL', 'consumer prices less food and energy', 'index', [1, 2000], CPI_LAG),
  macro('PPIACO', 'producer prices, all commodities', 'index', [1, 2000], PPI_LAG),
  macro('PPIFIS', 'producer prices, final demand', 'index', [1, 2000], PPI_LAG),
  macro('GDP', 'gross domestic product', 'usd billions', [100, 1e6], GDP_LAG),
  macro('GDPC1', 'real gross domestic product', 'usd billions', [100, 1e6], GDP_LAG),
  macro('GDPDEF', 'GDP deflator', 'index', [1, 2000], GDP_LAG),
  // A projection that is drawn afresh twice a year: what one vintage says of a quarter was not knowable in it.
  macro('GDPPOT', 'potential real GDP, a projection', 'usd billions', [100, 1e6], afterQuarter(200)),
  macro('PCEPI', 'consumption prices', 'index', [1, 2000], MONTHLY_LAG),
  macro('PCEPILFE', 'consumption prices less food and energy', 'index', [1, 2000], MONTHLY_LAG),
  macro('M2SL', 'money stock M2', 'usd billions', [1, 1e6], MONTHLY_LAG),
  macro('UNRATE', 'unemployment rate', 'percent', [0, 50], MONTHLY_LAG),
  macro('PAYEMS', 'payrolls, thousands', 'count', [1000, 1e7], MONTHLY_LAG),
  macro('INDPRO', 'industrial production', 'index', [1, 2000], MONTHLY_LAG),
  macro('UMCSENT', 'consumer sentiment', 'index', [1, 500], afterMonth(5)),
  macro('CFNAI', 'Chicago Fed activity index', 'index', [-100, 100], MONTHLY_LAG),
  // BIS publishes mid-month with a one-month lag (integrations A6).
  macro('RBUSBIS', 'real broad dollar, effective', 'index', [10, 500], afterMonth(45)),
  // Turning points were announced up to 21 months late.
  macro('USREC', 'recession months as dated afterwards', 'ratio', [0, 1], afterMonth(730)),
  // Weekly series, dated by the last day of their week.
  macro('ICSA', 'initial jobless claims', 'count', [1000, 1e8], daysAfter(12)),
  macro('ANFCI', 'Chicago Fed financial conditions, adjusted', 'index', [-20, 20], daysAfter(7)),
  macro('NFCI', 'Chicago Fed financial conditions', 'index', [-20, 20], daysAfter(7)),
  macro('STLFSI4', 'St. Louis Fed financial stress', 'index', [-20, 20], daysAfter(8)),
  // H.8 appears on the Friday after the week it describes.
  macro('CASACBW027SBOG', 'cash assets, all commercial banks', 'usd billions', [1, 1e5], daysAfter(9)),
  macro(
    'TASACBW027SBOG',
    'Treasury and agency securities, all commercial banks',
    'usd billions',
    [1, 1e5],
    daysAfter(9),
  ),
  macro('DPSACBW027SBOG', 'deposits, all commercial banks', 'usd billions', [1, 1e6], daysAfter(9)),
  macro('WALCL', 'Federal Reserve assets', 'usd millions', [1e4, 1e9], daysAfter(2), []),
  // H.10 prints a week at once, on the Monday after.
  macro('DTWEXBGS', 'nominal broad dollar', 'index', [10, 500], daysAfter(10), []),
];

/** Shiller's months: prices are known at once, the consumer price with its release, earnings a quarter later. */
const SHILLER: readonly SeriesFacts[] = [
  macro('SHILLER.price', 'S&P composite, monthly mean', 'points', [0.1, 1e6], afterMonth(5), []),
  macro('SHILLER.longRate', 'long government rate', 'percent', [-5, 30], afterMonth(5), []),
  macro('SHILLER.cpi', 'consumer prices', 'index', [0.1, 2000], CPI_LAG),
  macro('SHILLER.dividend', 'dividends of the last twelve months', 'points', FOREVER, afterMonth(92)),
  macro('SHILLER.earnings', 'earnings of the last twelve months', 'points', FOREVER, afterMonth(92)),
  macro('SHILLER.pe10', 'price over ten-year real earnings', 'ratio', [0.1, 1000], afterMonth(92)),
];

/** Every series with a name of its own; families (ETFs, benchmarks, OECD) are in series-families.ts. */
export const SERIES_LIST: readonly SeriesFacts[] = [...INDICES, ...RATES, ...MACRO, ...SHILLER];
