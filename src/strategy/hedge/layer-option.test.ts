import { describe, expect, it } from 'vitest';
import { sampleReading, shippedPlan } from '../../../test/fixtures/market-reading.ts';
import { handChain, strikesFrom } from '../../../test/hand-chain.ts';
import { isoDate } from '../../core/dates.ts';
import { points } from '../../core/units.ts';
import { sessionsIn } from '../../market/session-calendar.ts';
import { calendarDte } from '../../market/settlement.ts';
import { readSurface } from '../../market/surface.ts';
import type { MarketReading } from '../market-reading.ts';
import { layerExpiration, layerOption } from './layer-option.ts';
import { layerSpread } from './layer-spread.ts';

const plan = shippedPlan();
const market = sampleReading();
const { L1, L2, L3 } = plan.hedge.layers;
const expiration = isoDate('2026-12-16');

/** The sample with quoted VIX options of one expiration: future 18, vol 90 %, a nickel either side. */
function quotedMarket(): MarketReading {
  const chain = handChain({
    root: 'VIX',
    expiration,
    asOf: market.asOf,
    forward: 18,
    rate: 0.04,
    strikes: strikesFrom(10, 60, 1),
    vol: (strike) => 0.9 + 0.3 * Math.log(strike / 18),
    halfSpread: 0.05,
  });
  const vixChain = {
    underlying: 'VIX' as const,
    session: market.session,
    asOf: market.asOf,
    timeRecorded: true,
    quotes: 'simulated' as const,
    chains: [chain],
    source: 'made for a test',
  };
  return {
    ...market,
    vixChain,
    vixSurface: readSurface(vixChain, [calendarDte(market.session, expiration)]),
  };
}

describe('layerExpiration', () => {
  it('is the monthly expiration nearest the target inside the window', () => {
    expect([L1, L2, L3].map((layer) => layerExpiration(market.session, layer))).toEqual([
      '2026-12-16',
      '2027-03-17',
      '2027-06-16',
    ]);
  });

  it('is missing on one session of twenty-one years: what E15 widened the first window for', () => {
    const missing = sessionsIn(isoDate('2007-01-03'), isoDate('2027-12-31')).filter((session) =>
      [L1, L2, L3].some((layer) => layerExpiration(session, layer) === undefined),
    );
    // Good Friday moved the settlement of March 2022 to a Tuesday, 21 days on, and April's was 57 days away.
    expect(missing).toEqual(['2022-02-22']);
  });

  it('falls back on the longest listed only where the plan says so', () => {
    const beyond = { ...L1, minDte: 400, maxDte: 500 };
    expect(layerExpiration(market.session, beyond)).toBeUndefined();
    expect(layerExpiration(market.session, { ...beyond, orLongestListed: true })).toBe('2027-11-17');
  });
});

describe('layerOption', () => {
  it('without quotes models the first listed strike at or under the wanted delta, and says so', () => {
    const option = layerOption(market, plan, expiration, 0.3);
    expect(option).toMatchObject({ source: 'modelled', futureSource: 'vx' });
    expect(option?.delta).toBeLessThanOrEqual(0.3);
    expect(option?.delta).toBeGreaterThan(0.2);
    expect(Number.isInteger(option?.contract.strike)).toBe(true);
  });

  it('takes the quotes where there are any, at their own future and spread', () => {
    const option = layerOption(quotedMarket(), plan, expiration, 0.3);
    expect(option).toMatchObject({ source: 'quoted', futureSource: 'vix-options' });
    expect(option?.future).toBeCloseTo(18, 2);
    expect(option?.halfSpread).toBeCloseTo(0.05, 9);
    expect(option?.delta).toBeLessThanOrEqual(0.3);
  });

  it('has nothing to price on without VVIX or without any VX value', () => {
    const { vvix: _v, ...noVvix } = market;
    expect(layerOption(noVvix, plan, expiration, 0.3)).toBeUndefined();
    const { vxCurve: _c, family: _f, ...noFuture } = market;
    expect(layerOption(noFuture, plan, expiration, 0.3)).toBeUndefined();
  });

  it('of a lower delta stands further out and costs less', () => {
    const [near, far] = [0.5, 0.2].map((delta) => layerOption(market, plan, expiration, delta));
    expect(far?.contract.strike ?? 0).toBeGreaterThan(near?.contract.strike ?? 0);
    expect(far?.mid ?? 9).toBeLessThan(near?.mid ?? 0);
  });
});

describe('layerSpread', () => {
  it('sells the call ten points above: cheaper than the call, worth at most its width', () => {
    const call = layerOption(market, plan, expiration, 0.3);
    if (call === undefined) throw new Error('the sample has a VX curve and VVIX');
    const spread = layerSpread(market, plan, call);
    expect(spread?.short?.strike).toBe(call.contract.strike + 10);
    expect(spread?.mid ?? 99).toBeLessThan(call.mid);
    expect(spread?.mid ?? 0).toBeGreaterThan(0);
    expect(spread?.halfSpread ?? 0).toBeGreaterThan(call.halfSpread);
    expect(layerSpread({ ...market, vvix: 90 }, plan, { ...call, mid: points(0) })).toBeDefined();
  });
});
