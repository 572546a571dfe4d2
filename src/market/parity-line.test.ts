import { describe, expect, it } from 'vitest';
import { handChain, strikesFrom, withCell } from '../../test/hand-chain.ts';
import { isoDate } from '../core/dates.ts';
import { parityLine } from './parity-line.ts';
import { optionsClose } from './session-calendar.ts';

const asOf = optionsClose(isoDate('2019-05-09'));
const market = {
  root: 'SPXW',
  expiration: '2019-06-07',
  asOf,
  forward: 2871.5,
  rate: 0.025,
  strikes: strikesFrom(2600, 3100, 5),
  vol: () => 0.17,
  halfSpread: 0.4,
} as const;

const line = (chain: Parameters<typeof parityLine>[0]) => {
  const result = parityLine(chain);
  if (!result.ok) throw new Error(result.failure.detail);
  return result.value;
};

describe('parityLine', () => {
  it('finds discount and forward of a chain made from them', () => {
    const { discount, forward } = line(handChain(market));
    const expiry = (29 * 24 * 60 - 15) / 525_600; // 16:15 on day 0 to 16:00 on day 29
    expect(discount).toBeCloseTo(Math.exp(-0.025 * expiry), 9);
    expect(forward).toBeCloseTo(2871.5, 6);
  });

  it('looks three straddles either side of the money and no further', () => {
    const { points } = line(handChain(market));
    // An at-the-money straddle at 17 % over 29 days is about 0.8 x 0.17 x sqrt(29/365) x 2871.5 = 110 points.
    expect(points[0]?.strike).toBeGreaterThanOrEqual(2600);
    const wide = handChain({ ...market, strikes: strikesFrom(2000, 3600, 10) });
    expect(line(wide).points[0]?.strike).toBeGreaterThan(2520);
    expect(line(wide).points.at(-1)?.strike).toBeLessThan(3220);
  });

  it('is not moved by one stale quote', () => {
    const stale = withCell(withCell(handChain(market), 'call', 'bid', 2900, 80), 'call', 'ask', 2900, 81);
    const { forward, used, points } = line(stale);
    expect(forward).toBeCloseTo(2871.5, 6);
    expect(used).toBe(points.length - 1);
  });

  it('leaves out strikes that are crossed or quoted on one side', () => {
    const crossed = withCell(handChain(market), 'put', 'bid', 2850, 500);
    const oneSided = withCell(crossed, 'call', 'bid', 2855, 0);
    const strikes = line(oneSided).points.map((point) => point.strike);
    expect(strikes).not.toContain(2850);
    expect(strikes).not.toContain(2855);
  });

  it('states an error of the slope that falls with quiet quotes', () => {
    expect(line(handChain(market)).discountError).toBeLessThan(1e-12);
    const noisy = withCell(handChain(market), 'call', 'ask', 2880, 60);
    expect(line(noisy).discountError).toBeLessThan(1e-3);
  });

  it('refuses a chain with four two-sided strikes', () => {
    const result = parityLine(handChain({ ...market, strikes: [2850, 2860, 2880, 2890] }));
    expect(result).toMatchObject({ ok: false, failure: { code: 'too-few-strikes' } });
  });

  it('refuses a chain whose strikes all lie above the forward', () => {
    const result = parityLine(handChain({ ...market, strikes: strikesFrom(2900, 3000, 10) }));
    expect(result).toMatchObject({ ok: false, failure: { code: 'forward-outside-strikes' } });
  });

  it('refuses calls that gain on puts as strikes rise', () => {
    const chain = handChain(market);
    const swapped = { ...chain, call: chain.put, put: chain.call };
    expect(parityLine(swapped)).toMatchObject({ ok: false, failure: { code: 'not-a-line' } });
  });
});
