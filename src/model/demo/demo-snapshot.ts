import { clock, newYorkInstant } from '../../core/new-york.ts';
import { type IsoDate, points } from '../../core/units.ts';
import type { ChainSnapshot } from '../../market/chain.ts';
import { checkChain } from '../../market/chain-check.ts';
import { historyThrough, latest } from '../../market/history.ts';
import type { ChainPassport, DayPassport, SeriesAge } from '../../market/passport.ts';
import { sessionsBetween, stockClose } from '../../market/session-calendar.ts';
import type { Snapshot } from '../../market/snapshot.ts';
import { modelChains } from '../chain/model-chain.ts';
import type { ModelDay } from '../chain/model-day.ts';
import { modelMarket } from '../model-market.ts';
import { countQuotes } from './count-quotes.ts';
import type { DemoMarket } from './demo-market.ts';
import { DEMO_DIVIDEND_YIELD, DEMO_RATE } from './demo-world.ts';
import type { DemoYears } from './demo-years.ts';
import { namedStream } from './named-stream.ts';

const DECISION_TIME = clock(17);

/** The options market at the close of a session: the instant the path's closing state is of, so that fair prices are fair. */
function optionsOf({ model, seed, dates, close, x, y, vix }: DemoYears, session: IsoDate): ModelDay {
  const i = dates.indexOf(session);
  const market = modelMarket({
    model,
    asOf: stockClose(session),
    state: { x: x[i] ?? 0, y: y[i] ?? 0 },
    spot: close[i] ?? 0,
    rate: DEMO_RATE,
    dividendYield: DEMO_DIVIDEND_YIELD,
  });
  const interest = (column: string) => namedStream(seed, column);
  return { market, session, vix: vix[i] ?? 0, quotes: 'simulated', interest };
}

/** Days since the last value of every series, as a day's decision would find them. */
function agesOf({ series, vx }: Pick<DemoMarket, 'series' | 'vx'>, snapshot: Snapshot): SeriesAge[] {
  const past = historyThrough(series, vx.slice(0, 0), snapshot.asOf);
  return past.names.flatMap((name) => {
    const last = latest(past.series(name))?.asOf;
    return last === undefined ? [] : [{ name, last, ageSessions: sessionsBetween(last, snapshot.session) }];
  });
}

/** Everything the market shows at the close of a session; chains and their passports are worked out when first read. */
export function demoSnapshot(
  years: DemoYears,
  market: Pick<DemoMarket, 'seed' | 'world' | 'series' | 'vx'>,
  session: IsoDate,
): Snapshot {
  const { seed, world } = market;
  const day = optionsOf(years, session);
  const file = `simulated (seed ${seed}, world ${world})`;
  const judged = (chain: ChainSnapshot): ChainPassport =>
    checkChain(chain, countQuotes(chain.chains), file).passport;
  let passport: DayPassport | undefined;
  const snapshot: Snapshot = {
    session,
    asOf: newYorkInstant(session, DECISION_TIME),
    quotes: 'simulated',
    simulation: { seed, world },
    spx: points(day.market.spot),
    spxChain: modelChains(day, 'SPX', 'simulated'),
    vixChain: modelChains(day, 'VIX', 'simulated'),
    get passport() {
      passport ??= {
        session,
        chain: judged(snapshot.spxChain),
        ...(snapshot.vixChain === undefined ? {} : { vixChain: judged(snapshot.vixChain) }),
        series: agesOf(market, snapshot),
        conflicts: [],
      };
      return passport;
    },
  };
  return snapshot;
}
