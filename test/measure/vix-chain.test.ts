import { beforeAll, describe, expect, it } from 'vitest';
import { stripVariance } from '../../bench/measure/model/chain-vol-indices.ts';
import { type VixChain, vix3mBetween, vixChain } from '../../bench/measure/model/vix-chain.ts';
import { showInstant } from '../../src/core/new-york.ts';
import { MINUTES_PER_YEAR } from '../../src/core/units.ts';
import { bracketTenor, varianceAtTenor, volIndexMinutes } from '../../src/quant/strip/vol-index.ts';
import { describeWithShared, sharedPath } from '../shared-data.ts';

describe('vix3mBetween', () => {
  const open = { vix: 20, vix3m: 22 };
  const close = { vix: 18, vix3m: 21 };

  it('is the open at the open and the close at the close', () => {
    expect(vix3mBetween(open, close, 20, 0)).toBeCloseTo(22, 12);
    expect(vix3mBetween(open, close, 18, 1)).toBeCloseTo(21, 12);
  });

  it('moves as VIX to the power 0.6', () => {
    const ratio = vix3mBetween(open, close, 22, 0.4) / vix3mBetween(open, close, 20, 0.4);
    expect(ratio).toBeCloseTo(1.1 ** 0.6, 12);
  });
});

describeWithShared('the real chain of VIX options', () => {
  let chain: VixChain;
  beforeAll(async () => {
    const found = await vixChain(sharedPath());
    if (found === undefined) throw new Error('no VIX chain held');
    chain = found;
  });

  it('is of 2023-05-15, 11:47, with 13 expirations and VIX at 17.33', () => {
    expect([showInstant(chain.asOf), chain.vix, chain.slices.length]).toEqual([
      '2023-05-15 11:47 ET',
      17.33,
      13,
    ]);
  });

  it('places VIX3M within its range of the day', () => {
    expect(chain.vix3m).toBeGreaterThan(20.26); // Cboe's low and high of 2023-05-15
    expect(chain.vix3m).toBeLessThan(21.12);
  });

  it('gives VVIX by the strip as published', () => {
    const terms = chain.slices.map(({ expiry, view }) => ({
      minutes: expiry * MINUTES_PER_YEAR,
      variance: stripVariance(view) ?? 0,
    }));
    const pair = bracketTenor(terms, volIndexMinutes('VIX'));
    if (!pair.ok) throw new Error(pair.failure.code);
    const vvix = 100 * Math.sqrt(varianceAtTenor(pair.value, volIndexMinutes('VIX')));
    // The day's range was 94.13 to 100.05, and 94.65 the close; 11:47 is not recorded.
    expect(Math.abs(vvix - 94.65)).toBeLessThan(1);
  });

  it('has vols that rise with the strike above the forward at every expiration of a month and more', () => {
    for (const { k, vol, days } of chain.slices) {
      const calls = vol.filter((_, i) => (k[i] as number) > 0.05);
      const first = calls[0] as number;
      if (days >= 30) expect(calls.at(-1)).toBeGreaterThan(1.5 * first);
    }
  });
});
