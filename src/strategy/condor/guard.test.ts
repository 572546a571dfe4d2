import { describe, expect, it } from 'vitest';
import { shippedPlan } from '../../../test/fixtures/market-reading.ts';
import { isoDate } from '../../core/dates.ts';
import { points } from '../../core/units.ts';
import type { OptionRoot } from '../../market/contract.ts';
import { optionContract } from '../../market/contract-registry.ts';
import { guardReasons } from './guard.ts';

const plan = shippedPlan();
const expiration = isoDate('2026-12-18');
const judged = (root: OptionRoot, quantity: number, bid: number, ask: number) =>
  guardReasons(
    [
      {
        contract: optionContract({
          root,
          expiration,
          strike: points(root === 'XSP' ? 690 : 6900),
          right: 'put',
        }),
        quantity,
        bid: points(bid),
        ask: points(ask),
      },
    ],
    isoDate('2026-11-19'),
    plan,
  )[0];

describe('the execution guard (E21)', () => {
  it('allows a short leg the larger of .20 and 12 % of mid, compared in whole ticks', () => {
    expect(judged('SPXW', -1, 1, 1.2)?.verdict).toBe('pass'); // .19999999999999996 in binary
    expect(judged('SPXW', -1, 1, 1.25)?.verdict).toBe('fail');
    expect(judged('SPXW', -1, 9.5, 10.6)?.verdict).toBe('pass'); // 12 % of 10.05 is 1.206
    expect(judged('SPXW', -1, 9.4, 10.7)?.verdict).toBe('fail');
  });

  it('allows a cheap wing 60 % of its mid', () => {
    expect(judged('SPXW', 1, 0.4, 0.7)?.verdict).toBe('pass'); // .30 of .33
    expect(judged('SPXW', 1, 0.3, 0.65)?.verdict).toBe('fail');
    expect(judged('SPXW', -1, 0.4, 0.7)?.verdict).toBe('fail');
  });

  it('holds XSP, a tenth of the quotes, to a tenth of the points', () => {
    expect(judged('XSP', -1, 0.1, 0.12)?.verdict).toBe('pass');
    expect(judged('XSP', -1, 0.1, 0.13)?.verdict).toBe('fail');
  });

  it('names the leg and its quote as a trader writes them', () => {
    expect(judged('SPXW', -1, 1, 1.1)).toMatchObject({
      rule: 'R-G.short-spread',
      observed: 'short 6900P 1.00 x 1.10, 2 ticks wide',
    });
  });
});
