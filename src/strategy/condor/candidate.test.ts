import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { candidateContext } from '../../../test/fixtures/candidate-context.ts';
import { sampleReading, shippedPlan } from '../../../test/fixtures/market-reading.ts';
import { type Candidate, type CandidateFailure, condorCandidate, rungExpiration } from './candidate.ts';
import { condorCard } from './card.ts';

const plan = shippedPlan();
const context = candidateContext(plan);
const roots = ['SPXW', 'XSP'] as const;
const candidates = plan.core.rungs.flatMap((rung) =>
  roots.map((root) => ({ rung, root, found: condorCandidate(context, rung, root) })),
);
const priced = (found: Candidate | CandidateFailure): Candidate => {
  if (typeof found === 'string') throw new Error(found);
  return found;
};
const cards = candidates.map(({ found }) => condorCard(priced(found), 2, 0.1, context));
const isClean = (x: number): boolean => Math.round(x * 1e6) / 1e6 === x;

describe("a rung's expiration", () => {
  it('is the PM one nearest its target inside its window', () => {
    const dtes = plan.core.rungs.map((rung) => rungExpiration(context.market, rung)?.dte);
    // Every weekday expires but Thanksgiving, 7 days out, of whose neighbours the later is taken; 30 days out is a Saturday.
    expect(dtes).toEqual([8, 14, 29]);
  });

  it('is the later of two as far from the target', () => {
    const { surface } = context.market;
    const [view] = surface.expirations.filter(({ chain }) => chain.root === 'SPXW');
    if (view === undefined) throw new Error('the sample lists SPXW');
    const twin = (dte: number) => ({ ...view, dte });
    const market = { ...context.market, surface: { ...surface, expirations: [twin(6), twin(8)] } };
    const [week] = plan.core.rungs;
    expect(week === undefined ? undefined : rungExpiration(market, week)?.dte).toBe(8);
  });

  it('is none outside the window, and the candidate says so', () => {
    const far = { ...plan.core.rungs[0], targetDte: 200, minDte: 190, maxDte: 210 };
    const rung = {
      ...(plan.core.rungs[0] ?? { wingWidth: 0.01, projectionDays: 3, timeExitDte: 1 }),
      ...far,
    };
    expect(condorCandidate(context, rung, 'SPXW')).toBe('no PM expiration in its window');
  });
});

describe('a candidate', () => {
  it("stands at least k expected moves away on both sides, with wings at least as wide as the plan's", () => {
    for (const { rung, found } of candidates) {
      const { forward, expectedMove, terms } = priced(found);
      expect((forward - terms.shortPut) / expectedMove).toBeGreaterThanOrEqual(1.5);
      expect((terms.shortCall - forward) / expectedMove).toBeGreaterThanOrEqual(1.5);
      expect(terms.shortPut - terms.longPut).toBeGreaterThanOrEqual(rung.wingWidth * forward - 1e-9);
      expect(terms.longCall - terms.shortCall).toBeGreaterThanOrEqual(rung.wingWidth * forward - 1e-9);
    }
  });

  it('is half as wide again once an RSI trigger fired (R-W1)', () => {
    const [, , rung] = plan.core.rungs;
    if (rung === undefined) throw new Error('three rungs');
    const [plain, wide] = [false, true].map((widened) =>
      priced(condorCandidate({ ...context, distance: { ...context.distance, widened } }, rung, 'SPXW')),
    );
    expect(wide?.width).toBeGreaterThanOrEqual(0.015 * (wide?.forward ?? 0));
    expect(wide?.width).toBeGreaterThan(1.4 * (plain?.width ?? 0));
  });

  it('has no density without a realised volatility', () => {
    const { rv20: _, ...blind } = sampleReading();
    const [rung] = plan.core.rungs;
    if (rung === undefined) throw new Error('three rungs');
    expect(condorCandidate({ ...context, market: blind }, rung, 'SPXW')).toBe('no realised volatility');
  });

  it('gives up at least a tick a leg and its fees between mid and net credit', () => {
    for (const card of cards) {
      const tick = card.root === 'XSP' ? 0.01 : 0.05;
      expect(card.slippage).toBeGreaterThanOrEqual(4 * tick - 1e-9);
      expect(card.creditNet).toBeCloseTo(card.creditMid - card.slippage - card.fees / 10_000, 6);
    }
  });
});

describe('a card', () => {
  it('shows prices without binary dust', () => {
    for (const {
      creditMid,
      creditNatural,
      creditNet,
      slippage,
      costMidToNatural,
      width,
      breakevens,
    } of cards)
      for (const price of [
        creditMid,
        creditNatural,
        creditNet,
        slippage,
        costMidToNatural,
        width,
        ...breakevens,
      ])
        expect(isClean(price), `${price}`).toBe(true);
  });

  it('cannot settle worse than its stated maximum at any level of the index', () => {
    const indexed = fc.double({ min: 0, max: 30_000, noNaN: true });
    for (const card of cards) {
      const owed = (level: number): number =>
        Math.max(card.shortPut - level, 0) -
        Math.max(card.longPut - level, 0) +
        Math.max(level - card.shortCall, 0) -
        Math.max(level - card.longCall, 0);
      fc.assert(
        fc.property(indexed, (level) => {
          expect(100 * 100 * (card.creditNet - owed(level))).toBeGreaterThanOrEqual(-card.maxLoss - 0.5);
        }),
      );
    }
  });

  it('agrees with itself: break-evens, win rate, share of width and margin of the whole size', () => {
    for (const card of cards) {
      expect(card.breakevens[0]).toBeCloseTo(card.shortPut - card.creditNet, 6);
      expect(card.breakevens[1]).toBeCloseTo(card.shortCall + card.creditNet, 6);
      expect(card.creditToWidth).toBeCloseTo(card.creditNet / card.width, 12);
      expect(card.breakEvenWinRate).toBeCloseTo(1 - card.creditToWidth, 9);
      expect(card.margin).toBe(Math.round(card.width * 100 * 2 * 100));
      expect(card.costMidToNatural).toBeCloseTo(card.creditMid - card.creditNatural, 9);
      expect(card.costMidToNatural).toBeGreaterThan(0);
    }
  });

  it('is short vega, earns theta, and its short deltas lie on their own sides', () => {
    for (const { greeks, shortPutDelta, shortCallDelta, distance } of cards) {
      expect(greeks.theta).toBeGreaterThan(0);
      expect(greeks.vega).toBeLessThan(0);
      expect(shortPutDelta).toBeLessThan(0);
      expect(shortCallDelta).toBeGreaterThan(0);
      expect(distance.putEdr ?? 0).toBeGreaterThan(distance.putSigma); // a month's move is several days' range
    }
  });
});
