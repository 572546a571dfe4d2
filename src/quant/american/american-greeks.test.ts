import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AmericanInputs, american } from './american.ts';
import { americanBoundary } from './american-boundary.ts';
import { americanGreeks, greeksOf } from './american-greeks.ts';
import { type ExerciseRegion, exerciseRegion } from './exercise-region.ts';

const put: AmericanInputs = {
  right: 'put',
  spot: 98,
  strike: 100,
  vol: 0.2,
  expiry: 182 / 365,
  rate: 0.05,
  yield: 0.015,
};

describe('known values', () => {
  // QuantLib 1.29 QdFp, tanh-sinh (20, 30, 1e-11), equation A: five-point differences of its premiums over 0.2 % of spot
  // (0.3 % for gamma), 0.1 vol points, 0.05 % of rate, and 0.5 % of time by scaling rate, yield and variance
  it('are those of a put', () => {
    const greeks = americanGreeks(put);
    expect(greeks.premium).toBeCloseTo(5.83002698, 6);
    expect(greeks.delta).toBeCloseTo(-0.501952916, 7);
    expect(greeks.gamma).toBeCloseTo(0.031447378, 8);
    expect(greeks.theta).toBeCloseTo(-4.02721256, 6);
    expect(greeks.vega).toBeCloseTo(27.0455968, 5);
    expect(greeks.rho).toBeCloseTo(-19.150484, 4);
  });

  it('are those of a call, which with so little yield is European', () => {
    const greeks = americanGreeks({ ...put, right: 'call' });
    expect(greeks.premium).toBeCloseTo(5.350401898, 8);
    expect(greeks.delta).toBeCloseTo(0.516514096, 7);
    expect(greeks.gamma).toBeCloseTo(0.028572524, 8);
    expect(greeks.theta).toBeCloseTo(-6.99233371, 6);
    expect(greeks.vega).toBeCloseTo(27.3658713, 6);
    expect(greeks.rho).toBeCloseTo(22.5719789, 6);
  });

  it('are those of a call in the money with a large yield', () => {
    const greeks = americanGreeks({
      ...put,
      right: 'call',
      spot: 605,
      strike: 560,
      vol: 0.18,
      expiry: 45 / 365,
      rate: 0.043,
      yield: 0.07,
    });
    expect(greeks.delta).toBeCloseTo(0.90842368, 6);
    expect(greeks.gamma).toBeCloseTo(0.005761436, 7);
    expect(greeks.theta).toBeCloseTo(-17.351445, 4);
  });
});

describe('laws', () => {
  const anyOption: fc.Arbitrary<AmericanInputs> = fc.record({
    right: fc.constantFrom('call', 'put'),
    spot: fc.double({ min: 80, max: 125, noNaN: true }),
    strike: fc.constant(100),
    vol: fc.double({ min: 0.1, max: 0.8, noNaN: true }),
    expiry: fc.double({ min: 0.05, max: 2, noNaN: true }),
    rate: fc.double({ min: -0.03, max: 0.1, noNaN: true }),
    yield: fc.double({ min: -0.03, max: 0.1, noNaN: true }),
    accuracy: fc.constant('precise'),
  });

  it('is what differences of the premium give', () => {
    fc.assert(
      fc.property(anyOption, (o) => {
        const h = 2e-3 * o.vol * Math.sqrt(o.expiry) * o.spot;
        const region = exerciseRegion(americanBoundary(o), o.strike, o.expiry);
        // across a boundary, where gamma jumps, a difference has a share of either side
        fc.pre(
          region === undefined || [region.from, region.to].every((edge) => Math.abs(o.spot - edge) > 3 * h),
        );
        const { premium, delta, gamma, theta, vega, rho } = americanGreeks(o);
        const at = (change: Partial<AmericanInputs>): number => american({ ...o, ...change });
        const [up, down] = [at({ spot: o.spot + h }), at({ spot: o.spot - h })];
        expect(premium).toBeCloseTo(at({}), 7);
        expect(Math.abs((up - down) / (2 * h) - delta)).toBeLessThan(2e-5);
        // Small beside the time in which the boundary moves past a spot three steps from it.
        const step = 2e-4 * o.expiry;
        const decay = (at({ expiry: o.expiry - step }) - at({ expiry: o.expiry + step })) / (2 * step);
        expect(Math.abs(decay - theta)).toBeLessThan(2e-3 * (1 + o.vol / Math.sqrt(o.expiry)));
        expect(gamma).toBeGreaterThanOrEqual(0);
        expect(vega).toBeGreaterThanOrEqual(-1e-4);
        expect(Number.isFinite(rho)).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  it('meets the boundary smoothly: delta goes to -1 and theta to 0 while gamma jumps', () => {
    for (const accuracy of ['fast', 'accurate', 'precise'] as const) {
      const boundary = americanBoundary({ ...put, accuracy });
      const { to } = exerciseRegion(boundary, 100, put.expiry) as ExerciseRegion;
      expect(greeksOf(boundary, 0.999 * to, 100)).toEqual({
        premium: 100 - 0.999 * to,
        delta: -1,
        gamma: 0,
        theta: 0,
      });
      const outside = greeksOf(boundary, 1.0001 * to, 100);
      expect(Math.abs(outside.delta + 1)).toBeLessThan(1e-3);
      expect(Math.abs(outside.theta)).toBeLessThan(0.01);
      // sigma^2 B^2 gamma / 2 = r K - q B, from the equation of the premium with theta 0
      expect((outside.gamma * (0.2 * to) ** 2) / 2 / (5 - 0.015 * to)).toBeCloseTo(1, 2);
    }
  });

  it('does so at both of two boundaries', () => {
    const boundary = americanBoundary({ ...put, vol: 0.1, rate: -0.01, yield: -0.05, accuracy: 'precise' });
    const { from, to } = exerciseRegion(boundary, 100, put.expiry) as ExerciseRegion;
    for (const [spot, edge] of [
      [1.0005 * to, to],
      [0.9995 * from, from],
    ] as const) {
      const { delta, gamma, theta } = greeksOf(boundary, spot, 100);
      expect(delta).toBeCloseTo(-1, 2);
      expect((gamma * (0.1 * edge) ** 2) / 2 / (-1 + 0.05 * edge)).toBeCloseTo(1, 1);
      expect(Math.abs(theta)).toBeLessThan(0.05);
    }
  });
});

describe('limits', () => {
  it('is a step at expiry, half of it at the money', () => {
    const boundary = americanBoundary({ ...put, expiry: 0 });
    expect([90, 100, 110].map((spot) => greeksOf(boundary, spot, 100).delta)).toEqual([-1, -0.5, 0]);
    const { gamma, vega } = americanGreeks({ ...put, expiry: 0 });
    expect([gamma, vega]).toEqual([0, 0]);
  });

  it('decays at the rate without vol, or not at all when exercised now', () => {
    const certain = { ...put, vol: 0, expiry: 1 };
    expect(americanGreeks({ ...certain, spot: 90 })).toMatchObject({
      premium: 10,
      delta: -1,
      gamma: 0,
      theta: 0,
      vega: 0,
    });
    const wait = americanGreeks({ ...certain, spot: 100, rate: 0.01, yield: 0.08 });
    expect(wait.delta).toBeCloseTo(-Math.exp(-0.08), 14);
    expect(wait.theta).toBeCloseTo(-100 * (0.08 * Math.exp(-0.08) - 0.01 * Math.exp(-0.01)), 12); // -d/dT of the premium
  });
});

it('refuses what is not an option', () => {
  expect(() => americanGreeks({ ...put, spot: 0 })).toThrow('spot must be finite and > 0, was 0');
  expect(() => americanGreeks({ ...put, vol: Number.NaN })).toThrow('vol must be finite and >= 0, was NaN');
  expect(() => greeksOf(americanBoundary(put), 100, -1)).toThrow('strike must be finite and > 0, was -1');
});
