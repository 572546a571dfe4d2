import { expect, it } from 'vitest';
import { PreconditionError } from '../core/errors.ts';
import { gaussHermite } from './gauss-hermite.ts';

const mean = (order: number, f: (x: number) => number): number => {
  const { nodes, weights } = gaussHermite(order);
  return nodes.reduce((sum, x, i) => sum + (weights[i] as number) * f(x), 0);
};

const relative = (ours: number, truth: number): number => Math.abs(ours / truth - 1);

it('is the tabulated rule of five points', () => {
  // Abramowitz and Stegun (1964), table 25.10, which is for the weight exp(-x^2), to 12 digits
  const { nodes, weights } = gaussHermite(5);
  [-2.02018287046, -0.958572464614, 0, 0.958572464614, 2.02018287046].forEach((x, i) => {
    expect(nodes[i]).toBeCloseTo(x * Math.SQRT2, 10);
  });
  [0.01995324205905, 0.3936193231522, 0.9453087204829, 0.3936193231522, 0.01995324205905].forEach((w, i) => {
    expect(weights[i]).toBeCloseTo(w / Math.sqrt(Math.PI), 12);
  });
});

it.each([
  // order, outermost node and weight, innermost positive node and weight: mpmath 1.4.1, Newton's method at 60 digits
  [7, 3.7504397177257425, 0.0005482688559722178, 1.1544053947399682, 0.24012317860501273],
  [40, 11.45337784154873, 1.4618398738694167e-29, 0.24683289602272435, 0.1910590096619905],
  [64, 14.886186143339453, 3.123187965107721e-49, 0.19558891056727554, 0.15310831636189678],
])('order %i is right to thirteen digits from the middle to the last node', (order, x, w, x0, w0) => {
  const { nodes, weights } = gaussHermite(order);
  const inner = Math.ceil(order / 2);
  expect(nodes[order - 1]).toBeCloseTo(x, 13);
  expect(nodes[inner]).toBeCloseTo(x0, 14);
  expect(relative(weights[order - 1] as number, w)).toBeLessThan(1e-13);
  expect(relative(weights[inner] as number, w0)).toBeLessThan(1e-13);
});

it('gives the moments of the normal law up to degree 2 n - 1, and not the next', () => {
  for (const order of [1, 2, 7, 12, 40, 64]) {
    let moment = 1; // (2 k - 1)!!
    for (let k = 0; k < order; k++) {
      const ours = mean(order, (x) => x ** (2 * k));
      expect(relative(ours, moment)).toBeLessThan(1e-13); // 2 k roundings of the node
      moment *= 2 * k + 1;
    }
    const next = mean(order, (x) => x ** (2 * order));
    if (order <= 12) expect(relative(next, moment)).toBeGreaterThan(1e-6);
  }
});

it('gives the mean of a lognormal', () => {
  expect(mean(24, (x) => Math.exp(0.8 * x - 0.32))).toBeCloseTo(1, 14);
});

it('is symmetric to the bit, ascends, and has positive weights that sum to 1 at every order', () => {
  for (let order = 1; order <= 350; order++) {
    const { nodes, weights } = gaussHermite(order);
    expect([...nodes].reverse().map((x) => 0 - x)).toEqual([...nodes]);
    expect([...weights].reverse()).toEqual([...weights]);
    expect(nodes.every((x, i) => i === 0 || x - (nodes[i - 1] as number) > 0.1)).toBe(true); // gaps shrink like pi/sqrt(n)
    expect(Math.min(...weights)).toBeGreaterThan(2.3e-308);
    expect(Math.abs(mean(order, () => 1) - 1)).toBeLessThan(1e-13);
  }
});

it('is worked out once', () => {
  expect(gaussHermite(9)).toBe(gaussHermite(9));
});

it('refuses an order that is not a count from 1 to 350', () => {
  for (const order of [0, -1, 2.5, 351, Number.NaN])
    expect(() => gaussHermite(order)).toThrow(PreconditionError);
});
