import fc from 'fast-check';
import { expect, it } from 'vitest';
import { PreconditionError } from '../../core/errors.ts';
import { normalDraw, seededRandom } from '../../core/random.ts';
import { type SviParams, sviTotalVariance } from './svi.ts';
import { leastDurrleman } from './svi-butterfly.ts';
import { fitSvi, fitSviColumns, type SviFit, type SviPoint } from './svi-fit.ts';

/** A 30-day SPX smile: about 15 % at the money, steep puts, near-flat calls. */
const month: SviParams = { a: 0.0004, b: 0.021, rho: -0.55, m: 0.012, sigma: 0.04 };

const pointsOf = (
  params: SviParams,
  low: number,
  high: number,
  count: number,
  noise = (_: number) => 1,
): SviPoint[] =>
  Array.from({ length: count }, (_, i) => {
    const k = low + ((high - low) * i) / (count - 1);
    return { k, totalVariance: sviTotalVariance(params, k) * noise(i), weight: 1 };
  });

const fitted = (points: readonly SviPoint[]): SviFit => {
  const fit = fitSvi(points);
  if (!fit.ok) throw new Error(fit.failure.code);
  return fit.value;
};

it('recovers the slice that made the quotes', () => {
  const { params, rmse } = fitted(pointsOf(month, -0.3, 0.1, 80));
  expect(rmse).toBeLessThan(1e-15);
  // sigma follows from the bend of w, which the rounding of w (1e-19) blurs by about 1e-12.
  for (const name of ['a', 'b', 'rho', 'm', 'sigma'] as const)
    expect(Math.abs(params[name] - month[name])).toBeLessThan(1e-10);
});

it('recovers any reasonable slice to 1e-8', () => {
  const slices = fc.record({
    a: fc.double({ min: 1e-4, max: 0.05, noNaN: true }),
    b: fc.double({ min: 0.005, max: 0.3, noNaN: true }),
    rho: fc.double({ min: -0.9, max: 0.5, noNaN: true }),
    m: fc.double({ min: -0.1, max: 0.1, noNaN: true }),
    sigma: fc.double({ min: 0.02, max: 0.3, noNaN: true }),
  });
  fc.assert(
    fc.property(slices, (made) => {
      fc.pre(leastDurrleman(made, -0.4, 0.25) > 0.01);
      const points = pointsOf(made, -0.4, 0.25, 50);
      const { params } = fitted(points);
      for (const { k, totalVariance } of points) {
        expect(Math.abs(sviTotalVariance(params, k) / totalVariance - 1)).toBeLessThan(1e-8);
      }
    }),
    { numRuns: 60 },
  );
});

it('is moved by less than 0.15 vol points by four wild quotes in eighty', () => {
  const points = pointsOf(month, -0.3, 0.1, 80, (i) => (i % 20 === 7 ? 1.6 : 1));
  const { params } = fitted(points);
  for (const k of [-0.2, -0.1, 0, 0.05]) {
    expect(Math.abs(sviTotalVariance(params, k) / sviTotalVariance(month, k) - 1)).toBeLessThan(0.02);
  }
});

it('averages out noise of half a vol point to a tenth of one at the money', () => {
  const random = seededRandom(3);
  const noisy = pointsOf(month, -0.3, 0.15, 100, () => (1 + 0.03 * normalDraw(random)) ** 2);
  // Noise in proportion to vol: weights in inverse proportion to its square in total variance.
  const { params } = fitted(noisy.map((point) => ({ ...point, weight: point.totalVariance ** -2 })));
  expect(Math.abs(sviTotalVariance(params, 0) / sviTotalVariance(month, 0) - 1)).toBeLessThan(0.014);
});

it('never returns a slice with butterfly arbitrage between its quotes', () => {
  const anyQuotes = fc.array(
    fc.record({
      w: fc.double({ min: 1e-4, max: 0.2, noNaN: true }),
      weight: fc.double({ min: 0.01, max: 5, noNaN: true }),
    }),
    {
      minLength: 6,
      maxLength: 40,
    },
  );
  fc.assert(
    fc.property(anyQuotes, (quotes) => {
      const points = quotes.map(({ w, weight }, i) => ({
        k: -0.3 + (0.45 * i) / quotes.length,
        totalVariance: w,
        weight,
      }));
      const { params } = fitted(points);
      expect(leastDurrleman(params, -0.3, points.at(-1)?.k ?? 0)).toBeGreaterThanOrEqual(0);
      expect(params.b).toBeGreaterThanOrEqual(0);
      expect(Math.abs(params.rho)).toBeLessThanOrEqual(1);
    }),
    { numRuns: 100 },
  );
});

it('gives the same bits for the same quotes', () => {
  const points = pointsOf(month, -0.3, 0.1, 60, (i) => 1 + 0.01 * Math.sin(i));
  expect(fitSvi(points)).toEqual(fitSvi(points.slice()));
});

it('fits the same slice whatever the order of the quotes, and from columns', () => {
  const points = pointsOf(month, -0.3, 0.1, 60, (i) => 1 + 0.01 * Math.sin(i));
  const columns = {
    k: Float64Array.from(points, ({ k }) => k),
    totalVariance: Float64Array.from(points, ({ totalVariance }) => totalVariance),
    weight: Float64Array.from(points, ({ weight }) => weight),
  };
  expect(fitSvi(points.slice().reverse())).toEqual(fitSvi(points));
  expect(fitSviColumns(columns)).toEqual(fitSvi(points));
});

it('finds the fit of a smile whose wing would rise faster than Lee allows', () => {
  // Best slope at the bound: the search runs along the ridge where it meets it.
  const corner = { a: -0.001, b: 1, rho: 0.95, m: 0.1, sigma: 0.013 };
  const points = pointsOf(corner, -0.08, 0.045, 100, (i) => 1 + 0.004 * Math.sin(i));
  const { params, rmse } = fitted(points);
  const misfit = points.map(({ k, totalVariance }) => (sviTotalVariance(corner, k) - totalVariance) ** 2);
  expect(rmse).toBeLessThanOrEqual(Math.sqrt(misfit.reduce((a, b) => a + b, 0) / 100));
  expect(params.b * (1 + Math.abs(params.rho))).toBeLessThanOrEqual(2 * (1 + 1e-12));
});

it('returns too-few-points below five distinct strikes with weight', () => {
  const points = pointsOf(month, -0.3, 0.1, 8);
  const few = [
    ...points.slice(0, 4),
    ...points.slice(0, 4),
    ...points.slice(4).map((p) => ({ ...p, weight: 0 })),
  ];
  expect(fitSvi(few)).toEqual({ ok: false, failure: { code: 'too-few-points' } });
  expect(fitSvi([])).toEqual({ ok: false, failure: { code: 'too-few-points' } });
});

it('refuses what is no quote', () => {
  const points = pointsOf(month, -0.3, 0.1, 8);
  expect(() => fitSvi([...points, { k: Number.NaN, totalVariance: 1, weight: 1 }])).toThrow(
    PreconditionError,
  );
  expect(() => fitSvi([...points, { k: 0, totalVariance: 0, weight: 1 }])).toThrow(
    'totalVariance must be finite and > 0',
  );
  expect(() => fitSvi([...points, { k: 0, totalVariance: 1, weight: -1 }])).toThrow(
    'weight must be finite and >= 0',
  );
});
