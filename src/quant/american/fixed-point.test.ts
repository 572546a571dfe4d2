import { describe, expect, it } from 'vitest';
import { aloTableError, aloTableErrors } from '../../../bench/measure/american-accuracy.ts';
import { describeWithShared, sharedPath } from '../../../test/shared-data.ts';
import { PreconditionError } from '../../core/errors.ts';
import { logBoundary } from './boundary-curve.ts';
import { exercisePoints } from './exercise-points.ts';
import { exerciseValue } from './exercise-value.ts';
import { type FixedPointScheme, fixedPointBoundary } from './fixed-point.ts';
import { timeQuadrature } from './time-quadrature.ts';

type Priced = (r: number, points: number, iterations: number, nodes: number) => number;
const put = { r: 0.05, q: 0.05, sigma: 0.25, T: 1 };

const earlyPremium = (r: number, scheme: FixedPointScheme): number => {
  const curve = fixedPointBoundary({ ...put, r }, scheme);
  if (curve === undefined) throw new Error('no boundary');
  const quadrature = timeQuadrature('arc', 200);
  const logAt = (k: number): number => logBoundary(curve, (quadrature.restRoot[k] as number) ** 2);
  return 100 * exerciseValue(exercisePoints({ ...put, r }, 1, quadrature, logAt), 1, 0);
};

describe("the paper's iteration", () => {
  it('gives its published premiums to the last digits', () => {
    // vectors/american_alo2016_table2.csv (Andersen, Lake and Offengenden 2016, table 2)
    const [a, b] = (['A', 'B'] as const).map(
      (equation) => (r: number, points: number, iterations: number, nodes: number) =>
        earlyPremium(r, { equation, points, iterations, nodes }),
    ) as [Priced, Priced];
    expect(a(0.05, 24, 3, 9)).toBeCloseTo(0.1069528125898476, 13);
    expect(b(0.05, 24, 3, 9)).toBeCloseTo(0.1069524359360852, 13);
    expect(a(0.075, 35, 8, 16)).toBeCloseTo(0.3671116758420414, 12);
    expect(b(0.075, 35, 8, 16)).toBeCloseTo(0.3671111055677869, 12);
    expect(a(0.075, 65, 8, 32)).toBeCloseTo(0.3671112309062572, 12);
    expect(b(0.075, 65, 8, 32)).toBeCloseTo(0.3671111267813689, 12);
  });

  it('gives the coarse ones as QuantLib does when its last integral is not coarse too', () => {
    // QuantLib 1.29 QdFpLegendreTanhSinhScheme(5, 1, 4, 1e-12) and (11, 2, 5, 1e-12); the table used 1e-3 and 1e-4
    expect(earlyPremium(0.075, { equation: 'A', points: 5, iterations: 1, nodes: 4 })).toBeCloseTo(
      0.3674420351633731,
      11,
    );
    expect(earlyPremium(0.05, { equation: 'B', points: 11, iterations: 2, nodes: 5 })).toBeCloseTo(
      0.1069479058474272,
      11,
    );
  });
});

it('says so when the iteration leaves the positive numbers', () => {
  const scheme = { equation: 'B', points: 7, iterations: 30, nodes: 12 } as const;
  const boundary = fixedPointBoundary({ r: 0.1, q: 0, sigma: 0.02, T: 3 }, scheme);
  expect(boundary === undefined || boundary.depth.every(Number.isFinite)).toBe(true);
});

it('refuses a put that is not exercised below one boundary, or has no vol or time', () => {
  const scheme = { equation: 'A', points: 7, iterations: 2, nodes: 7 } as const;
  expect(() => fixedPointBoundary({ ...put, r: -0.01 }, scheme)).toThrow(PreconditionError);
  expect(() => fixedPointBoundary({ ...put, r: -0.01, q: -0.02 }, scheme)).toThrow(
    'must be exercised below one boundary',
  );
  expect(() => fixedPointBoundary({ ...put, sigma: 0 }, scheme)).toThrow('must have vol and time');
  expect(() => fixedPointBoundary({ ...put, T: 0 }, scheme)).toThrow('must have vol and time');
});

describeWithShared('against vectors/american_alo2016_table2.csv', () => {
  it('is within 1e-12 of every premium that was integrated finely', () => {
    const { error, cases } = aloTableError(sharedPath());
    expect(cases).toBe(10);
    expect(error).toBeLessThanOrEqual(1e-12);
  });

  it('is within 6e-9 of the coarse ones too, which is how coarsely those were integrated', () => {
    const errors = aloTableErrors(sharedPath());
    expect(errors).toHaveLength(18);
    for (const { error } of errors) expect(error).toBeLessThanOrEqual(6e-9);
  });
});
