import { hashOf } from '../../core/hash.ts';
import type { Problem } from '../../core/problem.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import { jointModel } from '../../model/joint-model.ts';
import { positionLabel } from '../../portfolio/label.ts';
import type { Position } from '../../portfolio/position.ts';
import type { JointShock } from '../../portfolio/scenario/joint-shock.ts';
import { projectBook } from '../../portfolio/scenario/projection.ts';
import { type ScenarioBook, scenarioBook } from '../../portfolio/scenario/scenario-book.ts';
import type { ScenarioFailure } from '../../portfolio/scenario/scenario-failure.ts';
import { scenarioMarket } from '../../portfolio/scenario/scenario-market.ts';
import { vixRange } from '../../portfolio/scenario/shocked-levels.ts';
import { constantVx } from '../../portfolio/scenario/shocked-market.ts';
import { planHash } from '../../strategy/trading-plan.ts';
import { type AskedShocks, askedShocks } from './asked-shocks.ts';
import { gridView, linesView } from './grid-view.ts';
import { legView, outcomeView } from './outcome-view.ts';
import { quotedMarketOf, type ScenarioStart } from './quoted-market-of.ts';
import type { ScenarioAsk, ScenarioOptions } from './scenario-ask.ts';
import { scenarioCaveats } from './scenario-caveats.ts';
import type { ScenarioEvening } from './scenario-evening.ts';
import { scenarioProblem } from './scenario-problem.ts';
import type { OutcomeView, ProjectionView, ScenarioReport } from './scenario-report.ts';
import { type ShockedPositions, shockedPositions } from './shocked-positions.ts';
import { shownOutcome } from './shown-outcome.ts';

type Problems = readonly Problem[];

/** What a report shall hold besides the shocks. */
export interface ReportParts {
  readonly grid: boolean;
  readonly projection: boolean;
  /** Lines to draw: for a page. */
  readonly lines: boolean;
}

const NOTHING_HELD: Problem = {
  kind: 'data',
  what: 'the book is empty and the plan considered no trade that day, so there is nothing to shock',
  fix: 'bring your positions in with `alvh book import FILE`, or ask for another --date',
};

/** The book in its market, ready to be shocked. */
interface Laid extends ScenarioStart, ShockedPositions {
  readonly book: ScenarioBook;
}

function laidOut(
  evening: ScenarioEvening,
  refuse: (failure: ScenarioFailure) => Problems,
): Result<Laid, Problems> {
  const start = quotedMarketOf(evening.reading, evening.past);
  if (!start.ok) return start;
  const held = shockedPositions(evening.sheet);
  if (held === undefined) return fail([NOTHING_HELD]);
  const market = scenarioMarket(start.value.quoted, jointModel());
  if (!market.ok) return fail(refuse(market.failure));
  const book = scenarioBook(market.value, held.positions);
  return book.ok ? ok({ ...start.value, ...held, book: book.value }) : fail(refuse(book.failure));
}

function outcomesOf(
  { book }: Laid,
  { shocks }: AskedShocks,
  { sheet }: ScenarioEvening,
): Result<readonly OutcomeView[], ScenarioFailure> {
  const outcomes: OutcomeView[] = [];
  for (const asked of shocks) {
    const outcome = outcomeView(book, asked, sheet.book.nav);
    if (!outcome.ok) return outcome;
    outcomes.push(outcome.value);
  }
  return ok(outcomes);
}

function projectionOf(book: ScenarioBook): ProjectionView {
  const { cells, leftOut, clipped } = projectBook(book);
  return { cells, leftOut: leftOut.map(({ days, case: which }) => ({ days, case: which })), clipped };
}

const positionView = ({ id, purpose, legs }: Position) => ({ id, purpose, label: positionLabel(legs) });

/** What holds on the map besides its moves: the days and the power that were asked for. */
function meanwhileOf(ask: ScenarioAsk): Pick<JointShock, 'days' | 'slope'> {
  switch (ask.kind) {
    case 'shock':
      return { days: ask.days, ...(ask.slope === undefined ? {} : { slope: ask.slope }) };
    case 'none':
      return { days: ask.days };
    case 'preset':
      return { days: ask.days ?? 0 };
    case 'overview':
    case 'replay':
      return { days: 0 };
  }
}

function partsOf(
  { book }: Laid,
  ask: ScenarioAsk,
  { shocks }: AskedShocks,
  outcomes: readonly OutcomeView[],
  wanted: ReportParts,
) {
  const shown = shownOutcome(outcomes);
  const drawn = shocks.find(({ id }) => id === shown?.id)?.shock;
  return {
    ...(wanted.grid ? { grid: gridView(book, meanwhileOf(ask)) } : {}),
    ...(wanted.lines ? { lines: linesView(book, drawn) } : {}),
    ...(wanted.projection ? { projection: projectionOf(book) } : {}),
  };
}

function marketOf({ book, quoted, vix3mSource }: Laid): ScenarioReport['market'] {
  const { lowest, highest } = vixRange(book.market);
  return {
    spx: quoted.spot,
    vix: quoted.vix,
    vix3m: quoted.vix3m,
    vix3mSource,
    vx30: constantVx(book.market.today),
    vixLowest: lowest,
    vixHighest: highest,
  };
}

/**
 * The answer to one question on one evening.
 *
 * @param typed  what was typed, to quote it in a refusal
 */
export function makeScenarioReport(
  evening: ScenarioEvening,
  ask: ScenarioAsk,
  typed: ScenarioOptions,
  wanted: ReportParts,
): Result<ScenarioReport, Problems> {
  const { sheet, reading, plan } = evening;
  const refuse = (failure: ScenarioFailure): Problems => [
    scenarioProblem(failure, {
      ...typed,
      today: { vix: reading.family?.vix ?? 0, session: reading.session },
    }),
  ];
  const laid = laidOut(evening, refuse);
  if (!laid.ok) return laid;
  const { book, source, positions, quoted, vix3mSource } = laid.value;
  const asked = askedShocks(book.market, ask, plan);
  if (!asked.ok) return fail(refuse(asked.failure));
  const outcomes = outcomesOf(laid.value, asked.value, evening);
  if (!outcomes.ok) return fail(refuse(outcomes.failure));
  const legs = book.legs.map(legView);
  const report = {
    schema: 'alvh.scenario/1' as const,
    date: sheet.date,
    asOf: quoted.surface.asOf,
    quotes: sheet.quotes,
    plan: sheet.plan,
    source,
    nav: sheet.book.nav,
    market: marketOf(laid.value),
    positions: positions.map(positionView),
    legs,
    outcomes: outcomes.value,
    indexOnly: asked.value.indexOnly,
    ...partsOf(laid.value, ask, asked.value, outcomes.value, wanted),
    caveats: scenarioCaveats({ quotes: sheet.quotes, vix3mSource, legs, outcomes: outcomes.value }),
  };
  const hashes = { inputs: sheet.hashes.inputs, plan: planHash(plan) };
  return ok({ ...report, hashes: { ...hashes, scenario: hashOf({ ...report, hashes }) } });
}
