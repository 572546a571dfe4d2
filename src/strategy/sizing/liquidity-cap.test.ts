import { describe, expect, it } from 'vitest';
import { shippedPlan } from '../../../test/fixtures/market-reading.ts';
import { isoDate } from '../../core/dates.ts';
import { points } from '../../core/units.ts';
import { optionContract } from '../../market/contract-registry.ts';
import type { QuotedLeg } from '../condor/quoted-condor.ts';
import { liquidityCap } from './liquidity-cap.ts';

const plan = shippedPlan();
const leg = (openInterest?: number): QuotedLeg => ({
  contract: optionContract({
    root: 'SPXW',
    expiration: isoDate('2026-12-18'),
    strike: points(7000),
    right: 'put',
  }),
  quantity: 1,
  bid: points(1),
  ask: points(1.2),
  ...(openInterest === undefined ? {} : { openInterest }),
});

describe('liquidityCap', () => {
  it('is a tenth of open interest / 50 on the thinnest leg', () => {
    expect(liquidityCap([leg(5_000), leg(2_000)], plan)).toEqual([{ id: 'liquidity', contracts: 4 }]);
  });

  it('never forbids a single contract, and says nothing where no open interest is shown', () => {
    expect(liquidityCap([leg(0), leg(90_000)], plan)).toEqual([{ id: 'liquidity', contracts: 1 }]);
    expect(liquidityCap([leg(), leg()], plan)).toEqual([]);
    expect(liquidityCap([leg(), leg(1_000)], plan)).toEqual([{ id: 'liquidity', contracts: 2 }]);
  });
});
