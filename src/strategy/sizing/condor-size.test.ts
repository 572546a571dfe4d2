import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shippedPlan } from '../../../test/fixtures/market-reading.ts';
import { cents, dollars } from '../../core/units.ts';
import { condorSize, type SizeInputs, scoreScale } from './condor-size.ts';

const plan = shippedPlan();
/** $1,000,000, condors that can lose $1,000: 2 % of NAV is twenty of them. */
const rich: SizeInputs = {
  navBase: dollars(1_000_000),
  maxLoss: dollars(1_000),
  marginPerContract: dollars(1_100),
  stressLossPerContract: dollars(900),
  openMaxLoss: cents(0),
  openMargin: cents(0),
  openStressLoss: cents(0),
  expected: 0.05,
  costOfCapital: 0.005,
  deviation: 0.3,
  score: 75,
  regimeScale: 1,
  drawdownScale: 1,
  otherCaps: [],
};
const size = (change: Partial<SizeInputs> = {}) => condorSize({ ...rich, ...change }, plan);

describe('condorSize', () => {
  it('stops at the cap on one trade: 2 % of NAV in max loss', () => {
    expect(size().contracts).toBe(20);
    expect(['trade', 'kelly']).toContain(size().binding);
  });

  it('follows the Kelly fraction below that: kappa (mu - WACC) / sigma^2', () => {
    const less = size({ expected: 0.014, costOfCapital: 0.005, deviation: 0.3 });
    expect(less.kelly).toBeCloseTo((0.1 * 0.009) / 0.09, 12); // 1 % of NAV
    expect(less.contracts).toBe(10);
    expect(size({ expected: 0.004 }).contracts).toBe(0); // does not earn its capital
  });

  it('leaves what is open out of the room for core, margin and stress', () => {
    expect(size({ openMaxLoss: dollars(95_000) }).contracts).toBe(5);
    expect(size({ openMargin: dollars(295_600) }).contracts).toBe(4);
    expect(size({ openStressLoss: dollars(57_300) }).contracts).toBe(3);
    expect(size({ openMaxLoss: dollars(200_000) }).contracts).toBe(0);
  });

  it('halves for the regime, the drawdown and a score at its entry border', () => {
    expect(size({ regimeScale: 0.5 }).contracts).toBe(10);
    expect(size({ drawdownScale: 0.5 }).contracts).toBe(10);
    expect(size({ score: plan.core.minScore }).contracts).toBe(10);
  });

  it('does not scale what the market can take: a liquidity cap of one allows one', () => {
    const thin = size({ regimeScale: 0.5, otherCaps: [{ id: 'liquidity', contracts: 1 }] });
    expect(thin.contracts).toBe(1);
    expect(thin.binding).toBe('liquidity');
    expect(thin.affordable).toBe(10); // what decides between SPX and XSP
  });

  it('says that nothing is at risk in the sizing scenario rather than dividing by it', () => {
    expect(size({ stressLossPerContract: cents(0) }).contracts).toBe(20);
  });

  it('never exceeds any cap, whatever the inputs', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    const money = (most: number) => fc.integer({ min: 1, max: most }).map((x) => dollars(x));
    const inputs = fc.record({
      navBase: money(5_000_000),
      maxLoss: money(8_000),
      marginPerContract: money(9_000),
      stressLossPerContract: money(8_000),
      openMaxLoss: money(200_000),
      openMargin: money(500_000),
      openStressLoss: money(100_000),
      expected: fc.double({ min: -0.5, max: 0.5, noNaN: true }),
      costOfCapital: share,
      deviation: fc.double({ min: 0.01, max: 2, noNaN: true }),
      score: fc.double({ min: 0, max: 100, noNaN: true }),
      regimeScale: share,
      drawdownScale: share,
      otherCaps: fc
        .tuple(
          fc.constantFrom('theta' as const, 'vega' as const, 'gamma' as const, 'liquidity' as const),
          fc.double({ min: 0, max: 100, noNaN: true }),
        )
        .map(([id, contracts]) => [{ id, contracts }]),
    });
    fc.assert(
      fc.property(inputs, (given) => {
        const { contracts, caps } = condorSize(given, plan);
        const { maxLossPerTrade, maxCoreLoss, maxMargin, maxStressLoss } = plan.sizing;
        for (const cap of caps) expect(contracts).toBeLessThanOrEqual(cap.contracts + 1e-6);
        if (contracts === 0) return;
        const nav = given.navBase * (1 + 1e-9);
        expect(contracts * given.maxLoss).toBeLessThanOrEqual(maxLossPerTrade * nav);
        expect(given.openMaxLoss + contracts * given.maxLoss).toBeLessThanOrEqual(maxCoreLoss * nav);
        expect(given.openMargin + contracts * given.marginPerContract).toBeLessThanOrEqual(maxMargin * nav);
        expect(given.openStressLoss + contracts * given.stressLossPerContract).toBeLessThanOrEqual(
          maxStressLoss * nav,
        );
      }),
    );
  });
});

describe('scoreScale', () => {
  it('runs from a half at the entry score to one at 75, and no further either way (E10)', () => {
    expect([0, 60, 67.5, 75, 100].map((score) => scoreScale(score, plan))).toEqual([0.5, 0.5, 0.75, 1, 1]);
  });
});
