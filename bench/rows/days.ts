import { planDayFrom } from '../../src/app/plan-day.ts';
import { openMarketData } from '../../src/app/read-market-data.ts';
import { SERIES_READ } from '../../src/app/series-read.ts';
import { canonicalJson } from '../../src/core/hash.ts';
import type { DaySheet } from '../../src/engine/day-sheet.ts';
import { median } from '../../src/quant/stats.ts';
import type { CondorProposal } from '../../src/strategy/decision.ts';
import { type DecidedDay, decidedDays } from '../measure/decided-days.ts';
import { poisonedMarket } from '../measure/poisoned-market.ts';
import { sharedLake } from '../measure/shared-lake.ts';
import { type Row, skipped } from '../row.ts';
import { GATHERED, sharedRoot } from '../shared-root.ts';

const FIRST = '2019-04-25';
const LAST = '2019-07-05';
/** One day in so many is decided again for the look-ahead row. */
const EVERY = 10;
const PLANS = ['steward', 'promoter'] as const;
const IDS = [
  ...PLANS.map((plan) => `day.chains-2019.${plan}`),
  'day.identical',
  'day.wall',
  'day.look-ahead',
  'day.bounded-loss',
];

const condors = ({ decisions }: DaySheet) =>
  decisions.flatMap(({ kind, reasons, proposal }) =>
    proposal?.kind === 'condor' ? [{ kind, reasons, card: proposal }] : [],
  );

const proposed = ({ sheet }: DecidedDay): boolean =>
  sheet.decisions.some(({ kind, subject }) => kind === 'enter' && subject.startsWith('condor'));

/** How often each rule was the reason a day stood aside: on how many days it failed for every rung. */
function blockers(days: readonly DecidedDay[]): string {
  const counts = new Map<string, number>();
  for (const { sheet } of days.filter((day) => !proposed(day))) {
    const cards = condors(sheet);
    const failing = cards.map(
      ({ reasons }) => new Set(reasons.filter(({ verdict }) => verdict === 'fail').map(({ rule }) => rule)),
    );
    const [first, ...rest] = failing;
    for (const rule of first ?? []) {
      if (rest.every((other) => other.has(rule))) counts.set(rule, (counts.get(rule) ?? 0) + 1);
    }
  }
  return [...counts]
    .sort((a, b) => b[1] - a[1])
    .map(([rule, days]) => `${rule} ${days}`)
    .join(', ');
}

function planRow(plan: string, days: readonly DecidedDay[]): Row {
  const entered = days.filter(proposed).length;
  return {
    id: `day.chains-2019.${plan}`,
    value: days.length,
    unit: 'days decided',
    target: '45',
    pass: days.length === 45,
    against: `every importable 2019 chain, ${FIRST} to ${LAST}, NAV $250,000, empty book each day`,
    note: `${entered} days propose a condor, ${days.length - entered} stand aside; rules that fail on every rung of a day that stands aside: ${blockers(days)}`,
  };
}

/** Loss at settlement per condor: both wings cannot lose at once, so the worst lies at or beyond a long strike. */
function worstOutcome({ longPut, shortPut, shortCall, longCall, creditNet }: CondorProposal): number {
  const at = (level: number): number =>
    creditNet -
    (Math.max(shortPut - level, 0) - Math.max(longPut - level, 0)) -
    (Math.max(level - shortCall, 0) - Math.max(level - longCall, 0));
  return Math.min(...[0, longPut, shortPut, shortCall, longCall, 2 * longCall].map(at));
}

function boundedLossRow(days: readonly DecidedDay[]): Row {
  const cards = days.flatMap(({ sheet }) => condors(sheet)).map(({ card }) => card);
  const beyond = cards.filter((card) => -worstOutcome(card) * 100 * 100 > card.maxLoss + 1);
  return {
    id: 'day.bounded-loss',
    value: beyond.length,
    unit: 'condors that can lose more than stated',
    target: '0',
    pass: beyond.length === 0,
    against: `${cards.length} condor cards of both plans, settled at every kink`,
    note: '',
  };
}

async function identicalRow(root: string, first: readonly DecidedDay[]): Promise<Row> {
  const second = await decidedDays(root, 'steward', FIRST, LAST);
  const differing = first.filter(
    ({ sheet }, i) => canonicalJson(sheet) !== canonicalJson(second[i]?.sheet ?? null),
  );
  return {
    id: 'day.identical',
    value: differing.length,
    unit: 'sheets that differ',
    target: '0',
    pass: differing.length === 0,
    against: `${first.length} sheets decided twice from a re-opened lake, canonical JSON compared`,
    note: '',
  };
}

function wallRow(days: readonly DecidedDay[]): Row {
  const times = days.map(({ milliseconds }) => milliseconds);
  return {
    id: 'day.wall',
    value: median(times),
    unit: 'ms per decided day, median, lake open',
    target: '',
    pass: null,
    against: `${times.length} chain days of 2019`,
    note: `fastest ${Math.min(...times).toFixed(0)}, slowest ${Math.max(...times).toFixed(0)}; reading the chain from the lake included`,
  };
}

/** Every tenth day decided again on a lake whose future is garbage. */
async function lookAheadRow(root: string, days: readonly DecidedDay[]): Promise<Row> {
  const home = await sharedLake(root);
  const market = await openMarketData(home, SERIES_READ);
  const sampled = days.filter((_, i) => i % EVERY === 0);
  let changed = 0;
  for (const { sheet } of sampled) {
    const poisoned = poisonedMarket(market, sheet.asOf);
    const again = await planDayFrom(poisoned, { home, date: sheet.date, plan: 'steward', today: GATHERED });
    if (!again.ok || canonicalJson(again.value) !== canonicalJson(sheet)) changed += 1;
  }
  return {
    id: 'day.look-ahead',
    value: changed,
    unit: 'sheets changed by garbage available only later',
    target: '0',
    pass: changed === 0,
    against: `${sampled.length} real days, every series and VX curve known after the decision replaced`,
    note: '',
  };
}

/** Every real chain day of 2019 decided under both plans. */
export async function dayRows(): Promise<readonly Row[]> {
  const root = sharedRoot();
  if (root === undefined) return IDS.map((id) => skipped(id, 'no ../shared folder beside the checkout'));
  const byPlan = new Map<string, readonly DecidedDay[]>();
  for (const plan of PLANS) byPlan.set(plan, await decidedDays(root, plan, FIRST, LAST));
  const steward = byPlan.get('steward') ?? [];
  return [
    ...[...byPlan].map(([plan, days]) => planRow(plan, days)),
    await identicalRow(root, steward),
    wallRow(steward),
    await lookAheadRow(root, steward),
    boundedLossRow([...byPlan.values()].flat()),
  ];
}
