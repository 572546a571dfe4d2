import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PreconditionError } from '../../core/errors.ts';
import { butterflyRoom, calendarRoom, essviSlice } from './essvi.ts';
import {
  type EssviNode,
  type EssviSurface,
  essviSurface,
  localVariance,
  sliceAt,
  surfacePoint,
} from './essvi-surface.ts';
import { durrleman } from './svi.ts';

/** SPX-like slices that rise with little room. */
const nodes: readonly EssviNode[] = [
  { expiry: 0.02, theta: 0.0003, rho: -0.48, psi: 0.018 },
  { expiry: 0.08, theta: 0.0015, rho: -0.56, psi: 0.046 },
  { expiry: 0.25, theta: 0.0055, rho: -0.62, psi: 0.09 },
  { expiry: 1, theta: 0.03, rho: -0.7, psi: 0.19 },
];
const surface = essviSurface(nodes);
const grid = Array.from({ length: 121 }, (_, i) => Math.sinh((i - 60) / 12) * 0.014);

/** Random surfaces: random growth of R and L, theta growing at least as fast as psi. */
const anySurface: fc.Arbitrary<EssviSurface> = fc
  .tuple(
    fc.double({ min: 1e-4, max: 1e-3, noNaN: true }),
    fc.double({ min: -0.8, max: 0.5, noNaN: true }),
    fc.double({ min: 0.2, max: 0.9, noNaN: true }),
    fc.array(
      fc.record({
        days: fc.double({ min: 1, max: 100, noNaN: true }),
        right: fc.double({ min: 1, max: 1.6, noNaN: true }),
        left: fc.double({ min: 1, max: 1.6, noNaN: true }),
        extra: fc.double({ min: 1, max: 1.5, noNaN: true }),
      }),
      { minLength: 1, maxLength: 6 },
    ),
  )
  .map(([theta, rho, share, growths]) => {
    let node: EssviNode = {
      expiry: 0.01,
      theta,
      rho,
      psi: share * Math.sqrt((4 * theta) / (1 + Math.abs(rho))),
    };
    const all = [node];
    for (const { days, right, left, extra } of growths) {
      const [r, l] = [node.psi * (1 + node.rho) * right, node.psi * (1 - node.rho) * left];
      const psi = (r + l) / 2;
      node = {
        expiry: node.expiry + days / 365,
        theta: node.theta * (psi / node.psi) * extra,
        rho: (r - l) / (r + l),
        psi,
      };
      if (butterflyRoom(node) <= 0) break;
      all.push(node);
    }
    return essviSurface(all);
  });

it('gives the slices themselves at their expiries', () => {
  for (const { expiry, ...params } of nodes) {
    const there = sliceAt(surface, expiry);
    for (const name of ['theta', 'rho', 'psi'] as const)
      expect(Math.abs(there[name] / params[name] - 1)).toBeLessThan(1e-14);
  }
});

it('keeps vols at every k before the first slice, and the vol at the money after the last', () => {
  for (const k of [-0.1, 0, 0.04]) {
    expect(surfacePoint(surface, k, 0.005).w).toBeCloseTo(essviSlice(nodes[0] as EssviNode, k).w / 4, 15);
  }
  expect(surfacePoint(surface, 0, 3).w).toBeCloseTo(0.09, 14);
  expect(sliceAt(surface, 3)).toMatchObject({ rho: expect.closeTo(-0.7, 14), psi: expect.closeTo(0.19, 14) });
});

it('has the derivatives of w in k and in expiry', () => {
  for (const expiry of [0.01, 0.05, 0.15, 0.6, 2]) {
    for (const k of [-0.3, -0.05, 0, 0.02, 0.2]) {
      const h = 1e-5;
      const point = surfacePoint(surface, k, expiry);
      const w = (dk: number, dt: number): number => surfacePoint(surface, k + dk, expiry + dt).w;
      // Central differences: rounding 1e-16/h and truncation h^2 w''' with w''' up to some hundreds near a young smile.
      expect(Math.abs(point.w1 - (w(h, 0) - w(-h, 0)) / (2 * h))).toBeLessThan(1e-7);
      expect(Math.abs(point.wt - (w(0, h) - w(0, -h)) / (2 * h))).toBeLessThan(1e-7);
      const slope = (dk: number): number => surfacePoint(surface, k + dk, expiry).w1;
      expect(Math.abs(point.w2 - (slope(h) - slope(-h)) / (2 * h))).toBeLessThan(1e-5);
    }
  }
});

describe('of random slices', () => {
  it('has no butterfly arbitrage at any expiry, quoted or not', () => {
    fc.assert(
      fc.property(anySurface, fc.double({ min: 0.002, max: 3, noNaN: true }), (any, expiry) => {
        const slice = sliceAt(any, expiry);
        expect(butterflyRoom(slice)).toBeGreaterThan(-1e-13);
        const points = grid.map((k) => ({ k, at: essviSlice(slice, k) }));
        expect(Math.min(...points.map(({ at }) => at.w))).toBeGreaterThan(0);
        expect(Math.min(...points.map(({ k, at }) => durrleman(at, k)))).toBeGreaterThan(-1e-9);
      }),
    );
  });

  it('has no calendar arbitrage between any two expiries', () => {
    const times = fc.double({ min: 0.002, max: 3, noNaN: true });
    fc.assert(
      fc.property(anySurface, times, times, (any, one, other) => {
        const [early, late] = one < other ? [one, other] : [other, one];
        fc.pre(late > early);
        expect(calendarRoom(sliceAt(any, early), sliceAt(any, late))).toBeGreaterThan(-1e-13);
        const points = grid.map((k) => ({
          before: surfacePoint(any, k, early),
          after: surfacePoint(any, k, late),
        }));
        expect(Math.min(...points.map(({ before, after }) => after.w / before.w))).toBeGreaterThan(1 - 1e-12);
        expect(Math.min(...points.map(({ before }) => before.wt / before.w))).toBeGreaterThan(-1e-11);
      }),
    );
  });
});

it('has the local variance of the vol itself where the smile is flat and steady', () => {
  // psi -> 0 is a flat smile: w = theta; theta = 0.04 T.
  const flat = essviSurface([
    { expiry: 0.5, theta: 0.02, rho: 0, psi: 1e-9 },
    { expiry: 1, theta: 0.04, rho: 0, psi: 1e-9 },
  ]);
  for (const expiry of [0.1, 0.7, 5]) expect(localVariance(flat, 0.1, expiry)).toBeCloseTo(0.04, 8);
});

it('has the local variance that Dupire gives from call prices', () => {
  // mpmath, 30 digits: 2 C_T / (K^2 C_KK) of undiscounted calls on F = 1 by w of this surface at T = 0.15.
  expect(localVariance(surface, -0.05, 0.15)).toBeCloseTo(0.06137934823791957, 10);
  expect(localVariance(surface, 0.02, 0.15)).toBeCloseTo(0.01304319339746417, 10);
});

describe('refuses', () => {
  it.each<[string, readonly EssviNode[]]>([
    ['nodes', []],
    ['expiry', [{ ...(nodes[0] as EssviNode), expiry: 0 }]],
    ['expiry', [nodes[0] as EssviNode, nodes[0] as EssviNode]],
    ['theta', [{ ...(nodes[0] as EssviNode), theta: -1 }]],
    ['rho', [{ ...(nodes[0] as EssviNode), rho: -1 }]],
    ['psi', [{ ...(nodes[0] as EssviNode), psi: Number.NaN }]],
    ['butterflyRoom', [{ ...(nodes[0] as EssviNode), psi: 0.05 }]],
    ['calendarRoom', [nodes[0] as EssviNode, { ...(nodes[1] as EssviNode), theta: 0.0002, psi: 0.001 }]],
  ])('a bad %s', (param, bad) => {
    expect(() => essviSurface(bad)).toThrow(PreconditionError);
    expect(() => essviSurface(bad)).toThrow(param);
  });

  it('an expiry of 0 and a strike of NaN', () => {
    expect(() => sliceAt(surface, 0)).toThrow('expiry must be finite and > 0');
    expect(() => surfacePoint(surface, Number.NaN, 1)).toThrow('k must be finite');
  });
});
