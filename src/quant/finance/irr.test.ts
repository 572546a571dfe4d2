import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { irr } from './irr.ts';
import { npv } from './npv.ts';

const solved = (flows: readonly number[]) => {
  const result = irr(flows);
  if (!result.ok) throw new Error(result.failure.code);
  return result.value;
};

describe('known rates', () => {
  // 25 digits by mpmath (../shared/vectors/irr_xirr.json); pages of Excel and numpy-financial print the first few.
  it.each([
    [[-70_000, 12_000, 15_000, 18_000, 21_000, 26_000], 0.08663094803653161],
    [[-70_000, 12_000, 15_000, 18_000, 21_000], -0.02124484827341099],
    [[-70_000, 12_000, 15_000], -0.44350694133474056],
    [[-100, 39, 59, 55, 20], 0.2809484211599611],
    [[-100, 0, 0, 74], -0.09549583034897252],
  ])('%j earns %d, to the last digits', (flows, rate) => {
    expect(Math.abs(solved(flows).rate / rate - 1)).toBeLessThan(1e-14);
    expect(solved(flows).roots).toHaveLength(1);
  });

  it('finds all three roots above -1 of the example numpy-financial quotes as 0.0886, and quotes the same', () => {
    // Roots of the polynomial by mpmath; the fourth, -1.828, is below -1.
    const { rate, roots } = solved([-5, 10.5, 1, -8, 1]);
    expect(roots).toHaveLength(3);
    [-0.8702012474847411, 0.08859833852775535, 0.7095595276861836].forEach((root, i) => {
      expect(roots[i]).toBeCloseTo(root, 14);
    });
    expect(rate).toBe(roots[1]);
  });

  it('finds both rates of a hedge paid for, paid out, and paid for again', () => {
    // mpmath: 1.060557489..., 1.291433734... for 1 + r
    const { roots, rate } = solved([-100, -100, 520, -150, -180]);
    expect(roots).toHaveLength(2);
    expect(roots[0]).toBeCloseTo(0.0605574892264505, 13);
    expect(roots[1]).toBeCloseTo(0.291433734932111, 13);
    expect(rate).toBe(roots[0]);
  });

  it('is exact where the rate is: 0, doubling, a hundredfold loss', () => {
    expect(solved([-100, 40, 60]).rate).toBe(0);
    expect(solved([-1, 2]).rate).toBeCloseTo(1, 14);
    expect(solved([-100, 1]).rate).toBeCloseTo(-0.99, 15);
  });
});

describe('roots', () => {
  it('are those the flows were built from, with signs changing up to five times', () => {
    // Whole per cents at least 8 points apart: nearer roots lose digits to the rounding of the flows themselves.
    const rates = fc
      .uniqueArray(fc.integer({ min: -8, max: 25 }), { minLength: 1, maxLength: 5 })
      .map((tenths) => tenths.sort((a, b) => a - b).map((k) => 0.08 * k));
    fc.assert(
      fc.property(rates, (chosen) => {
        const flows = chosen.reduce<number[]>(
          (poly, r) => poly.concat(0).map((c, i) => c - (1 + r) * (poly[i - 1] ?? 0)),
          [-100],
        );
        const { roots } = solved(flows);
        expect(roots).toHaveLength(chosen.length);
        // Flows are rounded to 1e-16, which five roots 8 points apart magnify a million times at worst.
        chosen.forEach((r, i) => {
          expect(roots[i]).toBeCloseTo(r, 8);
        });
      }),
    );
  });

  it('leave no value, however many flows', () => {
    const flows = fc.array(fc.integer({ min: -10_000, max: 10_000 }), { minLength: 2, maxLength: 15 });
    fc.assert(
      fc.property(flows, (amounts) => {
        const result = irr(amounts);
        if (!result.ok) return;
        for (const r of result.value.roots) {
          if (r < -0.999) continue; // discount factors beyond 1e3^14: npv itself has no digits left there
          const size = npv(r, amounts.map(Math.abs));
          expect(Math.abs(npv(r, amounts))).toBeLessThan(1e-12 * size); // 15 terms, each some ulps of the size
        }
      }),
    );
  });

  it('number one when signs change once, and differ from the number of changes by an even number', () => {
    const flows = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 2, maxLength: 9 });
    fc.assert(
      fc.property(flows, (amounts) => {
        const signs = amounts.filter((c) => c !== 0).map(Math.sign);
        const changes = signs.filter((sign, i) => i > 0 && sign !== signs[i - 1]).length;
        const result = irr(amounts);
        const count = result.ok ? result.value.roots.length : 0;
        expect(count).toBeLessThanOrEqual(changes);
        if (changes === 1) expect(count).toBe(1);
        // A double root is listed once, so only an odd number of changes pins the count from below.
        if (changes % 2 === 1) expect(count).toBeGreaterThan(0);
      }),
    );
  });

  it.each([
    [60, 7919, 2003, []],
    [80, 5101, 1009, [-0.1737731553060692, 0.07490215131173258]],
    [80, 6151, 1999, [-0.029537038402699355]],
    [100, 2741, 1201, [-0.9423356776769338, -0.052432428423435526]],
  ])('are all found among %d flows that change sign tens of times', (count, factor, modulus, known) => {
    const flows = Array.from(
      { length: count },
      (_, i) => ((i * i * factor) % modulus) - Math.floor(modulus / 2),
    );
    // Counted by Sturm's theorem in whole numbers (sympy), polished by mpmath.
    const result = irr(flows);
    const roots = result.ok ? result.value.roots : [];
    expect(roots).toHaveLength(known.length);
    // A hundred terms, each an ulp off, over a slope that need not be steep
    known.forEach((root, i) => {
      expect(roots[i]).toBeCloseTo(root, 12);
    });
  });

  it('list a double root once', () => {
    const { roots } = solved([-1, 2.5, -1.5625]); // -(1 - 1.25 v)^2, exact in doubles
    expect(roots).toHaveLength(1);
    expect(roots[0]).toBeCloseTo(0.25, 15);
  });

  it('do not change when every flow is scaled or zeros are put in front', () => {
    const flows = [-100, 230, -132];
    const { roots } = solved(flows);
    expect(roots[0]).toBeCloseTo(0.1, 13);
    expect(roots[1]).toBeCloseTo(0.2, 13);
    expect(solved(flows.map((c) => c * 1024)).roots).toEqual(roots);
    expect(solved([0, 0, ...flows]).roots).toEqual(roots);
  });
});

describe('no rate', () => {
  it.each([
    [[-100, -5], 'no-inflow'],
    [[-100], 'no-inflow'],
    [[100, 5, 0], 'no-outflow'],
    [[0, 0], 'no-flow'],
    [[100, -200, 150], 'no-root'],
  ])('%j fails with %s', (flows, code) => {
    expect(irr(flows)).toEqual({ ok: false, failure: { code } });
  });

  it('is refused for what is no flow', () => {
    expect(() => irr([])).toThrow('flows must have at least 1 entry, was 0');
    expect(() => irr([-1, Number.POSITIVE_INFINITY])).toThrow('flows[1] must be finite, was Infinity');
  });
});
