import { describe, expect, it } from 'vitest';
import {
  ABOVE,
  bareMarket,
  marketOf,
  option,
  quotedMarket,
  RATE,
  SPOT,
  VIX,
} from '../../../test/fixtures/scenario-market.ts';
import { isoDate } from '../../core/dates.ts';
import type { Contract } from '../../market/contract.ts';
import { futureContract } from '../../market/contract-registry.ts';
import { indexExpiration, indexVol, modelPrice, vixExpiration } from '../../model/model-market.ts';
import { black76 } from '../../quant/black76.ts';
import { isIndexRoot } from './index-anchor.ts';
import type { JointShock } from './joint-shock.ts';
import { valueOfMove } from './leg-value.ts';
import type { ScenarioMarket } from './scenario-market.ts';
import { shockedMarket } from './shocked-market.ts';
import { lawVol } from './vix-anchor.ts';

const anchorOf = (market: ScenarioMarket, contract: Contract) =>
  contract.kind === 'option' && isIndexRoot(contract.root)
    ? market.indexAnchor(contract, contract.root)
    : market.vixAnchor(contract);

function shockedBy(market: ScenarioMarket, shock: JointShock) {
  const shocked = shockedMarket(market, shock);
  if (!shocked.ok) throw new Error(JSON.stringify(shocked.failure));
  return shocked.value;
}

const worth = (market: ScenarioMarket, contract: Contract, shock: JointShock): number =>
  valueOfMove(shockedBy(market, shock), anchorOf(market, contract))(shock.spx);

const PUT = option('SPXW', '2026-12-18', 6600, 'put');
const XSP_PUT = option('XSP', '2026-12-18', 660, 'put');
const CALL = option('VIX', '2026-12-16', 20, 'call');
const VX = futureContract('VX', isoDate('2027-01-20'));

describe('a leg without quotes', () => {
  const market = marketOf(bareMarket());
  const shock = { spx: -0.06, vix: 14, days: 9 };
  const { model } = shockedBy(market, shock);
  // SPX nine days on: its carry is in the spot the model starts from.
  const moved = { ...model, spot: SPOT * (1 + shock.spx), indexExpirations: new Map() };

  it.each<[string, Contract]>([
    ['an SPX put', PUT],
    ['an SPX call', option('SPX', '2026-12-18', 7100, 'call')],
    ['an XSP put', XSP_PUT],
    ['an SPX put far beyond the grid', option('SPXW', '2026-12-18', 4000, 'put')],
    ['a VIX call', CALL],
    ['a VIX put', option('VIX', '2027-03-17', 18, 'put')],
    ['a VX future', VX],
  ])('is the price of the model in the shocked market: %s', (_, contract) => {
    expect(worth(market, contract, shock)).toBeCloseTo(modelPrice(moved, contract), 9);
  });
});

describe('a leg with quotes', () => {
  const market = marketOf(quotedMarket());
  const shock = { spx: -0.05, vix: 12, days: 0 };
  const { model } = shockedBy(market, shock);

  it('keeps its distance to the model at the same standardised moneyness', () => {
    const put = option('SPXW', '2026-12-18', 6300, 'put');
    const anchor = market.indexAnchor(put, 'SPXW');
    const forward = anchor.forward * 0.95;
    const { smile, years } = indexExpiration(model, 'SPXW', anchor.expiration);
    const above = ABOVE.index(Math.log(6300 / forward) / smile.swapSd);
    const expected = black76({
      right: 'put',
      forward,
      strike: 6300,
      vol: above * indexVol({ smile, years, forward, discount: 1 }, 6300),
      expiry: years,
      discount: Math.exp(-anchor.rate * years),
    });
    // As well as the fit knows the ratio: .2 % of the vol, on a vega of 5 points.
    expect(Math.abs(worth(market, put, shock) - expected)).toBeLessThan(0.4);
  });

  it('prices VIX options on their own future, a twentieth above the model, with the vol ratio of its strike over future', () => {
    const { law, years } = vixExpiration(model, CALL.expiration);
    const own = shockedBy(marketOf(bareMarket()), shock);
    const bareLaw = vixExpiration(own.model, CALL.expiration).law;
    expect(law.future / bareLaw.future).toBeCloseTo(ABOVE.future, 3);
    const expected = black76({
      right: 'call',
      forward: law.future,
      strike: 20,
      vol: ABOVE.vix(20 / law.future) * (lawVol(law, 20) ?? 0),
      expiry: years,
      discount: Math.exp(-RATE * years),
    });
    expect(Math.abs(worth(market, CALL, shock) - expected)).toBeLessThan(0.02); // a cent of spread either side
  });

  it('lets SPX move nothing on VIX but through VIX', () => {
    const value = valueOfMove(shockedBy(market, shock), market.vixAnchor(CALL));
    expect(value(-0.2)).toBe(value(0.1));
  });

  it('makes XSP a tenth of SPXW', () => {
    for (const spx of [-0.1, 0, 0.05])
      expect(worth(market, XSP_PUT, { ...shock, spx })).toBeCloseTo(
        worth(market, PUT, { ...shock, spx }) / 10,
        10,
      );
  });
});

describe('what settles on the way', () => {
  const market = marketOf(quotedMarket());

  it('settles on SPX where it stands by then, the move being even in time', () => {
    const anchor = market.indexAnchor(option('SPXW', '2026-12-04', 6950, 'put'), 'SPXW');
    const days = 30;
    const level = SPOT * (1 - (0.1 * anchor.years * 365) / days);
    expect(
      worth(market, option('SPXW', '2026-12-04', 6950, 'put'), { spx: -0.1, vix: 10, days }),
    ).toBeCloseTo(6950 - level, 9);
    expect(worth(market, option('SPXW', '2026-12-04', 6000, 'put'), { spx: -0.1, vix: 10, days })).toBe(0);
  });

  it('settles on VIX where it stands by then', () => {
    const { years } = market.vixAnchor(CALL);
    const days = 60;
    const onTheWay = VIX + (24 * years * 365) / days;
    expect(worth(market, CALL, { spx: 0, vix: 24, days })).toBeCloseTo(Math.max(onTheWay - 20, 0), 9);
    const future = futureContract('VX', CALL.expiration);
    expect(worth(market, future, { spx: 0, vix: 24, days })).toBeCloseTo(onTheWay, 9);
  });

  it('is where the value before settlement was heading', () => {
    // Fifteen days on, the put of 4 December has settled; a quarter of an hour before, it was all but there.
    const put = option('SPXW', '2026-12-04', 6900, 'put');
    const { years } = market.indexAnchor(put, 'SPXW');
    const shock = { spx: -0.05, vix: 8 };
    const before = worth(market, put, { ...shock, days: years * 365 - 1e-4 });
    const after = worth(market, put, { ...shock, days: years * 365 + 1e-4 });
    expect(Math.abs(after - before)).toBeLessThan(0.5); // the nickel of the forward, and the carry of a second
  });
});
