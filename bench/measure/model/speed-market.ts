import { addDays, isoDate } from '../../../src/core/dates.ts';
import type { IsoDate } from '../../../src/core/units.ts';
import type { Contract } from '../../../src/market/contract.ts';
import { futureContract, optionContract } from '../../../src/market/contract-registry.ts';
import { sessionsIn, stockClose } from '../../../src/market/session-calendar.ts';
import { normaliseExpiration } from '../../../src/market/spx-expirations.ts';
import { readSurface } from '../../../src/market/surface.ts';
import { vixMonthlyExpirations } from '../../../src/market/vix-expirations.ts';
import { modelChains } from '../../../src/model/chain/model-chain.ts';
import type { ModelDay } from '../../../src/model/chain/model-day.ts';
import { modelQuote } from '../../../src/model/chain/model-quote.ts';
import { jointModel } from '../../../src/model/joint-model.ts';
import { modelMarket } from '../../../src/model/model-market.ts';
import { volIndexAt } from '../../../src/model/variance-window.ts';
import type { Position, Purpose } from '../../../src/portfolio/position.ts';
import type { QuotedMarket } from '../../../src/portfolio/scenario/quoted-market.ts';
import { type ScenarioBook, scenarioBook } from '../../../src/portfolio/scenario/scenario-book.ts';
import { scenarioMarket } from '../../../src/portfolio/scenario/scenario-market.ts';

/** A day with every weekday listed. */
const SESSION = isoDate('2024-06-03');
const SPOT = 5283.4;

/** The model's market of one session; the factors wander with `n`, so that no day finds another's work done. */
function speedDay(session: IsoDate, n: number): ModelDay {
  const model = jointModel();
  const state = { x: Math.sin(n / 7), y: -0.5 + Math.sin(n / 40) };
  const market = modelMarket({
    model,
    asOf: stockClose(session),
    state,
    spot: SPOT,
    rate: 0.05,
    dividendYield: 0.013,
  });
  return { market, session, vix: volIndexAt(model.vix, state.x, state.y), quotes: 'modelled' };
}

export interface ChainCount {
  readonly expirations: number;
  readonly strikes: number;
}

/** Prices the first so many expirations of an underlying whole, calls and puts, bid and ask. */
export function priceChains(n: number, underlying: 'SPX' | 'VIX', expirations: number): ChainCount {
  const { chains } = modelChains(speedDay(SESSION, n), underlying, 'speed');
  let strikes = 0;
  const wanted = chains.slice(0, expirations);
  for (const { call, put } of wanted) strikes += Math.min(call.bid.length, put.ask.length);
  return { expirations: wanted.length, strikes };
}

const nearFriday = (session: IsoDate, days: number): IsoDate => {
  const date = addDays(session, days);
  const weekday = new Date(date).getUTCDay();
  return normaliseExpiration(addDays(date, (5 - weekday + 7) % 7));
};

/** Two condors and four VIX calls struck about the market of a session: twelve legs. */
function bookOf(session: IsoDate): Contract[] {
  const weeklies = [14, 35].map((days) => nearFriday(session, days));
  const strikes = [0.9, 0.93, 1.04, 1.06].map((share) => Math.round((SPOT * share) / 25) * 25);
  const condors = weeklies.flatMap((expiration) =>
    strikes.map((strike, n) =>
      optionContract({ root: 'SPXW', expiration, strike, right: n < 2 ? 'put' : 'call' }),
    ),
  );
  const months = vixMonthlyExpirations(addDays(session, 10), addDays(session, 130)).slice(0, 4);
  const calls = months.map((expiration, n) =>
    optionContract({ root: 'VIX', expiration, strike: 18 + 2 * n, right: 'call' }),
  );
  return [...condors, ...calls];
}

/** Sessions to mark a book over, as many as asked, and the book of each. */
export function bookDays(
  count: number,
): readonly { readonly session: IsoDate; readonly book: readonly Contract[] }[] {
  return sessionsIn(isoDate('2006-07-03'), isoDate('2026-11-19'))
    .slice(-count)
    .map((session) => ({ session, book: bookOf(session) }));
}

/** Quotes of every leg of every day: bid and ask, nothing else of any chain. Returns how many were priced. */
export function markBooks(days: ReturnType<typeof bookDays>): number {
  let marked = 0;
  days.forEach(({ session, book }, n) => {
    const day = speedDay(session, n);
    for (const contract of book)
      if (contract.kind === 'option' && modelQuote(day, contract).ask > 0) marked++;
  });
  return marked;
}

/** Thirty legs: five condors, eight VIX calls, two VX futures, as `alvh scenario` prices them on a quoted market. */
export function thirtyLegs(): ScenarioBook {
  const day = speedDay(SESSION, 3);
  const { market, vix } = day;
  const { state, model } = market;
  const spxChain = modelChains(day, 'SPX', 'speed');
  const vixChain = modelChains(day, 'VIX', 'speed');
  const dtes = vixChain.chains.map(({ expiration }) =>
    Math.round((Date.parse(expiration) - Date.parse(SESSION)) / 86_400_000),
  );
  const quoted: QuotedMarket = {
    session: SESSION,
    quotes: 'modelled',
    spot: SPOT,
    vix,
    vix3m: volIndexAt(model.vix3m, state.x, state.y),
    surface: readSurface(spxChain),
    vixSurface: readSurface(vixChain, dtes),
    riskFree: market.rate,
  };
  const scenario = scenarioMarket(quoted, model);
  if (!scenario.ok) throw new Error(scenario.failure.code);
  const book = scenarioBook(scenario.value, positions());
  if (!book.ok) throw new Error(book.failure.code);
  return book.value;
}

function positions(): readonly Position[] {
  const make = (id: string, purpose: Purpose, contracts: readonly Contract[]): Position => ({
    id,
    purpose,
    opened: SESSION,
    premium: 0 as Position['premium'],
    legs: contracts.map((contract, n) => ({ contract, quantity: n % 3 === 0 ? 1 : -1 })),
  });
  const condors = [7, 14, 21, 35, 42].map((days, n) => {
    const strikes = [0.88, 0.92, 1.04, 1.07].map((share) => Math.round((SPOT * (share + n / 400)) / 25) * 25);
    const expiration = nearFriday(SESSION, days);
    return make(
      `condor-${n}`,
      'condor',
      strikes.map((strike, m) =>
        optionContract({ root: 'SPXW', expiration, strike, right: m < 2 ? 'put' : 'call' }),
      ),
    );
  });
  const months = vixMonthlyExpirations(addDays(SESSION, 10), addDays(SESSION, 130)).slice(0, 4);
  const calls = months.flatMap((expiration) =>
    [16, 22].map((strike) => optionContract({ root: 'VIX', expiration, strike, right: 'call' })),
  );
  const futures = months.slice(0, 2).map((expiration) => futureContract('VX', expiration));
  return [...condors, make('calls', 'hedge.L1', calls), make('futures', 'other', futures)];
}
