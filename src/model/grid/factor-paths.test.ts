import { describe, expect, it } from 'vitest';
import { JOINT_MODEL } from '../two-factor.ts';
import { totalVarianceTo, varianceCurve, varianceCurves } from '../variance-curve.ts';
import { gatherPaths, type PathFunctionals } from './factor-paths.ts';

const STATES = [
  { x: -0.13, y: -0.44 },
  { x: 1.5, y: 0.5 },
] as const;
const DAYS = [7, 46];
const request = { model: JOINT_MODEL, states: STATES, maturities: DAYS, pairs: 4096, seed: 3 };
const paths = gatherPaths(request);
const curves = varianceCurves(JOINT_MODEL);

/** Mean and its standard error, each pair of mirror images one observation. */
function estimate(column: Float64Array): { mean: number; error: number } {
  // Blocks of 128 pairs lie one after the other, a block's mirror images behind its paths.
  const observations: number[] = [];
  for (let block = 0; block < column.length; block += 256)
    for (let p = 0; p < 128; p++)
      observations.push(((column[block + p] ?? 0) + (column[block + 128 + p] ?? 0)) / 2);
  const mean = observations.reduce((a, b) => a + b, 0) / observations.length;
  const variance = observations.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (observations.length - 1);
  return { mean, error: Math.sqrt(variance / observations.length) };
}

const at = (state: number, maturity: number): PathFunctionals => {
  const found = paths[state]?.[maturity];
  if (found === undefined) throw new Error('simulated');
  return found;
};

describe('gatherPaths', () => {
  it('has the expected variance the curve has, and integrals whose mean square is theirs', () => {
    STATES.forEach((state, s) => {
      DAYS.forEach((days, m) => {
        const exact = totalVarianceTo(varianceCurve(curves, state), days / 365);
        const { i, mx, my } = at(s, m);
        for (const [column, mean] of [
          [i, exact],
          [mx, 0],
          [my, 0],
          [mx.map((one) => one * one), exact],
          [my.map((one) => one * one), exact],
          [mx.map((one, p) => one * (my[p] ?? 0)), 0],
        ] as const) {
          const got = estimate(column);
          expect(Math.abs(got.mean - mean)).toBeLessThanOrEqual(4 * got.error); // four standard errors, seed fixed
        }
      });
    });
  });

  it('gives the same paths whatever else is simulated beside them', () => {
    const [alone] = gatherPaths({ ...request, states: STATES.slice(1), maturities: [7], pairs: 256 });
    const few = alone?.[0];
    for (const name of ['i', 'mx', 'my'] as const)
      expect(few?.[name]).toEqual(at(1, 0)[name].subarray(0, few?.[name].length));
  });

  it('mirrors every path', () => {
    const half = gatherPaths({ ...request, states: [{ x: 0, y: 0 }], maturities: [1], pairs: 2 })[0]?.[0];
    // From the same start at the first step, the increments are opposite; the variances soon differ.
    expect(Math.sign(half?.mx[0] ?? 0)).toBe(-Math.sign(half?.mx[2] ?? 0));
  });

  it('refuses no paths', () => {
    expect(() => gatherPaths({ ...request, pairs: 0 })).toThrow('pairs must be finite and > 0');
  });
});
