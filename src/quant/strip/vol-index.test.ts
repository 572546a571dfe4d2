import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bracketTenor, varianceAtTenor, vixFromStrips, volIndex, volIndexMinutes } from './vol-index.ts';

describe('thirty days between two expirations', () => {
  it('is linear in total variance: 15 days at 20 % and 45 at 30 % give 27.84', () => {
    // (15 * .04 / 2 + 45 * .09 / 2) / 30 = 0.0775
    const vix = vixFromStrips({
      near: { variance: 0.04, minutes: 21_600 },
      next: { variance: 0.09, minutes: 64_800 },
    });
    expect(vix).toBeCloseTo(100 * Math.sqrt(0.0775), 12);
  });

  it('is the near expiration alone when that is thirty days out', () => {
    expect(
      vixFromStrips({
        near: { variance: 0.0225, minutes: 43_200 },
        next: { variance: 0.09, minutes: 53_280 },
      }),
    ).toBeCloseTo(15, 12);
  });

  it('gives back a flat vol whatever the expirations, outside thirty days too', () => {
    fc.assert(
      fc.property(fc.integer({ min: 20, max: 36 }), fc.integer({ min: 1, max: 14 }), (days, gap) => {
        const [near, next] = [days, days + gap].map((d) => ({ variance: 0.04, minutes: d * 1440 }));
        if (near !== undefined && next !== undefined)
          expect(vixFromStrips({ near, next })).toBeCloseTo(20, 9);
      }),
    );
  });

  it('refuses expirations out of order', () => {
    const strip = { variance: 0.04, minutes: 43_200 };
    expect(() => vixFromStrips({ near: strip, next: strip })).toThrow('near.minutes must be < next.minutes');
    expect(() => vixFromStrips({ near: { ...strip, variance: -1 }, next: strip })).toThrow('near.variance');
  });
});

describe('any tenor between two expirations', () => {
  const near = { variance: 0.04, minutes: 7 * 1440 };
  const next = { variance: 0.0625, minutes: 14 * 1440 };

  it('is linear in total variance: 9 days from 7 at 20 % and 14 at 25 %', () => {
    // (7 * .04 * 5 + 14 * .0625 * 2) / 7 / 9 = 0.05
    expect(varianceAtTenor({ near, next }, volIndexMinutes('VIX9D'))).toBeCloseTo(0.05, 15);
    expect(volIndex({ near, next }, volIndexMinutes('VIX9D'))).toBeCloseTo(100 * Math.sqrt(0.05), 12);
  });

  it('is the expiration itself at its own tenor', () => {
    expect(varianceAtTenor({ near, next }, near.minutes)).toBe(0.04);
    expect(varianceAtTenor({ near, next }, next.minutes)).toBe(0.0625);
  });

  it('gives back, out of two tenors, the expirations they were made of', () => {
    const days = fc.tuple(
      fc.double({ min: 1, max: 400, noNaN: true }),
      fc.double({ min: 1, max: 400, noNaN: true }),
    );
    fc.assert(
      fc.property(days, ([a, b]) => {
        fc.pre(Math.abs(a - b) > 1);
        const made = [Math.min(a, b), Math.max(a, b)].map((d) => {
          const minutes = 1440 * d;
          return { minutes, variance: 0.03 + 0.2 / d + 0.01 };
        });
        const [first = near, second = next] = made;
        const at = (minutes: number) => varianceAtTenor({ near: first, next: second }, minutes);
        const middle = (first.minutes + second.minutes) / 2;
        const half = { minutes: middle, variance: at(middle) };
        // Differences of total variances of size 1e4, over at least half a day
        expect(varianceAtTenor({ near: first, next: half }, second.minutes)).toBeCloseTo(second.variance, 10);
      }),
    );
  });

  it('is VIX at thirty days, bit for bit', () => {
    const pair = { near: { ...near, minutes: 34_484 }, next: { ...next, minutes: 44_954 } };
    expect(volIndex(pair, volIndexMinutes('VIX'))).toBe(vixFromStrips(pair));
    expect(volIndexMinutes('VIX')).toBe(43_200);
  });

  it('refuses a blend below nothing, and a tenor that is none', () => {
    const steep = { near: { variance: 0.9, minutes: 1440 }, next: { variance: 0.01, minutes: 2 * 1440 } };
    expect(varianceAtTenor(steep, 1440 * 2.9)).toBeLessThan(0);
    expect(() => volIndex(steep, 1440 * 2.9)).toThrow('variance at the tenor must be finite and > 0');
    expect(() => volIndex(steep, 0)).toThrow('minutes must be finite and > 0');
  });
});

describe('the expirations an index uses', () => {
  const terms = [2, 7, 14, 21, 50].map((days) => ({ minutes: 1440 * days }));
  const bracket = (days: number) => {
    const found = bracketTenor(terms, 1440 * days);
    return found.ok ? [found.value.near.minutes / 1440, found.value.next.minutes / 1440] : found.failure.code;
  };

  it('stand either side of the tenor, one at it counting as before', () => {
    expect(bracket(9)).toEqual([7, 14]);
    expect(bracket(14)).toEqual([14, 21]);
    expect(bracket(2)).toEqual([2, 7]);
  });

  it('are the two nearest outside the listed ones, no further out than they lie apart', () => {
    expect(bracket(1)).toEqual([2, 7]);
    expect(bracket(50)).toEqual([21, 50]);
    expect(bracket(79)).toEqual([21, 50]);
    expect(bracket(80)).toBe('too-far-outside');
    expect(bracketTenor(terms.slice(3), 1440)).toMatchObject({ ok: true });
    expect(bracketTenor([{ minutes: 20_000 }, { minutes: 21_000 }], 1440)).toMatchObject({ ok: false });
  });

  it('are missing when there is one, and refused out of order', () => {
    expect(bracketTenor([{ minutes: 1 }], 1)).toEqual({
      ok: false,
      failure: { code: 'too-few-expirations' },
    });
    expect(bracketTenor([], 1).ok).toBe(false);
    expect(() => bracketTenor([{ minutes: 2 }, { minutes: 2 }], 1)).toThrow('terms[1].minutes must ascend');
    expect(() => bracketTenor(terms, -1)).toThrow('minutes must be finite and > 0');
  });
});
