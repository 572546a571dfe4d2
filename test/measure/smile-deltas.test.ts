import { describe, expect, it } from 'vitest';
import { realCondor } from '../../bench/measure/model/real-condors.ts';
import {
  atDelta,
  type DeltaPoint,
  type DeltaSmile,
  deltaSmiles,
  forwardDelta,
} from '../../bench/measure/model/smile-deltas.ts';
import { isoDate } from '../../src/core/dates.ts';
import { clock, newYorkInstant } from '../../src/core/new-york.ts';
import type { ChainSnapshot } from '../../src/market/chain.ts';
import { readSurface } from '../../src/market/surface.ts';
import { handChain, strikesFrom } from '../hand-chain.ts';

const session = isoDate('2023-05-01');
const asOf = newYorkInstant(session, clock(16));

/** 30 days at 4,000 with a flat vol of 20 %: s = 0.2 sqrt(30 / 365). */
const flat = handChain({
  root: 'SPXW',
  expiration: '2023-05-31',
  asOf,
  forward: 4000,
  rate: 0.05,
  strikes: strikesFrom(3200, 4800, 5),
  vol: () => 0.2,
  halfSpread: 0.05,
});
const STD_DEV = 0.2 * Math.sqrt(30 / 365);

function flatSmile(): DeltaSmile {
  const snapshot: ChainSnapshot = {
    underlying: 'SPX',
    session,
    asOf,
    timeRecorded: true,
    quotes: 'simulated',
    chains: [flat],
    source: 'simulated',
  };
  const [view] = readSurface(snapshot, []).expirations;
  if (view === undefined) throw new Error('no expiration');
  const empty = new Float64Array(0);
  const { forward, discount } = view.forward;
  const columns = { strikes: empty, k: empty, vol: empty, halfSpread: empty };
  const slice = { ...columns, days: view.dte, expiry: view.expiry, forward, discount, view };
  const [smile, ...others] = deltaSmiles({ slices: [slice] });
  if (smile === undefined || others.length > 0) throw new Error('one target expected');
  return smile;
}

describe('deltas of a flat smile', () => {
  const smile = flatSmile();

  it('are found where the normal quantiles put them', () => {
    expect(smile.target).toBe(30);
    // d1 = ln(F/K)/s + s/2; quantiles of 5, 16, 25 % from tables: 1.644854, 0.994458, 0.674490.
    const quantiles: readonly (readonly [DeltaPoint, number])[] = [
      ['p5', 1.644854],
      ['p16', 0.994458],
      ['p25', 0.67449],
      ['p50', 0],
      ['c25', -0.67449],
      ['c16', -0.994458],
      ['c5', -1.644854],
    ];
    for (const [point, d1] of quantiles) {
      const k = -STD_DEV * (d1 - STD_DEV / 2);
      // Bid and ask a tick apart leave the fit some hundredths of a vol point of freedom.
      expect(Math.abs((smile.points[point]?.k ?? 9) - k) / STD_DEV, point).toBeLessThan(0.01);
      expect(smile.points[point]?.vol, point).toBeCloseTo(0.2, 3);
    }
  });

  it('give the delta asked for', () => {
    for (const [point, side] of [
      ['p16', 'put'],
      ['c5', 'call'],
    ] as const) {
      const found = atDelta(smile.smile, point);
      if (found === undefined) throw new Error(point);
      const delta = forwardDelta(smile.smile, found.strike, found.vol)[side];
      expect(delta).toBeCloseTo(Number(point.slice(1)) / 100, 9); // the root is found to 1e-12 in k
    }
  });

  it('are absent beyond the quotes', () => {
    const quoted = smile.smile;
    const narrow = { ...quoted, curve: { ...quoted.curve, low: -0.02, high: 0.02 } };
    expect(atDelta(narrow, 'p5')).toBeUndefined();
    expect(atDelta(narrow, 'p50')).toBeDefined();
  });

  it('make a condor of the listed strikes nearest 16 and 5 deltas', () => {
    const condor = realCondor(smile);
    // F e^k of the same quantiles, to the nearest 5 points.
    const strikeAt = (d1: number): number =>
      5 * Math.round((4000 * Math.exp(-STD_DEV * (d1 - STD_DEV / 2))) / 5);
    expect(condor?.longPut.strike).toBe(strikeAt(1.644854));
    expect(condor?.shortPut.strike).toBe(strikeAt(0.994458));
    expect(condor?.shortCall.strike).toBe(strikeAt(-0.994458));
    expect(condor?.longCall.strike).toBe(strikeAt(-1.644854));
    expect(condor?.halfSpread).toBeCloseTo(0.2, 9);
  });
});
