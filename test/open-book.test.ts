import { describe, expect, it } from 'vitest';
import { addDays } from '../src/core/dates.ts';
import { cents, dollars, type IsoDate, points } from '../src/core/units.ts';
import type { DaySheet } from '../src/engine/day-sheet.ts';
import { decideDay } from '../src/engine/decide-day.ts';
import type { Chain } from '../src/market/chain.ts';
import { optionContract } from '../src/market/contract-registry.ts';
import { historyThrough } from '../src/market/history.ts';
import type { Snapshot } from '../src/market/snapshot.ts';
import { futureFor } from '../src/market/vix-term-structure.ts';
import { demoDay } from '../src/model/demo/demo-market.ts';
import type { Leg } from '../src/portfolio/leg.ts';
import type { Position } from '../src/portfolio/position.ts';
import { black76 } from '../src/quant/black76.ts';
import type { HedgeProposal } from '../src/strategy/decision.ts';
import { vixVol } from '../src/strategy/hedge/vix-vol.ts';
import { shippedRules } from './fixtures/rules.ts';

const { snapshot, series, vx } = demoDay();
const rules = shippedRules();
const { session } = snapshot;

function decide(positions: readonly Position[], market: Snapshot = snapshot): DaySheet {
  const held = { book: { cash: dollars(250_000), positions }, memory: { hedgeFlows: [], lineageRolls: {} } };
  return decideDay(market, historyThrough(series, vx, snapshot.asOf), held, rules);
}

const expirationNear = (days: number): IsoDate => {
  const listed = snapshot.spxChain.chains
    .filter(({ root }) => root === 'SPXW')
    .map(({ expiration }) => expiration);
  return listed.reduce((best, e) =>
    Math.abs(Date.parse(e) - Date.parse(addDays(session, days))) <
    Math.abs(Date.parse(best) - Date.parse(addDays(session, days)))
      ? e
      : best,
  );
};

function condor(
  shorts: readonly [number, number],
  width: number,
  premiumDollars: number,
  days: number,
): Position {
  const expiration = expirationNear(days);
  const leg = (right: 'call' | 'put', strike: number, quantity: number): Leg => ({
    contract: optionContract({ root: 'SPXW', expiration, strike, right }),
    quantity,
  });
  const [put, call] = shorts;
  return {
    id: 'held-condor',
    purpose: 'condor',
    legs: [
      leg('put', put - width, 1),
      leg('put', put, -1),
      leg('call', call, -1),
      leg('call', call + width, 1),
    ],
    opened: addDays(session, -3),
    premium: cents(-100 * premiumDollars),
  };
}

const vixCall = (expiration: IsoDate, strike: number, quantity: number, layer: 'L1' | 'L2'): Position => ({
  id: `${layer}-call`,
  purpose: `hedge.${layer}`,
  legs: [{ contract: optionContract({ root: 'VIX', expiration, strike, right: 'call' }), quantity }],
  opened: addDays(session, -20),
  premium: dollars(quantity * 80),
});

const decisionOn = (sheet: DaySheet, id: string) =>
  sheet.decisions.find(({ subject }) => subject === `position.${id}`);

describe('a book with open positions', () => {
  it('closes a condor that has earned half its credit, with one order for all four legs', () => {
    const rich = condor([6500, 7600], 50, 2_000, 15);
    const sheet = decide([rich]);
    expect(decisionOn(sheet, 'held-condor')?.kind).toBe('exit');
    const order = sheet.orders.find(({ effect, purpose }) => effect === 'close' && purpose === 'condor');
    expect(order?.legs.map(({ quantity }) => quantity).sort()).toEqual([-1, -1, 1, 1]);
    expect(order?.quantity).toBe(1);
  });

  it('closes a condor whose short delta is too high, and names the rule', () => {
    const tested = condor([7150, 7600], 50, 300, 15);
    const exit = decisionOn(decide([tested]), 'held-condor');
    expect(exit?.kind).toBe('exit');
    expect(exit?.reasons.find(({ rule }) => rule === 'R-X1.delta')?.verdict).toBe('fail');
  });

  it('counts what is held against the limits, and what is closed no more', () => {
    const limit = (sheet: DaySheet): number => sheet.limits.find(({ id }) => id === 'core')?.used ?? -1;
    const shorts = [6850, 7350] as const;
    const mark = decide([condor(shorts, 50, 300, 22)]).book.positions[0]?.value ?? 0;
    const before = limit(decide([]));
    const holds = decide([condor(shorts, 50, -mark / 100, 22)]); // sold today at its mark: nothing earned, nothing lost
    expect(decisionOn(holds, 'held-condor')?.kind).toBe('hold');
    const own = (100 * (5_000 + mark / 100)) / 250_000; // 50 points wide less the credit, in % of NAV
    expect(limit(holds)).toBeGreaterThanOrEqual(own - 1e-9);
    expect(limit(decide([condor([6500, 7600], 50, 2_000, 15)]))).toBeCloseTo(before, 2); // the close itself moves NAV a little
  });

  it('sells a hedge layer that is due for a roll and buys its replacement', () => {
    const near = vx.at(-1)?.contracts[0]?.expiration;
    if (near === undefined) throw new Error('the sample has a VX curve');
    const due = decide([vixCall(near, 25, 2, 'L2')]);
    expect(decisionOn(due, 'L2-call')?.kind).toBe('exit');
    expect(due.orders.some(({ effect, purpose }) => effect === 'close' && purpose === 'hedge.L2')).toBe(true);
    expect(due.orders.some(({ effect, purpose }) => effect === 'open' && purpose === 'hedge.L2')).toBe(true);
  });

  it('buys only what a layer lacks', () => {
    const fresh = decide([]).decisions.flatMap(({ proposal }) =>
      proposal?.kind === 'hedge' ? [proposal] : [],
    );
    const first = fresh.find(({ layer }) => layer === 'L1');
    if (first === undefined) throw new Error('the sample prices L1');
    const stocked = decide([vixCall(first.expiration, first.strike, first.wanted, 'L1')]);
    const after = stocked.decisions.find(({ subject }) => subject === 'hedge.L1')?.proposal as HedgeProposal;
    expect(after.held).toBe(first.wanted);
    expect(after.trade).toBe(0);
  });
});

/** A quoted VIX chain of one expiration, from the plan's own vol model, so that the right answer is known. */
function vixChain(expiration: IsoDate, forward: number, days: number): Chain {
  const strikes = Float64Array.from({ length: 40 }, (_, i) => 10 + i);
  const price = (right: 'call' | 'put', strike: number): number => {
    const vol = vixVol({ vvix: 0.9, forward, strike, days }, rules.plan.hedge.volOfVol);
    return black76({
      right,
      forward,
      strike,
      vol,
      expiry: days / 365,
      discount: Math.exp((-0.038 * days) / 365),
    });
  };
  const side = (right: 'call' | 'put') => ({
    bid: strikes.map((k) => Math.max(0, Math.floor((price(right, k) - 0.02) * 100) / 100)),
    ask: strikes.map((k) => Math.ceil((price(right, k) + 0.02) * 100) / 100),
  });
  return {
    root: 'VIX',
    expiration,
    asOf: snapshot.spxChain.asOf,
    quotes: 'simulated',
    strikes,
    call: side('call'),
    put: side('put'),
  };
}

describe('a day with quoted VIX options', () => {
  it('prices the ladder on their quotes and on their own parity forward', () => {
    const curve = vx.at(-1);
    if (curve === undefined) throw new Error('the sample has a VX curve');
    const modelled = decide([]).decisions.flatMap(({ proposal }) =>
      proposal?.kind === 'hedge' ? [proposal] : [],
    );
    const chains = modelled.map(({ expiration, dte }) =>
      vixChain(expiration, futureFor(curve, expiration)?.value ?? 18, dte),
    );
    const market: Snapshot = {
      ...snapshot,
      vixChain: { ...snapshot.spxChain, underlying: 'VIX', spot: points(14.56), chains },
    };
    const quoted = decide([], market).decisions.flatMap(({ proposal }) =>
      proposal?.kind === 'hedge' ? [proposal] : [],
    );
    expect(quoted.map(({ priceSource, futureSource }) => [priceSource, futureSource])).toEqual(
      modelled.map(() => ['quoted', 'vix-options']),
    );
    for (const [i, { future, price, delta }] of quoted.entries()) {
      expect(Math.abs(future - (modelled[i]?.future ?? 0))).toBeLessThan(0.05); // half a spread of the synthetic
      expect(delta).toBeLessThanOrEqual(rules.plan.hedge.delta);
      expect(price).toBeGreaterThan(0);
    }
  });
});
