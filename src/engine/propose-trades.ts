import { addDays } from '../core/dates.ts';
import { type Cents, cents } from '../core/units.ts';
import type { DayPassport } from '../market/passport.ts';
import { legsOfBook } from '../portfolio/book.ts';
import { feesFor } from '../portfolio/fees.ts';
import type { Leg } from '../portfolio/leg.ts';
import type { Order } from '../portfolio/order.ts';
import type { Book, Position } from '../portfolio/position.ts';
import type { CandidateContext } from '../strategy/condor/candidate.ts';
import { coreState, type OpenCondor } from '../strategy/condor/core-state.ts';
import { strikeDistance } from '../strategy/condor/distance.ts';
import { type CondorReview, reviewCondor } from '../strategy/condor/exits.ts';
import { type Entries, proposeCondors } from '../strategy/condor/propose.ts';
import type { Decision, UpcomingEvent } from '../strategy/decision.ts';
import { upcomingEvents } from '../strategy/events.ts';
import { type HedgeDepth, hedgeDepth } from '../strategy/hedge/depth.ts';
import { type Ladder, ladder } from '../strategy/hedge/ladder.ts';
import { type LayerReview, reviewLayer } from '../strategy/hedge/review-hedge.ts';
import type { Held } from '../strategy/held.ts';
import type { MarketReading } from '../strategy/market-reading.ts';
import { signalInput } from '../strategy/readings.ts';
import type { Regime, Score } from '../strategy/regime-types.ts';
import type { Reading } from '../strategy/signal/signal.ts';
import { wacc } from '../strategy/sizing/capital-cost.ts';
import { sensitivities } from '../strategy/sizing/sensitivity-caps.ts';
import { changeUnder } from '../strategy/stress/scenario-table.ts';
import { shockOf } from '../strategy/stress/shock.ts';
import { type AccountState, marginOf } from './account-state.ts';
import { dayGates } from './day-gates.ts';
import { closeOrder, condorOrder, hedgeOrder } from './day-orders.ts';
import type { Rules } from './rules.ts';

export interface TradeContext {
  readonly market: MarketReading;
  readonly passport: DayPassport;
  readonly book: Book;
  readonly account: AccountState;
  readonly held: Held;
  readonly rules: Rules;
  readonly signals: readonly Reading[];
  readonly score: Score;
  readonly regime: Regime;
}

/** The day's decisions in their fixed order, risk-reducing first, and the orders they lead to. */
export interface Trades {
  readonly decisions: readonly Decision[];
  readonly orders: readonly Order[];
  readonly depth: HedgeDepth;
  readonly ladder: Ladder;
  readonly entries: Entries;
  readonly closed: readonly Position[];
  readonly events: readonly UpcomingEvent[];
}

/** The sheet lists events this far ahead: the longest rung. */
const EVENT_HORIZON_DAYS = 37;

const stressLoss = (market: MarketReading, { plan }: Rules, legs: readonly Leg[]) =>
  changeUnder(market, plan, legs, shockOf(plan, plan.stress.sizing));

const keptAfter = (book: Book, closed: readonly Position[]): Book => ({
  ...book,
  positions: book.positions.filter((position) => !closed.includes(position)),
});

interface HedgePlan {
  readonly depth: HedgeDepth;
  readonly ladder: Ladder;
  readonly reviews: readonly LayerReview[];
}

/** The ladder against the core that is left after today's exits. */
function planHedge({ market, rules, account, signals, regime }: TradeContext, book: Book): HedgePlan {
  const { plan } = rules;
  const depth = hedgeDepth(signals, regime.label, market.family?.vix, plan);
  const coreLoss = cents(Math.max(0, -stressLoss(market, rules, legsOfBook(book)).core));
  const wanted = ladder({ market, plan, depth: depth.depth, coreLoss, navBase: account.navBase });
  const context = { market, plan, regime: regime.label, depth, ladder: wanted, positions: book.positions };
  return { depth, ladder: wanted, reviews: wanted.layers.map((layer) => reviewLayer(context, layer)) };
}

/** Legs the hedge orders add, for the stress room of the entry that follows. */
const hedgeLegs = (reviews: readonly LayerReview[]): readonly Leg[] =>
  reviews.flatMap(({ layer, trade }) => {
    const { option } = layer;
    if (option === undefined || trade === 0) return [];
    const long = { contract: option.contract, quantity: trade };
    return option.short === undefined ? [long] : [long, { contract: option.short, quantity: -trade }];
  });

function distanceOf({ signals, regime, rules }: TradeContext) {
  const [rsiSpx, rsiVix] = [signalInput(signals, 'S02', 'rsiSpx'), signalInput(signals, 'S03', 'rsiVix')];
  const reerPercentile = signalInput(signals, 'S11', 'reerVolPct');
  return strikeDistance(
    {
      regime: regime.label,
      ...(rsiSpx === undefined ? {} : { rsiSpx }),
      ...(rsiVix === undefined ? {} : { rsiVix }),
      ...(reerPercentile === undefined ? {} : { reerPercentile }),
    },
    rules.plan,
  );
}

/** What a new condor is built from, whether it is entered or would replace one in a roll. */
function candidateContext(context: TradeContext): CandidateContext {
  const { market, rules, regime } = context;
  return {
    market,
    plan: rules.plan,
    regime: regime.label,
    distance: distanceOf(context),
    hedgeRate: rules.plan.sizing.hedgeCost.seed,
    feesOf: (condor) => feesFor(condor, market.executeOn, rules.account.fees),
  };
}

/** Condors on the book as it will stand after exits and hedge orders. */
function planEntries(context: TradeContext, book: Book, hedge: readonly Leg[]): Entries {
  const { market, rules, account, score } = context;
  const { plan } = rules;
  const legs = [...legsOfBook(book), ...hedge];
  const gates = dayGates({ ...context, drawdown: account.drawdown }, market, plan);
  const stressed = stressLoss(market, rules, legs);
  return proposeCondors({
    ...candidateContext(context),
    state: coreState(book.positions, market.session, plan),
    dayReasons: gates.reasons,
    navBase: account.navBase,
    openMargin: marginOf(legs, market, rules) ?? cents(0),
    openStressLoss: cents(Math.max(0, -(stressed.core + stressed.hedge))),
    open: sensitivities(market, plan, legs),
    score: score.value,
    regimeScale: gates.regimeScale,
    drawdownScale: gates.drawdownScale,
    costOfCapital: wacc(
      { riskFree: market.riskFree, equity: account.nav, debt: NO_DEBT },
      plan.sizing.capital,
    ),
  });
}

const NO_DEBT: Cents = cents(0);

/** Every open condor, judged with the whole book's stress and the entry a roll would make (R-X1, R-R1, E18). */
function reviewsOf(open: readonly OpenCondor[], context: TradeContext): readonly CondorReview[] {
  const { market, regime, rules, book, account } = context;
  const stressed = stressLoss(market, rules, legsOfBook(book));
  const loss = Math.max(0, -(stressed.core + stressed.hedge));
  const desk = {
    candidates: candidateContext(context),
    ...(account.navBase > 0 ? { stressLossShare: loss / account.navBase } : {}),
  };
  return open.map((condor) => reviewCondor(condor, market, regime.label, rules.plan, desk));
}

/**
 * Step 6: exits, hedge, condors, in that order, each on the book the step before leaves behind (methodology 3.14).
 */
export function proposeTrades(context: TradeContext): Trades {
  const { market, rules, book } = context;
  const exits = reviewsOf(coreState(book.positions, market.session, rules.plan).open, context);
  const closedCondors = exits.filter(({ closes }) => closes).map(({ open }) => open.position);
  const hedge = planHedge(context, keptAfter(book, closedCondors));
  const rolled = hedge.reviews.flatMap(({ rolled: due }) => due);
  const closed = [...closedCondors, ...rolled];
  const entries = planEntries(context, keptAfter(book, closed), hedgeLegs(hedge.reviews));
  return {
    decisions: [
      ...exits.map(({ decision }) => decision),
      ...hedge.reviews.flatMap(({ decisions }) => decisions),
      ...entries.decisions,
    ],
    orders: [
      ...closed.map((position) => closeOrder(position, market, rules.plan)),
      ...hedge.reviews.flatMap((review) => hedgeOrder(review, market, rules.plan) ?? []),
      ...entries.entered.map((entered) => condorOrder(entered, market, rules.plan)),
    ],
    depth: hedge.depth,
    ladder: hedge.ladder,
    entries,
    closed,
    events: upcomingEvents(market.executeOn, addDays(market.session, EVENT_HORIZON_DAYS)),
  };
}
