import fc from 'fast-check';
import { expect, it } from 'vitest';
import { sviSlice } from './svi.ts';
import { coordinatesOf, fillRows, paramsOf, SIZE, sviRows } from './svi-rows.ts';

const anySlice = fc.record({
  a: fc.double({ min: -0.05, max: 0.1, noNaN: true }),
  b: fc.double({ min: 0.001, max: 0.9, noNaN: true }),
  rho: fc.double({ min: -0.99, max: 0.99, noNaN: true }),
  m: fc.double({ min: -0.3, max: 0.3, noNaN: true }),
  sigma: fc.double({ min: 0.05, max: 0.5, noNaN: true }),
});

it('gives a slice back from its coordinates', () => {
  fc.assert(
    fc.property(anySlice, (slice) => {
      const back = paramsOf(coordinatesOf(slice));
      for (const name of ['a', 'b', 'rho', 'm', 'sigma'] as const)
        expect(back[name]).toBeCloseTo(slice[name], 12);
    }),
  );
});

it('gives rho 0 to a slice without wings', () => {
  expect(paramsOf(Float64Array.of(0.04, 0, 0, 0, 0))).toEqual({ a: 0.04, b: 0, rho: 0, m: 0, sigma: 1 });
});

it('has the gradients of w and its derivatives', () => {
  const rows = sviRows();
  fc.assert(
    fc.property(anySlice, fc.double({ min: -0.5, max: 0.5, noNaN: true }), (slice, k) => {
      fillRows(slice, k, rows);
      const x = coordinatesOf(slice);
      const h = 1e-5;
      for (let i = 0; i < SIZE; i++) {
        const at = (step: number) => sviSlice(paramsOf(x.map((c, j) => (i === j ? c + step : c))), k);
        const [up, down] = [at(h), at(-h)];
        for (const name of ['w', 'w1', 'w2'] as const) {
          const slope = (up[name] - down[name]) / (2 * h);
          // Truncation: h^2 times the third derivative, at most some 1/sigma^4 = 1.6e5 of b for w''.
          expect(Math.abs((rows[name][i] as number) - slope)).toBeLessThan(1e-3);
        }
      }
    }),
  );
});
