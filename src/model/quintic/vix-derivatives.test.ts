import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gaussHermite } from '../../quant/gauss-hermite.ts';
import { gaussLegendre } from '../../quant/gauss-legendre.ts';
import { impliedVol } from '../../quant/implied-vol.ts';
import { exponentialForwardVariance, flatForwardVariance } from './forward-variance.ts';
import { polynomialAt } from './polynomial.ts';
import { ONE_FACTOR_JOINT, TWO_FACTOR_TERM_STRUCTURE } from './published.ts';
import { oneFactorQuintic, type QuinticModel, twoFactorQuintic } from './quintic-model.ts';
import { meanVixSquared, vixFuture, vixImpliedVol, vixOption } from './vix-derivatives.ts';
import { type QuinticVixLaw, quinticVixLaw } from './vix-slices.ts';

/** As in the papers' code. */
const WINDOW = 30 / 360;
const xi0 = flatForwardVariance(0.03);
const oneFactor = oneFactorQuintic(ONE_FACTOR_JOINT.parameters, xi0);
const twoFactor = twoFactorQuintic(TWO_FACTOR_TERM_STRUCTURE.parameters, xi0);

interface VixRow {
  readonly years: number;
  readonly future: number;
  readonly strikeShares: readonly number[];
  readonly vols: readonly number[];
}
const golden: { readonly oneFactorVix: readonly VixRow[]; readonly twoFactorVix: readonly VixRow[] } =
  JSON.parse(readFileSync(join(import.meta.dirname, '../../../test/golden/model/quintic.json'), 'utf8'));

const volAt = (law: QuinticVixLaw, strike: number): number => {
  const vol = vixImpliedVol(law, strike);
  return vol.ok ? vol.value : Number.NaN;
};

describe('known values', () => {
  const rows: readonly (readonly [string, QuinticModel, VixRow])[] = [
    ...golden.oneFactorVix.map((row) => ['one factor', oneFactor, row] as const),
    ...golden.twoFactorVix.map((row) => ['two factors', twoFactor, row] as const),
  ];
  it.each(rows)('%s: the future and the smile of a dense grid in numpy', (_, model, row) => {
    const law = quinticVixLaw(model, row.years, WINDOW);
    const future = vixFuture(law);
    expect(Math.abs(future - row.future)).toBeLessThan(1e-7); // the grid's sums are good to 2e-8
    row.strikeShares.forEach((share, i) => {
      expect(Math.abs(volAt(law, share * future) - (row.vols[i] ?? 0))).toBeLessThan(1e-7);
    });
  });

  it.each([
    [1 / 52, 1.37603, 1.37933],
    [1 / 12, 1.55001, 1.55452],
    [0.25, 1.39622, 1.40063],
    [0.5, 1.16975, 1.17365],
  ])('at %d years the at-the-money vol is inside the interval the authors drew', (years, low, high) => {
    // arXiv 2503.14158v1, figure 1: 95 % interval of 20 million simulations, read off the drawing's own coordinates
    const law = quinticVixLaw(twoFactor, years, WINDOW);
    const vol = volAt(law, vixFuture(law));
    expect(vol).toBeGreaterThan(low);
    expect(vol).toBeLessThan(high);
  });
});

/** A model value where the kink of a call is left inside a Gauss-Hermite rule: future, and vols at shares of it. */
function plainRule(law: QuinticVixLaw, order: number, shares: readonly number[]): readonly number[] {
  const { nodes, weights } = gaussHermite(order);
  const mean = (f: (vix: number) => number): number =>
    law.slices.reduce(
      (sum, { chance, vixSquared }) =>
        nodes.reduce(
          (inner, g, i) => inner + chance * (weights[i] ?? 0) * f(Math.sqrt(polynomialAt(vixSquared, g))),
          sum,
        ),
      0,
    );
  const forward = mean((vix) => vix);
  const vols = shares.map((share) => {
    const premium = mean((vix) => Math.max(vix - share * forward, 0));
    const contract = { right: 'call', forward, strike: share * forward, expiry: law.settlement } as const;
    const vol = impliedVol({ ...contract, premium, discount: 1 });
    return vol.ok ? vol.value : Number.NaN;
  });
  return [forward, ...vols];
}

describe('the prototype, which used 80 nodes per factor', () => {
  // market-model.md section 9, A and B, to the digits given there
  it.each([
    ['one factor', oneFactor, 7 / 365, [0.9, 1, 1.5, 2], [16.6696, 1.044, 1.4697, 2.3805, 2.8376]],
    ['one factor', oneFactor, 1 / 12, [0.9, 1, 1.5, 2], [16.3156, 0.6676, 0.8604, 1.3088, 1.5251]],
    ['one factor', oneFactor, 0.25, [0.9, 1, 1.5, 2], [16.3062, 0.3877, 0.4989, 0.7578, 0.883]],
    ['two factors', twoFactor, 1 / 52, [1], [16.8303, 1.3774]],
    ['two factors', twoFactor, 1 / 12, [1, 1.5, 2], [14.5622, 1.5525, 1.931, 2.1213]],
    ['two factors', twoFactor, 0.25, [1], [11.9996, 1.3996]],
    ['two factors', twoFactor, 0.5, [1], [10.7649, 1.1718]],
  ])(
    '%s: is met to every digit by its own rule, and within 0.015 of vol by the exact one',
    (_, model, years, shares, printed) => {
      const law = quinticVixLaw(model, years, WINDOW, 80);
      plainRule(law, 80, shares).forEach((value, i) => {
        expect(Math.abs(value - (printed[i] ?? 0))).toBeLessThan(5.1e-5); // half a unit of the last digit
      });
      const future = vixFuture(law);
      expect(Math.abs(future - (printed[0] ?? 0))).toBeLessThan(5.1e-5);
      shares.forEach((share, i) => {
        expect(Math.abs(volAt(law, share * future) - (printed[i + 1] ?? 0))).toBeLessThan(0.015);
      });
    },
  );
});

describe('laws', () => {
  const curve = fc.record({
    a: fc.double({ min: 0.005, max: 0.2, noNaN: true }),
    b: fc.double({ min: 0.1, max: 5, noNaN: true }),
    c: fc.double({ min: 0.005, max: 0.2, noNaN: true }),
  });
  const settlement = fc.double({ min: 1 / 365, max: 1, noNaN: true });
  const coefficient = fc.double({ min: 0, max: 1, noNaN: true });
  const rho = -0.7;
  const oneFactorModel = fc
    .tuple(curve, coefficient, coefficient, coefficient, fc.double({ min: -0.3, max: 0.3, noNaN: true }))
    .map(([xi, a1, a3, a5, H]) =>
      oneFactorQuintic({ a0: 0.5, a1, a3, a5, rho, H, eps: 1 / 52 }, exponentialForwardVariance(xi)),
    );
  const twoFactorModel = fc
    .tuple(curve, coefficient, coefficient, fc.double({ min: 0.3, max: 3, noNaN: true }))
    .map(([xi, theta, a1, lambdaY]) =>
      twoFactorQuintic(
        { lambdaX: 33, lambdaY, theta, rho, alpha: [0.1, a1, -0.05, 0.3, 0.2, 1] },
        exponentialForwardVariance(xi),
      ),
    );
  const anyModel = fc.oneof(oneFactorModel, twoFactorModel);

  it('the mean of VIX^2 is the forward variance of the window (tower)', () => {
    const { nodes, weights } = gaussLegendre(8);
    fc.assert(
      fc.property(anyModel, settlement, (model, years) => {
        const forward = nodes.reduce(
          (sum, node, i) =>
            sum + ((weights[i] ?? 0) / 2) * model.forwardVariance(years + (WINDOW * (1 + node)) / 2),
          0,
        );
        const mean = meanVixSquared(quinticVixLaw(model, years, WINDOW));
        expect(Math.abs(mean / forward - 1)).toBeLessThan(1e-12); // roundings of a few thousand terms
      }),
      { numRuns: 40 },
    );
  });

  it('call less put is future less strike, and both are convex and within bounds', () => {
    fc.assert(
      fc.property(
        anyModel,
        settlement,
        fc.double({ min: 0.3, max: 3, noNaN: true }),
        (model, years, share) => {
          const law = quinticVixLaw(model, years, WINDOW, 16);
          const future = vixFuture(law);
          const strike = share * future;
          const call = vixOption(law, { right: 'call', strike });
          const put = vixOption(law, { right: 'put', strike });
          const rounding = 1e-11 * Math.max(future, strike); // a few thousand terms of that size
          expect(Math.abs(call - put - (future - strike))).toBeLessThan(rounding);
          expect(put).toBeGreaterThanOrEqual(0);
          expect(call).toBeLessThanOrEqual(future);
          const [below, above] = [0.95 * strike, 1.05 * strike].map((k) =>
            vixOption(law, { right: 'call', strike: k }),
          );
          expect((below ?? 0) + (above ?? 0) - 2 * call).toBeGreaterThan(-1e-9); // pieces that miss a grazing strike
        },
      ),
      { numRuns: 25 },
    );
  });

  it('the two-factor model with all its weight on X is the one-factor model', () => {
    const { a0, a1, a3, a5, rho, H, eps } = ONE_FACTOR_JOINT.parameters;
    const rate = (0.5 - H) / eps;
    const eta = eps ** (H - 0.5); // taken into the coefficients, for X of the second paper has unit vol
    const alpha = [a0, a1 * eta, 0, a3 * eta ** 3, 0, a5 * eta ** 5] as const;
    const twin = twoFactorQuintic({ lambdaX: rate, lambdaY: 1, theta: 1, rho, alpha }, xi0);
    const [law, twinLaw] = [oneFactor, twin].map((model) => quinticVixLaw(model, 0.1, WINDOW)) as [
      QuinticVixLaw,
      QuinticVixLaw,
    ];
    expect(vixFuture(twinLaw)).toBeCloseTo(vixFuture(law), 11);
    expect(volAt(twinLaw, 20)).toBeCloseTo(volAt(law, 20), 11);
  });

  it('a constant p leaves VIX at the forward vol, and its options at intrinsic value', () => {
    const still = oneFactorQuintic({ ...ONE_FACTOR_JOINT.parameters, a1: 0, a3: 0, a5: 0 }, xi0);
    const law = quinticVixLaw(still, 0.1, WINDOW);
    expect(vixFuture(law)).toBeCloseTo(100 * Math.sqrt(0.03), 11);
    expect(vixOption(law, { right: 'call', strike: 15 })).toBeCloseTo(100 * Math.sqrt(0.03) - 15, 11);
    expect(vixOption(law, { right: 'put', strike: 15 })).toBe(0);
  });
});

it('VIX is not monotone in the state, which is why neither model is a market here', () => {
  for (const model of [oneFactor, twoFactor]) {
    const { slices } = quinticVixLaw(model, 1 / 12, WINDOW, 1);
    const vix = (g: number): number => Math.sqrt(polynomialAt(slices[0]?.vixSquared ?? [], g));
    expect(vix(-3)).toBeGreaterThan(vix(-1) + 1);
    expect(vix(3)).toBeGreaterThan(vix(-1) + 1);
  }
});

it('refuses a settlement, a window or a strike that is not positive', () => {
  expect(() => quinticVixLaw(oneFactor, 0, WINDOW)).toThrow('settlement must be finite and > 0, was 0');
  expect(() => quinticVixLaw(oneFactor, 0.1, Number.NaN)).toThrow('window must be finite and > 0, was NaN');
  const law = quinticVixLaw(oneFactor, 0.1, WINDOW);
  expect(() => vixOption(law, { right: 'call', strike: 0 })).toThrow('strike must be finite and > 0, was 0');
  expect(() => vixImpliedVol(law, -5)).toThrow('strike must be finite and > 0, was -5');
});
