import { normalDraw } from '../../core/random.ts';
import type { Series } from '../../market/history.ts';
import { column, returning, walk } from './demo-column.ts';
import { hundredths } from './demo-path.ts';
import { DEMO_DIVIDEND_YIELD } from './demo-world.ts';
import type { DemoYears } from './demo-years.ts';
import { namedStream } from './named-stream.ts';

/** A fund that follows the index: beta, own daily vol, first price, dividend yield. */
interface Fund {
  readonly ticker: string;
  readonly beta: number;
  readonly own: number;
  readonly first: number;
  readonly dividend: number;
}

const FUNDS: readonly Fund[] = [
  { ticker: 'VNQ', beta: 0.85, own: 0.007, first: 62, dividend: 0.038 },
  { ticker: 'SPHB', beta: 1.35, own: 0.005, first: 30, dividend: 0.008 },
];
/** Index points per share of SPY. */
const SPX_PER_SPY = 10.03;

/** Dividends lower the past of an adjusted close and leave its last value alone. */
const adjusted = (close: number, dividend: number, sessionsLeft: number): number =>
  hundredths(close * Math.exp((-dividend * sessionsLeft) / 252));

/** SPY is the index over ten; real estate and high beta are beta times its moves and their own; all less dividends paid since. */
export function fundSeries(years: DemoYears): Series[] {
  const { seed, dates, close, moves } = years;
  const left = (i: number): number => dates.length - 1 - i;
  const spy = (i: number): number => hundredths((close[i] ?? 0) / SPX_PER_SPY);
  const others = FUNDS.map(({ ticker, beta, own, first, dividend }) => {
    const random = namedStream(seed, ticker);
    const logs = walk(
      dates.length,
      Math.log(first),
      (i) => beta * (moves[i] ?? 0) + own * normalDraw(random),
    );
    return column(`${ticker}.adjClose`, years, (i) => adjusted(Math.exp(logs[i] ?? 0), dividend, left(i)));
  });
  return [
    column('SPY.close', years, spy),
    column('SPY.adjClose', years, (i) => adjusted(spy(i), DEMO_DIVIDEND_YIELD, left(i))),
    ...others,
  ];
}

/** SPY volume: lognormal about 62 million shares, a third more at twice the VIX, and more on a day that falls. */
export function volumeSeries(years: DemoYears): Series {
  const { seed, dates, moves, vix } = years;
  const own = returning(namedStream(seed, 'SPY.volume'), dates.length, { mean: 0, sd: 0.2, memory: 1 });
  return column('SPY.volume', years, (i) => {
    const fear = 0.4 * Math.log((vix[i] ?? 0) / 17) - 12 * Math.min(moves[i] ?? 0, 0);
    return Math.round(62e6 * Math.exp((own[i] ?? 0) + fear));
  });
}

/** Advances less declines, in hundreds of issues: nine for a day of 1 %, a drift, and days of their own. */
export function breadthSeries(years: DemoYears): Series {
  const { seed, dates, moves } = years;
  const random = namedStream(seed, 'NYAD.close');
  const line = walk(dates.length, 1200, (i) => 0.8 + 900 * (moves[i] ?? 0) + 4 * normalDraw(random));
  return column('NYAD.close', years, (i) => hundredths(line[i] ?? 0));
}

/** The ten-year yield: returns to 4.1 % over years and does not know the index. */
export function yieldSeries(years: DemoYears): Series {
  const random = namedStream(years.seed, 'DGS10');
  const level = returning(random, years.dates.length, { mean: 4.1, sd: 0.5, memory: 500 });
  return column('DGS10', years, (i) => hundredths(level[i] ?? 0));
}
