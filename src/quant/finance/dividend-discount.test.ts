import { describe, expect, it } from 'vitest';
import { gordonGrowth, hModel } from './dividend-discount.ts';

const example = { dividend: 80, shortGrowth: 0.07, longGrowth: 0.04, halfLife: 4, rate: 0.09 };
const worth = (result: ReturnType<typeof hModel>): number => {
  if (!result.ok) throw new Error(result.failure.code);
  return result.value.value;
};

describe('the H-model', () => {
  it('gives 1856 for the example of methodology 3.7.5', () => {
    expect(worth(hModel(example))).toBeCloseTo(1856, 10);
  });

  it('is near the dividends themselves, growth falling in a straight line over eight years, added up', () => {
    let [dividend, value] = [80, 0];
    for (let year = 1; year <= 2000; year++) {
      // Growth of year t at its middle, from 7 % now to 4 % after 2 H = 8 years.
      dividend *= 1 + Math.max(0.07 - (0.03 * (year - 0.5)) / 8, 0.04);
      value += dividend / 1.09 ** year;
    }
    // Fuller and Hsia's formula is linear in growth: compounding a 12 % surplus it leaves out is worth a per cent or two.
    expect(worth(hModel(example)) / value).toBeGreaterThan(0.98);
    expect(worth(hModel(example)) / value).toBeLessThan(1.02);
  });

  it('says what ten basis points of required return do', () => {
    const now = hModel(example);
    if (!now.ok) throw new Error(now.failure.code);
    const after = worth(hModel({ ...example, rate: 0.091 }));
    expect(now.value.perTenBasisPoints).toBeCloseTo(after / now.value.value - 1, 12); // -1.96 %
  });

  it('is refused when the required return is within two points of growth, as by the plan’s own least', () => {
    const near = hModel({ ...example, rate: 0.055 });
    expect(near).toMatchObject({ ok: false, failure: { code: 'rate-too-near-growth' } });
    expect(hModel({ ...example, rate: 0.06 }).ok).toBe(true); // 0.06 - 0.04 < 0.02 in doubles
    expect(hModel({ ...example, rate: 0.055, minRateLessGrowth: 0.01 }).ok).toBe(true);
    expect(hModel({ ...example, rate: 0.03, minRateLessGrowth: 0.01 }).ok).toBe(false);
    expect(() => hModel({ ...example, minRateLessGrowth: 0 })).toThrow('minRateLessGrowth must be finite');
    expect(() => hModel({ ...example, dividend: -1 })).toThrow('dividend must be finite and >= 0');
    expect(() => hModel({ ...example, halfLife: Number.NaN })).toThrow('halfLife must be finite');
  });
});

describe('Gordon growth', () => {
  it('is the sum of dividends that grow for ever', () => {
    let value = 0;
    for (let year = 1; year <= 1500; year++) value += (80 * 1.04 ** year) / 1.09 ** year;
    expect(worth(gordonGrowth({ dividend: 80, longGrowth: 0.04, rate: 0.09 }))).toBeCloseTo(value, 8);
  });

  it('is the H-model whose growth does not fall', () => {
    const flat = { dividend: 80, longGrowth: 0.03, rate: 0.08 };
    expect(gordonGrowth(flat)).toEqual(hModel({ ...flat, shortGrowth: 0.03, halfLife: 7 }));
  });
});
