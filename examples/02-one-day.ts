/** Decides one simulated day with the pure function a back-test, paper and live trading share. */
import { loadAccount } from '../src/app/account.ts';
import { loadPlan } from '../src/app/load-plan.ts';
import { decideDay } from '../src/engine/decide-day.ts';
import { historyThrough } from '../src/market/history.ts';
import { demoDay } from '../src/model/demo/demo-market.ts';
import { emptyHeld } from '../src/strategy/held.ts';

const plan = loadPlan('steward');
const account = loadAccount('no home folder: the defaults');
if (!plan.ok || !account.ok) throw new Error('the built-in plan and account did not load');
const { nav, marginConvention, fees } = account.value.account;

const { snapshot, series, vx } = demoDay();
const past = historyThrough(series, vx, snapshot.asOf);
const rules = { plan: plan.value.plan, account: { marginConvention, fees } };
const sheet = decideDay(snapshot, past, emptyHeld(nav), rules);

console.log(`${sheet.date} (${sheet.quotes}): ${sheet.regime.label}, score ${sheet.score.value.toFixed(1)}`);
for (const { kind, summary } of sheet.decisions) console.log(`  ${kind}: ${summary}`);
console.log(`decision ${sheet.hashes.decision.slice(0, 16)}, the same on every machine`);
