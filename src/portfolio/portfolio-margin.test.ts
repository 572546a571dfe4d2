import { describe, expect, it } from 'vitest';
import { condorLegs, leg } from '../../test/legs.ts';
import { dollars, points } from '../core/units.ts';
import { type PriceAfterMove, portfolioMargin, valuationMoves } from './portfolio-margin.ts';

const SPOT = { index: 6000, volatility: 20 };
/** Worth at expiration: exact, so that every number below can be checked by hand. */
const intrinsic: PriceAfterMove = (contract, move) => {
  if (contract.kind === 'future') return undefined;
  const level = (contract.root === 'VIX' ? SPOT.volatility : SPOT.index) * (1 + move);
  return points(Math.max(0, contract.right === 'call' ? level - contract.strike : contract.strike - level));
};
const margin = (legs: Parameters<typeof portfolioMargin>[0]): unknown => {
  const read = portfolioMargin(legs, intrinsic);
  return read.ok ? read.value.requirement : read.failure;
};

describe('portfolioMargin', () => {
  it('looks at ten moves, five on each side: -8 % to +6 % for the index, 20 % for VIX', () => {
    expect(valuationMoves('index').map((x) => Math.round(x * 1e4) / 1e4)).toEqual([
      -0.08, -0.064, -0.048, -0.032, -0.016, 0.012, 0.024, 0.036, 0.048, 0.06,
    ]);
    expect(valuationMoves('volatility')).toHaveLength(10);
  });

  it('takes the worst of them: a short 5700 put at -8 % loses 5700 - 5520', () => {
    expect(margin([leg(-1, 'SPX', '2026-07-17', 5700, 'put')])).toBe(dollars(18_000));
  });

  it('never charges a condor more than its wider wing', () => {
    expect(margin(condorLegs(1, 'SPXW', '2026-06-08', [5650, 5700, 6300, 6350]))).toBe(dollars(5000));
  });

  it('asks at least $37.50 an option, bought ones included', () => {
    expect(margin(condorLegs(2, 'SPXW', '2026-06-08', [4000, 4050, 7000, 7050]))).toBe(dollars(8 * 37.5));
  });

  it('gives the index no relief for a VIX call that would pay in the same fall', () => {
    const short = leg(-1, 'SPX', '2026-07-17', 5700, 'put');
    const call = leg(10, 'VIX', '2026-07-22', 20, 'call');
    // The call has no worth to lose at 20: the minimum of ten contracts.
    expect(margin([short, call])).toBe(dollars(18_000 + 375));
  });

  it('names the contract that has no price', () => {
    const legs = [leg(-1, 'SPX', '2026-07-17', 5700, 'put')];
    const read = portfolioMargin(legs, () => undefined);
    expect(read).toEqual({ ok: false, failure: legs[0]?.contract });
  });

  it('needs nothing for nothing', () => {
    expect(margin([])).toBe(0);
  });
});
