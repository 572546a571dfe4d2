import { expect, it } from 'vitest';
import { PreconditionError } from '../core/errors.ts';
import { gaussLegendre } from './gauss-legendre.ts';

it('is the tabulated rule of five points', () => {
  // Abramowitz and Stegun (1964), table 25.4
  const { nodes, weights } = gaussLegendre(5);
  expect([...nodes].map((x) => x.toFixed(14))).toEqual(
    [-0.906179845938664, -0.538469310105683, 0, 0.538469310105683, 0.906179845938664].map((x) =>
      x.toFixed(14),
    ),
  );
  const expected = [
    0.236926885056189, 0.478628670499366, 0.568888888888889, 0.478628670499366, 0.236926885056189,
  ];
  expected.forEach((weight, i) => {
    expect(weights[i]).toBeCloseTo(weight, 14);
  });
});

it('is exact up to degree 2 n - 1, and not beyond', () => {
  for (const order of [1, 2, 7, 40, 100]) {
    const { nodes, weights } = gaussLegendre(order);
    const integral = (degree: number): number =>
      nodes.reduce((sum, x, i) => sum + (weights[i] as number) * x ** degree, 0);
    for (const degree of [0, 2 * Math.floor((2 * order - 1) / 2)])
      expect(integral(degree)).toBeCloseTo(2 / (degree + 1), 13); // a hundred roundings of terms below 1
    if (order < 8) expect(Math.abs(integral(2 * order) - 2 / (2 * order + 1))).toBeGreaterThan(1e-5);
  }
});

it('is worked out once', () => {
  expect(gaussLegendre(9)).toBe(gaussLegendre(9));
});

it('refuses an order that is not a count', () => {
  for (const order of [0, -1, 2.5, Number.NaN]) expect(() => gaussLegendre(order)).toThrow(PreconditionError);
});
