import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PreconditionError } from '../../core/errors.ts';
import { normalDraw, seededRandom } from '../../core/random.ts';
import { butterflyRoom, calendarRoom, essviSlice } from './essvi.ts';
import { type EssviFit, fitEssvi, type QuotedSlice } from './essvi-fit.ts';
import { type EssviNode, sliceAt, surfacePoint } from './essvi-surface.ts';
import { durrleman } from './svi.ts';

const nodes: readonly EssviNode[] = [
  { expiry: 0.02, theta: 0.0003, rho: -0.48, psi: 0.018 },
  { expiry: 0.04, theta: 0.0007, rho: -0.5, psi: 0.029 },
  { expiry: 0.08, theta: 0.0015, rho: -0.56, psi: 0.046 },
  { expiry: 0.25, theta: 0.0055, rho: -0.62, psi: 0.09 },
  { expiry: 1, theta: 0.03, rho: -0.7, psi: 0.19 },
];

/** Quotes out to six standard deviations below and four above the money, half a per cent of total variance wide. */
function quotesOf(node: EssviNode, noise: (i: number) => number = () => 1, count = 60): QuotedSlice {
  const deviation = Math.sqrt(node.theta);
  const k = Float64Array.from({ length: count }, (_, i) => deviation * (-6 + (10 * i) / (count - 1)));
  const totalVariance = k.map((x, i) => essviSlice(node, x).w * noise(i));
  return { expiry: node.expiry, k, totalVariance, halfSpread: k.map((x) => 0.005 * essviSlice(node, x).w) };
}

const fitted = (slices: readonly QuotedSlice[]): EssviFit => {
  const fit = fitEssvi(slices);
  if (!fit.ok) throw new Error(fit.failure.code);
  return fit.value;
};

it('finds the surface that made the quotes', () => {
  const { surface, quality } = fitted(nodes.map((node) => quotesOf(node)));
  surface.nodes.forEach((node, i) => {
    const made = nodes[i] as EssviNode;
    expect(Math.abs(node.theta / made.theta - 1)).toBeLessThan(1e-8);
    expect(Math.abs(node.rho - made.rho)).toBeLessThan(1e-8);
    expect(Math.abs(node.psi / made.psi - 1)).toBeLessThan(1e-8);
  });
  for (const { insideSpread } of quality) expect(insideSpread).toBe(1);
});

it('keeps residuals of every slice: fitted less quoted, with their weighted size and the share inside the spread', () => {
  const random = seededRandom(4);
  const slices = nodes.map((node) => quotesOf(node, () => 1 + 0.01 * (random() - 0.5)));
  const { surface, quality } = fitted(slices);
  quality.forEach(({ residuals, rmse, insideSpread }, i) => {
    const { k, totalVariance, halfSpread } = slices[i] as QuotedSlice;
    let [squares, total, inside] = [0, 0, 0];
    residuals.forEach((residual, j) => {
      const half = halfSpread[j] as number;
      const w = essviSlice(surface.nodes[i] as EssviNode, k[j] as number).w;
      expect(residual).toBeCloseTo(w - (totalVariance[j] as number), 14);
      squares += (residual / half) ** 2;
      total += half ** -2;
      inside += Math.abs(residual) <= half ? 1 : 0;
    });
    expect(rmse).toBeCloseTo(Math.sqrt(squares / total), 14);
    expect(insideSpread).toBe(inside / residuals.length);
  });
});

it('averages noise of half a spread out to a third of it', () => {
  const random = seededRandom(9);
  const { surface } = fitted(nodes.map((node) => quotesOf(node, () => 1 + 0.005 * normalDraw(random))));
  surface.nodes.forEach((node, i) => {
    // Over 300 such draws theta has a standard deviation of 0.0015: four of them.
    expect(Math.abs(node.theta / (nodes[i] as EssviNode).theta - 1)).toBeLessThan(0.006);
  });
});

it('is moved little by four wild quotes in sixty', () => {
  const { surface } = fitted(nodes.map((node) => quotesOf(node, (i) => (i % 15 === 7 ? 1.5 : 1))));
  surface.nodes.forEach((node, i) => {
    expect(Math.abs(node.theta / (nodes[i] as EssviNode).theta - 1)).toBeLessThan(0.01);
  });
});

it('does not look at quotes without weight, but keeps their residuals', () => {
  const whole = quotesOf(nodes[2] as EssviNode, (i) => (i < 40 ? 3 : 1));
  const { surface, quality } = fitted([{ ...whole, weight: whole.k.map((_, i) => (i < 40 ? 0 : 1)) }]);
  expect(surface.nodes[0].theta / 0.0015).toBeCloseTo(1, 7);
  expect(quality[0]?.residuals).toHaveLength(60);
  expect(quality[0]?.rmse).toBeLessThan(1e-10);
  expect(quality[0]?.insideSpread).toBeCloseTo(1 / 3, 12);
});

it('gives the same bits for the same quotes', () => {
  const slices = nodes.map((node) => quotesOf(node, (i) => 1 + 0.01 * Math.sin(i)));
  expect(fitEssvi(slices)).toEqual(fitEssvi(slices));
});

it('fits a flat smile, which has no psi, to a thousandth of a vol point', () => {
  const flat = quotesOf(nodes[3] as EssviNode, () => 1);
  const { surface } = fitted([{ ...flat, totalVariance: flat.k.map(() => 0.0055) }]);
  for (const k of flat.k) expect(essviSlice(surface.nodes[0], k).w / 0.0055).toBeCloseTo(1, 6);
});

it('fits one slice alone', () => {
  const { surface } = fitted([quotesOf(nodes[2] as EssviNode)]);
  expect(surface.nodes[0].theta / 0.0015).toBeCloseTo(1, 8);
});

describe('of quotes that no free surface comes near', () => {
  const wild = fc.array(
    fc.record({
      theta: fc.double({ min: Math.log(1e-4), max: Math.log(0.1), noNaN: true }).map(Math.exp),
      rho: fc.double({ min: -0.95, max: 0.95, noNaN: true }),
      share: fc.double({ min: 0.05, max: 2, noNaN: true }),
      ripple: fc.double({ min: 0, max: 0.3, noNaN: true }),
    }),
    { minLength: 1, maxLength: 6 },
  );
  const surfaces = wild.map((shapes) => {
    const slices = shapes.map(({ theta, rho, share, ripple }, i) =>
      quotesOf(
        { expiry: 0.05 * (i + 1), theta, rho, psi: share * 2 * Math.sqrt(theta) },
        (j) => 1 + ripple * Math.sin(i + 5 * j),
        25,
      ),
    );
    return fitted(slices).surface;
  });
  const grid = Array.from({ length: 121 }, (_, i) => Math.sinh((i - 60) / 12) * 0.03);

  it('has no butterfly arbitrage at any k, at any expiry', () => {
    fc.assert(
      fc.property(surfaces, fc.double({ min: 0.01, max: 1, noNaN: true }), (surface, expiry) => {
        for (const slice of [sliceAt(surface, expiry), ...surface.nodes]) {
          expect(butterflyRoom(slice)).toBeGreaterThanOrEqual(-1e-12);
          const least = Math.min(...grid.map((k) => durrleman(essviSlice(slice, k), k)));
          expect(least).toBeGreaterThan(-1e-9);
        }
      }),
    );
  });

  it('has no calendar arbitrage between any two expiries', () => {
    const times = fc.double({ min: 0.01, max: 1, noNaN: true });
    fc.assert(
      fc.property(surfaces, times, times, (surface, one, other) => {
        const [early, late] = one < other ? [one, other] : [other, one];
        fc.pre(late > early);
        expect(calendarRoom(sliceAt(surface, early), sliceAt(surface, late))).toBeGreaterThan(-1e-10);
        const least = Math.min(
          ...grid.map((k) => surfacePoint(surface, k, late).w / surfacePoint(surface, k, early).w),
        );
        expect(least).toBeGreaterThan(1 - 1e-10); // rounding of 1 - |rho|
      }),
    );
  });
});

it('lets the well-quoted slice win where two contradict each other', () => {
  // The later slice holds less variance; the earlier one is quoted ten times as tightly.
  const [early, late] = [nodes[1] as EssviNode, { ...(nodes[1] as EssviNode), expiry: 0.05, theta: 0.0006 }];
  const tight = quotesOf(early);
  const { surface } = fitted([
    { ...tight, halfSpread: tight.halfSpread.map((half) => half / 10) },
    quotesOf(late),
  ]);
  const [first, second] = [surface.nodes[0], surface.nodes[1] as EssviNode];
  expect(Math.abs(first.theta / early.theta - 1)).toBeLessThan(0.01);
  expect(second.theta).toBeGreaterThanOrEqual(first.theta);
});

it('returns too-few-points for a slice with fewer than three quotes that have weight', () => {
  const whole = quotesOf(nodes[3] as EssviNode);
  const two = { ...whole, weight: whole.k.map((_, i) => (i < 2 ? 1 : 0)) };
  expect(fitEssvi([quotesOf(nodes[0] as EssviNode), two])).toEqual({
    ok: false,
    failure: { code: 'too-few-points', expiry: 0.25 },
  });
});

it.each<[string, QuotedSlice[]]>([
  ['slices', []],
  ['expiry', [quotesOf(nodes[1] as EssviNode), quotesOf(nodes[0] as EssviNode)]],
  ['expiry', [{ ...quotesOf(nodes[0] as EssviNode), expiry: 0 }]],
  ['halfSpread', [{ ...quotesOf(nodes[0] as EssviNode), halfSpread: Float64Array.of(1) }]],
  ['halfSpread', [{ ...quotesOf(nodes[0] as EssviNode), halfSpread: new Float64Array(60) }]],
  ['weight', [{ ...quotesOf(nodes[0] as EssviNode), weight: Float64Array.of(1) }]],
])('refuses bad %s', (param, slices) => {
  expect(() => fitEssvi(slices)).toThrow(PreconditionError);
  expect(() => fitEssvi(slices)).toThrow(param);
});
