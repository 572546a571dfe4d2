import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { addDays, isoDate } from '../../src/core/dates.ts';
import { epochMs, points, rate } from '../../src/core/units.ts';
import type { OptionContract } from '../../src/market/contract.ts';
import { optionContract } from '../../src/market/contract-registry.ts';
import type { Leg } from '../../src/portfolio/leg.ts';
import { black76Greeks } from '../../src/quant/greeks.ts';
import { brentRoot } from '../../src/quant/roots.ts';
import { vixVol } from '../../src/strategy/hedge/vix-vol.ts';
import type { MarketReading } from '../../src/strategy/market-reading.ts';
import { markOf } from '../../src/strategy/stress/mark.ts';
import { changeUnder } from '../../src/strategy/stress/scenario-table.ts';
import { SCENARIO_IDS, type ScenarioId, shockOf } from '../../src/strategy/stress/shock.ts';
import { parsePlan, type TradingPlan } from '../../src/strategy/trading-plan.ts';
import type { Row } from '../row.ts';

const PLAN = join(import.meta.dirname, '..', '..', 'plans', 'steward.toml');
/** A Sunday, so that 30, 110 and 220 days on are trading days; nothing trades on it. */
const SESSION = isoDate('2026-04-12');
/** The curve methodology 3.6 prices its feasibility check on: days to settlement, VX value, calls per unit. */
const UNIT = [
  { days: 30, future: 19, calls: 4 },
  { days: 110, future: 20, calls: 4 },
  { days: 220, future: 20.5, calls: 2 },
] as const;
const VVIX = 90;
const RATE = 0.04;
const DELTA = 0.3;
/** VIX itself, which only S5 reads: its 30 days see L1 settle. Half a point under VX30 is an ordinary roll-down. */
const SPOT_VIX = 18.5;

/** What methodology 3.6 prints, and the VX moves of plan 1.0.0 it was computed with (betas .65/.35/.22, rounded there). */
const PRINTED = { cost: 1197, S1: 2169, S2: 4509, S3: 10_406, S4: -233, S5: 125 } as const;
const OLD_VX: Readonly<Record<ScenarioId, [number, number, number]>> = {
  S1: [7.8, 4.2, 2.6],
  S2: [13, 7, 4.4],
  S3: [24.5, 12.3, 7.7],
  S4: [-1.8, -0.9, -0.6],
  S5: [3, 2, 1.5],
};

function steward(): TradingPlan {
  const plan = parsePlan(readFileSync(PLAN, 'utf8'), PLAN);
  if (!plan.ok) throw new Error('the shipped plan does not load');
  return plan.value;
}

function withOldMoves(plan: TradingPlan): TradingPlan {
  const stress = { ...plan.stress };
  for (const id of SCENARIO_IDS) stress[id] = { ...stress[id], vx: OLD_VX[id] };
  return { ...plan, stress };
}

const market: MarketReading = {
  session: SESSION,
  executeOn: SESSION,
  asOf: epochMs(Date.parse(SESSION)),
  quotes: 'modelled',
  spot: points(7000),
  surface: {
    underlying: 'SPX',
    session: SESSION,
    asOf: epochMs(Date.parse(SESSION)),
    quotes: 'modelled',
    expirations: [],
    unreadable: [],
  },
  family: { vix: SPOT_VIX },
  vvix: VVIX,
  riskFree: rate(RATE),
  vxCurve: {
    session: SESSION,
    availableAt: epochMs(Date.parse(SESSION)),
    contracts: UNIT.map(({ days, future }) => ({
      expiration: addDays(SESSION, days),
      settle: points(future),
    })),
  },
};

/** The call whose forward delta is the target exactly: no strike grid between us and the printed numbers. */
function deltaCall(plan: TradingPlan, days: number, forward: number): OptionContract {
  const expiry = days / 365;
  const excess = (strike: number): number => {
    const vol = vixVol({ vvix: VVIX / 100, forward, strike, days }, plan.hedge.volOfVol);
    const discount = Math.exp(-RATE * expiry);
    return black76Greeks({ right: 'call', forward, strike, vol, expiry, discount }).delta - DELTA;
  };
  const found = brentRoot(excess, forward, 4 * forward);
  if (!found.ok) throw new Error('no strike of that delta');
  const strike = points(found.value);
  return optionContract({ root: 'VIX', expiration: addDays(SESSION, days), strike, right: 'call' });
}

/** Dollars of a unit: what it costs and what it gains in each scenario. */
function unitDollars(plan: TradingPlan): Readonly<Record<ScenarioId | 'cost', number>> {
  const legs: readonly Leg[] = UNIT.map(({ days, future, calls }) => ({
    contract: deltaCall(plan, days, future),
    quantity: calls,
  }));
  const cost = legs.reduce(
    (sum, { contract, quantity }) =>
      sum + quantity * contract.multiplier * (markOf(market, plan, contract)?.value ?? Number.NaN),
    0,
  );
  const gain = (id: ScenarioId): number => changeUnder(market, plan, legs, shockOf(plan, id)).hedge / 100;
  return { cost, S1: gain('S1'), S2: gain('S2'), S3: gain('S3'), S4: gain('S4'), S5: gain('S5') };
}

const shown = (x: number): string => Math.round(x).toString();

/** Whether one 4/4/2 unit of hedge costs and gains what the method says, under its present and its earlier VX moves. */
export function hedgeRows(): Row[] {
  const plan = steward();
  const now = unitDollars(plan);
  const before = unitDollars(withOldMoves(plan));
  const row = (name: ScenarioId | 'cost', note: string): Row => ({
    id: `day.hedge-unit.${name === 'cost' ? 'cost' : name.toLowerCase()}`,
    value: Math.round(now[name]),
    unit: 'USD per 4/4/2 unit',
    target: `reported: methodology 3.6 prints ${PRINTED[name]}`,
    pass: null,
    against: `30-delta calls, VX ${UNIT.map(({ future }) => future).join('/')} at ${UNIT.map(({ days }) => days).join('/')} days, VVIX ${VVIX}, r ${RATE}`,
    note,
  });
  const away = (x: number, id: ScenarioId): string =>
    `${(100 * Math.abs(x / PRINTED[id] - 1)).toFixed(0)} % from the printed figure`;
  return [
    row('cost', 'VX moves do not enter; strikes at exactly .30 discounted delta, off the listed grid'),
    ...SCENARIO_IDS.map((id) =>
      row(
        id,
        id === 'S5'
          ? `same VX moves in both plans; the method names no VIX level: ${SPOT_VIX} is assumed, L1 settles on it + 5, and a point of it is worth up to 400`
          : `with the VX moves of E12 (betas .50/.25/.20), which the printed figure predates; with those of plan 1.0.0 (.65/.35/.22) ${shown(before[id])}, ${away(before[id], id)}; skew moves with moneyness`,
      ),
    ),
  ];
}
