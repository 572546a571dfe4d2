import { normalDraw } from '../../core/random.ts';
import type { Series } from '../../market/history.ts';
import { allOf, column, returning, walk } from './demo-column.ts';
import { monthlyMeans, periods, type SeededPath } from './demo-months.ts';
import { hundredths } from './demo-path.ts';
import { DEMO_RATE } from './demo-world.ts';
import { namedStream } from './named-stream.ts';

/** Grows at a rate of `aMonth` with independent surprises; logarithms. */
interface Growth {
  readonly first: number;
  readonly aMonth: number;
  readonly surprise: number;
}

/** Prices and the dollar: independent surprises about a trend, which no other series knows. */
const GROWTHS: Readonly<Record<string, Growth>> = {
  CPIAUCSL: { first: 150, aMonth: 0.0021, surprise: 0.0014 },
  PPIACO: { first: 125, aMonth: 0.002, surprise: 0.006 },
  PPIFIS: { first: 85, aMonth: 0.002, surprise: 0.003 },
  RBUSBIS: { first: 100, aMonth: 0, surprise: 0.009 },
};

/** Short rates return to their mean over years; the bill's is the rate options are priced with. */
const RATES: Readonly<Record<string, { readonly mean: number; readonly sd: number }>> = {
  TB3MS: { mean: 100 * DEMO_RATE, sd: 0.1 },
  'OECD.EA19': { mean: 2.1, sd: 0.5 },
  'OECD.JPN': { mean: 0.8, sd: 0.4 },
  'OECD.GBR': { mean: 3.9, sd: 0.6 },
};
const RATE_MEMORY_MONTHS = 30;

/** Prices, the dollar and short rates, monthly. */
export function monthlySeries(path: SeededPath): Series[] {
  const months = periods(path, 1);
  const grown = Object.entries(GROWTHS).map(([name, { first, aMonth, surprise }]) => {
    const random = namedStream(path.seed, name);
    const logs = walk(months.length, Math.log(first), () => aMonth + surprise * normalDraw(random));
    return column(name, allOf(months), (i) => Math.exp(logs[i] ?? 0));
  });
  const rates = Object.entries(RATES).map(([name, { mean, sd }]) => {
    const random = namedStream(path.seed, name);
    const level = returning(random, months.length, { mean, sd, memory: RATE_MEMORY_MONTHS });
    return column(name, allOf(months), (i) => hundredths(level[i] ?? 0));
  });
  return [...grown, ...rates];
}

/** Real output: half a per cent a quarter, a hundredth of the index's move over the last two, and its own surprise. */
export function outputSeries(path: SeededPath): Series {
  const random = namedStream(path.seed, 'GDPC1');
  const prices = monthlyMeans(path, periods(path, 1));
  const quarters = periods(path, 3);
  const logs = walk(quarters.length, Math.log(10_500), (i) => {
    const [now, before] = [prices[3 * i], prices[3 * i - 6]];
    const mood = now === undefined || before === undefined ? 0 : Math.log(now / before);
    return 0.005 + 0.01 * mood + 0.003 * normalDraw(random);
  });
  return column('GDPC1', allOf(quarters), (i) => Math.exp(logs[i] ?? 0));
}
