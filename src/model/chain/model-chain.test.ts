import { describe, expect, it } from 'vitest';
import { isoDate } from '../../core/dates.ts';
import { seededRandom } from '../../core/random.ts';
import { points } from '../../core/units.ts';
import { type Chain, checkedChain, quoteAt } from '../../market/chain.ts';
import { contractFacts, optionContract } from '../../market/contract-registry.ts';
import { stockClose } from '../../market/session-calendar.ts';
import { tickAt } from '../../market/ticks.ts';
import { jointModel } from '../joint-model.ts';
import { modelMarket, modelPrice } from '../model-market.ts';
import { modelChain, modelChains } from './model-chain.ts';
import type { ModelDay } from './model-day.ts';
import { modelQuote } from './model-quote.ts';

const SESSION = isoDate('2026-11-19');
const market = () =>
  modelMarket({
    model: jointModel(),
    asOf: stockClose(SESSION),
    state: { x: -0.2, y: -0.6 },
    spot: 7126.35,
    rate: 0.038,
    dividendYield: 0.0125,
  });
const modelled: ModelDay = { market: market(), session: SESSION, vix: 16.2, quotes: 'modelled' };
const simulated = (asked: string[] = []): ModelDay => ({
  ...modelled,
  market: market(),
  quotes: 'simulated',
  interest: (column) => {
    asked.push(column);
    return seededRandom(1);
  },
});
const spx = modelChains(modelled, 'SPX', 'modelled');
const vix = modelChains(modelled, 'VIX', 'modelled');
const MONTHLY = { root: 'SPXW', expiration: isoDate('2026-12-18') } as const;

describe('modelChains', () => {
  it('quotes every expiration as a chain that is well formed and says what it is', () => {
    for (const snapshot of [spx, vix]) {
      expect(snapshot.chains.length).toBeGreaterThan(12);
      for (const chain of snapshot.chains) {
        checkedChain(chain);
        expect([chain.quotes, chain.asOf]).toEqual(['modelled', snapshot.asOf]);
      }
    }
    expect([spx.spot, vix.spot]).toEqual([7126.35, 16.2]);
  });

  it('has the fair price between bid and ask, on the ticks of the day, nothing crossed', () => {
    for (const { chains } of [spx, vix])
      for (const { root, expiration, strikes, call, put } of chains) {
        const { ticks } = contractFacts(root, SESSION);
        strikes.forEach((strike, i) => {
          for (const [right, side] of [
            ['call', call],
            ['put', put],
          ] as const) {
            const [bid, ask] = [side.bid[i] ?? 0, side.ask[i] ?? 0];
            const contract = optionContract({ root, expiration, strike: points(strike), right });
            const fair = modelPrice(modelled.market, contract);
            // Rounding may take a price that lies on a tick for that tick.
            if (!(bid <= fair + 1e-6 && fair <= ask + 1e-6 && ask > 0))
              expect.fail(`${root} ${expiration} ${strike} ${right}: ${bid} ${fair} ${ask}`);
            for (const price of [bid, ask]) {
              const steps = price / tickAt(ticks, price);
              expect(Math.abs(steps - Math.round(steps))).toBeLessThan(1e-6);
            }
          }
        });
      }
  });

  it('has wings nobody bids for', () => {
    const { put } = modelChain(modelled, MONTHLY);
    expect(put.bid[0]).toBe(0);
    expect(put.ask[0]).toBe(0.05);
    expect(put.bid.some((bid) => bid > 0)).toBe(true);
  });

  it('widens with the regime', () => {
    const widthAt = (level: number): number => {
      const { strikes, put } = modelChain({ ...modelled, vix: level }, MONTHLY);
      const i = strikes.indexOf(6800);
      return (put.ask[i] ?? 0) - (put.bid[i] ?? 0);
    };
    expect(widthAt(16)).toBeLessThan(widthAt(22));
    expect(widthAt(22)).toBeLessThan(widthAt(40));
  });
});

describe('a modelled chain', () => {
  it('works nothing out before it is read, and open interest apart from prices', () => {
    const asked: string[] = [];
    const chain = modelChain(simulated(asked), MONTHLY);
    expect(chain.call.bid.length).toBe(chain.strikes.length);
    expect(asked).toEqual([]);
    expect(chain.put.openInterest?.length).toBe(chain.strikes.length);
    expect(asked).toEqual(['2026-11-19 SPXW 2026-12-18 put']);
    expect(chain.put.volume?.every((n, i) => n <= (chain.put.openInterest?.[i] ?? 0) / 6)).toBe(true);
    expect(asked).toHaveLength(1);
  });

  it('has no open interest where the day is a real one', () => {
    const { call } = modelChain(modelled, MONTHLY);
    expect(Object.keys(call).sort()).toEqual(['ask', 'bid']);
  });

  it('does not depend on the order it is read in, and copies like any other', () => {
    const [first, second] = [modelChain(simulated(), MONTHLY), modelChain(simulated(), MONTHLY)];
    expect(second.put.openInterest).toEqual(first.put.openInterest);
    const copies: readonly Chain[] = [
      { ...first },
      { ...first, call: { ...first.call } },
      structuredClone(first),
    ];
    for (const copy of copies) expect(copy).toEqual(second);
  });
});

describe('modelQuote', () => {
  it('is the quote the chain of the contract has', () => {
    for (const { chains } of [spx, vix])
      for (const chain of chains)
        for (const right of ['call', 'put'] as const)
          for (const i of [0, chain.strikes.length >> 1, chain.strikes.length - 1]) {
            const strike = points(chain.strikes[i] ?? 0);
            const contract = optionContract({ ...chain, strike, right });
            expect(modelQuote({ ...modelled, market: market() }, contract)).toEqual(
              quoteAt(chain, strike, right),
            );
          }
  });

  it('quotes XSP at a tenth, in pennies', () => {
    const quote = (root: 'SPXW' | 'XSP', strike: number) =>
      modelQuote(modelled, optionContract({ ...MONTHLY, root, strike: points(strike), right: 'put' }));
    const [xsp, big] = [quote('XSP', 680), quote('SPXW', 6800)];
    expect(Math.abs(xsp.bid + xsp.ask - (big.bid + big.ask) / 10)).toBeLessThan(0.03); // two ticks of either
    expect(xsp.ask - xsp.bid).toBeLessThan(big.ask - big.bid);
  });

  it('refuses SPY, and what has settled', () => {
    const expiration = isoDate('2026-12-18');
    const spy = optionContract({ root: 'SPY', expiration, strike: points(700), right: 'put' });
    expect(() => modelQuote(modelled, spy)).toThrow('contract must be on SPX, XSP or VIX');
    const gone = optionContract({ ...MONTHLY, expiration: SESSION, strike: points(7000), right: 'put' });
    expect(() => modelQuote(modelled, gone)).toThrow('must settle after the instant priced');
  });
});
