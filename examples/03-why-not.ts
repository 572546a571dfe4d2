/** Asks a day why it did not trade, and lets the promoter plan look at the same market. */
import { loadAccount } from '../src/app/account.ts';
import { BUILT_IN_PLANS, loadPlan } from '../src/app/load-plan.ts';
import { decideDay } from '../src/engine/decide-day.ts';
import { historyThrough } from '../src/market/history.ts';
import { demoDay } from '../src/model/demo/demo-market.ts';
import { emptyHeld } from '../src/strategy/held.ts';

const account = loadAccount('no home folder: the defaults');
if (!account.ok) throw new Error('the default account did not load');
const { nav, marginConvention, fees } = account.value.account;
const { snapshot, series, vx } = demoDay();
const past = historyThrough(series, vx, snapshot.asOf);

for (const name of BUILT_IN_PLANS) {
  const loaded = loadPlan(name);
  if (!loaded.ok) throw new Error(`${name} did not load`);
  const { decisions } = decideDay(snapshot, past, emptyHeld(nav), {
    plan: loaded.value.plan,
    account: { marginConvention, fees },
  });
  const condors = decisions.filter(({ subject }) => subject.startsWith('condor'));
  for (const { kind, subject, reasons, wouldChange } of condors) {
    const failed = reasons.filter(({ verdict }) => verdict === 'fail').length;
    console.log(
      `${name} ${subject}: ${kind}, ${reasons.length} rules looked at, ${failed} failed (simulated)`,
    );
    for (const line of wouldChange) console.log(`  ${line}`);
  }
}
