import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asNumber, asPercent, atLeast, atMost, below, failures, holds, note, passes } from './reasons.ts';

const finite = fc.double({ min: -1e6, max: 1e6, noNaN: true });

describe('a reason', () => {
  it('counts its border in: at least and at most pass on it, below does not', () => {
    expect(atLeast('R', 60, 60, asNumber(1)).verdict).toBe('pass');
    expect(atMost('R', 60, 60, asNumber(1)).verdict).toBe('pass');
    expect(below('R', 60, 60, asNumber(1)).verdict).toBe('fail');
  });

  it('has a margin whose sign is its verdict', () => {
    fc.assert(
      fc.property(finite, finite, (observed, bound) => {
        for (const judge of [atLeast, atMost]) {
          const reason = judge('R', observed, bound, asNumber());
          expect((reason.margin ?? Number.NaN) >= 0).toBe(reason.verdict === 'pass');
        }
        const strict = below('R', observed, bound, asNumber());
        expect((strict.margin ?? Number.NaN) > 0).toBe(strict.verdict === 'pass');
      }),
    );
  });

  it('shows what was seen and what was needed in the same unit', () => {
    const reason = atLeast('R-C4.credit-share', 0.0712, 0.0401, asPercent(2));
    expect(reason.observed).toBe('7.12 %');
    expect(reason.required).toBe('>= 4.01 %');
    expect(reason.margin).toBeCloseTo(0.0311, 12);
  });

  it('without a number has no margin, and a note fails nothing', () => {
    expect(holds('R', true, 'seen', 'needed')).not.toHaveProperty('margin');
    expect(passes([note('R', 'seen'), holds('R', true, 'seen', 'needed')])).toBe(true);
    const failed = holds('R', false, 'seen', 'needed', -2);
    expect(failures([note('R', 'seen'), failed])).toEqual([failed]);
    expect(passes([failed])).toBe(false);
  });
});
