import fc from 'fast-check';
import { expect, it } from 'vitest';
import { gaussHermite } from '../../quant/gauss-hermite.ts';
import {
  alongLine,
  evenPartAt,
  integrated,
  oddPartAt,
  polynomialAt,
  smoothed,
  squared,
} from './polynomial.ts';

const small = fc.double({ min: -2, max: 2, noNaN: true });
const coefficients = fc.array(small, { minLength: 1, maxLength: 11 });
/** Roundings of a few hundred terms below 2^10 2^10. */
const close = (ours: number, truth: number): void => {
  expect(Math.abs(ours - truth)).toBeLessThan(1e-8 * Math.max(1, Math.abs(truth)));
};

it('has the value, square, integral and parts one can work out by hand', () => {
  // q = 1 + 2 x + 3 x^2
  expect(polynomialAt([1, 2, 3], 2)).toBe(17);
  expect([...squared([1, 2, 3])]).toEqual([1, 4, 10, 12, 9]);
  expect([...integrated([1, 2, 3])]).toEqual([0, 1, 1, 1]);
  expect(evenPartAt([1, 2, 3], 2)).toBe(13);
  expect(oddPartAt([1, 2, 3], 2)).toBe(4);
  expect([...smoothed([1, 2, 3], 2)]).toEqual([13, 2, 3]); // E 3 (x + 2 G)^2 = 3 x^2 + 12
  expect([...alongLine([1, 2, 3], 1, 2)]).toEqual([6, 16, 12]); // 1 + 2 (1 + 2 g) + 3 (1 + 2 g)^2
});

it('is smoothed as Gauss-Hermite quadrature, exact at six nodes for degree 11, would have it', () => {
  const { nodes, weights } = gaussHermite(6);
  fc.assert(
    fc.property(coefficients, small, small, (q, h, s) => {
      const mean = nodes.reduce((sum, g, i) => sum + (weights[i] ?? 0) * polynomialAt(q, h + s * g), 0);
      close(polynomialAt(smoothed(q, s), h), mean);
    }),
  );
});

it('keeps its values under squaring, along a line, and split by parity', () => {
  fc.assert(
    fc.property(coefficients, small, small, small, (q, base, slope, g) => {
      close(polynomialAt(squared(q), g), polynomialAt(q, g) ** 2);
      close(polynomialAt(alongLine(q, base, slope), g), polynomialAt(q, base + slope * g));
      close(evenPartAt(q, g) + oddPartAt(q, g), polynomialAt(q, g));
      close(evenPartAt(q, g) - oddPartAt(q, g), polynomialAt(q, -g));
    }),
  );
});
