import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { breakEvenDistance, projectedDistance } from './break-even.ts';

/** EM = 7000 x .20 x sqrt(.0625) = 350 points. */
const inputs = { forward: 7000, atmVol: 0.2, expiry: 0.0625, low: 6475, high: 7490 };

describe('breakEvenDistance', () => {
  it('is the nearer side in expected moves', () => {
    expect(breakEvenDistance(inputs)).toBeCloseTo(490 / 350, 12);
  });
});

describe('projectedDistance', () => {
  const still = { days: 0, adverseMove: 0, volShock: 0 };

  it('with nothing projected is the distance of today', () => {
    expect(projectedDistance(inputs, still)).toBeCloseTo(breakEvenDistance(inputs), 12);
  });

  it('moves half an expected move against each side and raises vol by a fifth (E6), by hand', () => {
    const left = Math.sqrt(0.0625 - 10 / 365);
    const below = (7000 - 175 - 6475) / (6825 * 0.24 * left);
    const above = (7490 - 7000 - 175) / (7175 * 0.24 * left);
    const projected = projectedDistance(inputs, { days: 10, adverseMove: 0.5, volShock: 0.2 });
    expect(projected).toBeCloseTo(Math.min(below, above), 12);
  });

  it('goes negative when the move passes the break-even, and judges an expired rung on one day left', () => {
    expect(projectedDistance(inputs, { ...still, adverseMove: 1.6 })).toBeLessThan(0);
    const gone = projectedDistance(inputs, { ...still, days: 40 });
    expect(gone).toBeCloseTo(490 / (7000 * 0.2 * Math.sqrt(1 / 365)), 9);
  });

  it('falls with the move and with the vol shock while it is positive', () => {
    const move = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(move, move, (a, b) => {
        const base = projectedDistance(inputs, { days: 10, adverseMove: a, volShock: b });
        expect(projectedDistance(inputs, { days: 10, adverseMove: a + 0.1, volShock: b })).toBeLessThan(base);
        expect(
          projectedDistance(inputs, { days: 10, adverseMove: a, volShock: b + 0.1 }),
        ).toBeLessThanOrEqual(Math.max(base, 0));
      }),
    );
  });
});
