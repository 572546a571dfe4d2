import { loadAccount } from '../../src/app/account.ts';
import { dayPassport } from '../../src/app/data-passport.ts';
import { decisionInstant } from '../../src/app/decision-instant.ts';
import { loadPlan } from '../../src/app/load-plan.ts';
import { openMarketData } from '../../src/app/read-market-data.ts';
import { sheetHtml } from '../../src/app/render/html/sheet-html.ts';
import { sheetText } from '../../src/app/render/text/sheet-text.ts';
import { SERIES_READ } from '../../src/app/series-read.ts';
import { isoDate } from '../../src/core/dates.ts';
import { points } from '../../src/core/units.ts';
import { decideDay } from '../../src/engine/decide-day.ts';
import { marketView } from '../../src/engine/market-view.ts';
import { readMarket } from '../../src/engine/read-market.ts';
import { historyThrough } from '../../src/market/history.ts';
import { median } from '../../src/quant/stats.ts';
import { emptyHeld } from '../../src/strategy/held.ts';
import { regimeThrough } from '../../src/strategy/regime-through.ts';
import { readSignals } from '../../src/strategy/signal/read-signals.ts';
import { sharedLake } from '../measure/shared-lake.ts';
import { type Row, skipped } from '../row.ts';
import { sharedRoot } from '../shared-root.ts';

const SESSION = isoDate('2019-05-09');
const ROUNDS = 7;

const STAGES = [
  'open-lake',
  'read-chain',
  'passport',
  'read-market',
  'signals',
  'regime',
  'market-view',
  'decide-all',
  'text',
  'page',
] as const;
type Stage = (typeof STAGES)[number];
const id = (stage: Stage): string => `day.stage.${stage}`;

/** One pass through the stages of `alvh day`; `decide-all` is the whole pure function, the others parts of its work. */
async function onePass(home: string): Promise<Readonly<Record<Stage, number>>> {
  const times = {} as Record<Stage, number>;
  const timed = async <T>(stage: Stage, work: () => T | Promise<T>): Promise<T> => {
    const start = performance.now();
    const result = await work();
    times[stage] = performance.now() - start;
    return result;
  };
  const loaded = loadPlan('steward');
  const account = loadAccount(home);
  if (!loaded.ok || !account.ok) throw new Error('the built-in plan or account does not load');
  const { plan } = loaded.value;
  const market = await timed('open-lake', () => openMarketData(home, SERIES_READ));
  const chain = await timed('read-chain', () => market.chainSnapshot('SPX', SESSION));
  if (chain?.spot === undefined) throw new Error(`no chain on ${SESSION}`);
  const asOf = decisionInstant(SESSION, chain, plan);
  const passport = await timed('passport', () => dayPassport(market, SESSION, asOf, SERIES_READ));
  if (passport === undefined) throw new Error('no passport');
  const snapshot = {
    session: SESSION,
    asOf,
    quotes: chain.quotes,
    spx: points(chain.spot),
    spxChain: chain,
    passport,
  };
  const past = historyThrough(market.series, market.vx, asOf);
  const reading = await timed('read-market', () => readMarket(snapshot, past, plan));
  await timed('signals', () => readSignals({ session: SESSION, past }));
  await timed('regime', () => regimeThrough(past, SESSION));
  await timed('market-view', () => marketView(reading, past));
  const { nav, marginConvention, fees } = account.value.account;
  const sheet = await timed('decide-all', () =>
    decideDay(snapshot, past, emptyHeld(nav), { plan, account: { marginConvention, fees } }),
  );
  await timed('text', () => sheetText(sheet));
  await timed('page', () => sheetHtml(sheet));
  return times;
}

/** One day split by stage, medians of several passes in one process, each as a multiple of the whole decision. */
export async function dayStageRows(): Promise<readonly Row[]> {
  const root = sharedRoot();
  if (root === undefined)
    return STAGES.map((stage) => skipped(id(stage), 'no ../shared folder beside the checkout'));
  const home = await sharedLake(root);
  const passes: Readonly<Record<Stage, number>>[] = [];
  for (let round = 0; round <= ROUNDS; round++) passes.push(await onePass(home));
  const [first, ...warm] = passes;
  const typical = (stage: Stage): number => median(warm.map((times) => times[stage]));
  return STAGES.map((stage) => ({
    id: id(stage),
    value: typical(stage),
    unit: 'ms',
    target: '',
    pass: null,
    against: `${(typical(stage) / typical('decide-all')).toFixed(2)} x decide-all of the same run; ${SESSION}, median of ${ROUNDS} passes`,
    note: `first pass ${first?.[stage].toFixed(1) ?? '-'} ms`,
  }));
}
