import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bandedTrade } from './banded-trade.ts';

const count = fc.integer({ min: 0, max: 500 });
const bands = fc.constantFrom(0, 0.1, 0.25, 0.35, 0.5);

describe('bandedTrade (3.8)', () => {
  it('does nothing inside the band, its edge included', () => {
    expect([3, 4, 5].map((held) => bandedTrade(held, 4, 0.25))).toEqual([0, 0, 0]);
  });

  it('trades to the edge of the band and no further', () => {
    expect(bandedTrade(5, 20, 0.25)).toBe(10); // 15 held
    expect(bandedTrade(40, 20, 0.25)).toBe(-15); // 25 held
    expect(bandedTrade(12, 20, 0.35)).toBe(1); // 20 x .65 is 13, not 13.000000000000002
  });

  it('builds what does not exist in one step, and sells what is no longer wanted', () => {
    expect(bandedTrade(0, 7, 0.25)).toBe(7);
    expect(bandedTrade(7, 0, 0.25)).toBe(-7);
    expect(bandedTrade(0, 0, 0.25)).toBe(0);
  });

  it('never overshoots the target and never moves away from it', () => {
    fc.assert(
      fc.property(count, count, bands, (held, wanted, band) => {
        const after = held + bandedTrade(held, wanted, band);
        expect(Math.abs(after - wanted)).toBeLessThanOrEqual(Math.abs(held - wanted));
        expect((after - wanted) * (held - wanted)).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('asks for nothing more the day after', () => {
    fc.assert(
      fc.property(count, count, bands, (held, wanted, band) => {
        const after = held + bandedTrade(held, wanted, band);
        expect(bandedTrade(after, wanted, band)).toBe(0);
      }),
    );
  });
});
