import fc from 'fast-check';
import { expect, it } from 'vitest';
import { PreconditionError } from '../../core/errors.ts';
import { collocation, fillInterpolationRow } from './collocation.ts';

const polynomial =
  (coefficients: readonly number[]) =>
  (x: number): number =>
    coefficients.reduce((sum, c) => (sum + c) * x, 0); // 0 at 0

it('interpolates exactly every polynomial of its degree that is 0 at expiry', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 12 }),
      fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 12, maxLength: 12 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (size, coefficients, at) => {
        const f = polynomial(coefficients.slice(0, size));
        const { root } = collocation(size, 2, 'arc');
        const row = new Float64Array(size);
        fillInterpolationRow(root, at, row, 0);
        const value = row.reduce((sum, weight, j) => sum + weight * f(root[j] as number), 0);
        expect(Math.abs(value - f(at))).toBeLessThan(1e-12); // twelve terms of size one, Lebesgue constant below 3
      },
    ),
  );
});

it('has at each quadrature point the interpolation there', () => {
  const { size, order, root, rows, quadrature } = collocation(6, 5, 'arc');
  const f = polynomial([0.3, -0.2, 0.5, 0.1, -0.4, 0.7]);
  for (let i = 0; i < size; i++)
    for (let k = 0; k < order; k++) {
      let value = 0;
      for (let j = 0; j < size; j++)
        value += (rows[(i * order + k) * size + j] as number) * f(root[j] as number);
      expect(value).toBeCloseTo(f((root[i] as number) * (quadrature.restRoot[k] as number)), 13);
    }
});

it('gives the node itself at a node, and 0 at expiry', () => {
  const { root } = collocation(5, 2, 'arc');
  const row = new Float64Array(5);
  fillInterpolationRow(root, root[2] as number, row, 0);
  expect([...row]).toEqual([0, 0, 1, 0, 0]);
  fillInterpolationRow(root, 0, row, 0);
  expect([...row].map((weight) => Math.abs(weight))).toEqual([0, 0, 0, 0, 0]);
});

it('refuses no nodes', () => {
  for (const size of [0, 1.5, Number.NaN])
    expect(() => collocation(size, 3, 'arc')).toThrow(PreconditionError);
});
