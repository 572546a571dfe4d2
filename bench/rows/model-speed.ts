import { shockAxes } from '../../src/portfolio/scenario/shock-axes.ts';
import { shockGrid } from '../../src/portfolio/scenario/shock-grid.ts';
import { bookDays, markBooks, priceChains, thirtyLegs } from '../measure/model/speed-market.ts';
import { type Candidate, interleaved } from '../peers/best-of.ts';
import { europeanBook } from '../peers/books.ts';
import { quantLib } from '../peers/quantlib.ts';
import type { Row } from '../row.ts';

const SPX_EXPIRATIONS = 40;
const VIX_EXPIRATIONS = 12;
const SESSIONS = 5_000;

/** Whole chains of one day, in one thread; every day has other factors. */
async function chainRows(): Promise<readonly Row[]> {
  let day = 0;
  const counts = {
    spx: priceChains(day, 'SPX', SPX_EXPIRATIONS),
    vix: priceChains(day, 'VIX', VIX_EXPIRATIONS),
  };
  const one = (underlying: 'SPX' | 'VIX', expirations: number) => (): number => {
    priceChains(++day, underlying, expirations);
    return 1;
  };
  const ns = await interleaved(
    { spx: one('SPX', SPX_EXPIRATIONS), vix: one('VIX', VIX_EXPIRATIONS) },
    { rounds: 9, minMs: 150 },
  );
  const row = (name: 'spx' | 'vix', most: number): Row => {
    const ms = ns[name] / 1e6;
    const { expirations, strikes } = counts[name];
    return {
      id: `model.speed.${name}-chains`,
      value: ms,
      unit: 'ms a day',
      target: `<= ${most}`,
      pass: ms <= most,
      against: `${expirations} expirations, ${strikes} strikes, calls and puts, bid and ask on the tick grid; one thread`,
      note: `${((ms * 1e6) / (2 * strikes)).toFixed(0)} ns a quote, listing and factors included`,
    };
  };
  return [row('spx', 2), row('vix', 1)];
}

/** A book marked over twenty years, each day on a market of its own. */
function bookRow(): Row {
  const days = bookDays(SESSIONS);
  markBooks(days.slice(0, 300));
  let best = Number.POSITIVE_INFINITY;
  let marked = 0;
  for (let round = 0; round < 3; round++) {
    const began = performance.now();
    marked = markBooks(days);
    best = Math.min(best, performance.now() - began);
  }
  return {
    id: 'model.speed.lazy-book',
    value: best / 1000,
    unit: 's',
    target: '<= 1',
    pass: best <= 1000,
    against: `bid and ask of twelve legs on each of ${days.length} sessions, ${marked} quotes; one thread`,
    note: `${((1000 * best) / days.length).toFixed(0)} microseconds a session, factors to quotes`,
  };
}

/** The heat map of `alvh scenario`, beside QuantLib pricing as many options on given forwards and vols. */
async function gridRow(): Promise<readonly Row[]> {
  const book = thirtyLegs();
  const axes = shockAxes(book.market.quoted.vix);
  const cells = axes.spx.length * axes.vix.length;
  const options = cells * book.legs.length;
  const ours = (): number => {
    shockGrid(book, axes);
    return 1;
  };
  const quantlib = await quantLib();
  const isHere = !('skipped' in quantlib);
  const engine = isHere ? quantlib.europeanEngine(europeanBook(options), 'shared') : undefined;
  const calculator = isHere ? quantlib.blackCalculator(europeanBook(options)) : undefined;
  const candidates: Record<string, Candidate> = {
    ours,
    ...(engine === undefined ? {} : { engine }),
    ...(calculator === undefined ? {} : { calculator }),
  };
  const ns = await interleaved(candidates, { rounds: 9, minMs: 150 });
  await engine?.close();
  await calculator?.close();
  const ms = (ns['ours'] ?? 0) / 1e6;
  const beside = (name: 'engine' | 'calculator'): string =>
    `${(((ns[name] ?? 0) * options) / 1e6).toFixed(1)} ms`;
  return [
    {
      id: 'model.speed.scenario-grid',
      value: ms,
      unit: 'ms',
      target: '<= 30',
      pass: ms <= 30,
      against: `${axes.spx.length} x ${axes.vix.length} cells of a book of ${book.legs.length} legs; one thread`,
      note: 'each row of VIX solves its factors and reprices smiles, VX futures and VIX options',
    },
    {
      id: 'model.speed.scenario-grid-quantlib',
      value: isHere ? ((ns['engine'] ?? 0) * options) / (ns['ours'] ?? 1) : null,
      unit: 'x as fast as its AnalyticEuropeanEngine',
      target: '',
      pass: null,
      against: isHere
        ? `QuantLib ${quantlib.version} with Greeks: ${options} options in ${beside('engine')}, by BlackCalculator in ${beside('calculator')}`
        : 'QuantLib',
      note: isHere
        ? 'QuantLib is handed every forward and vol; ours works them out'
        : `skipped: ${quantlib.skipped}`,
    },
  ];
}

/** How long modelled chains and scenarios take. */
export const modelSpeedRows = async (): Promise<readonly Row[]> => [
  ...(await chainRows()),
  bookRow(),
  ...(await gridRow()),
];
