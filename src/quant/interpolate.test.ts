import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { interpolate } from './interpolate.ts';

const nodes = [30, 110, 220];
const values = [0.85, 0.74, 0.61];

describe('interpolate', () => {
  it('passes through its nodes and lies half-way between two of them', () => {
    expect(nodes.map((x) => interpolate(nodes, values, x))).toEqual(values);
    expect(interpolate(nodes, values, 70)).toBeCloseTo((0.85 + 0.74) / 2, 15);
  });

  it('is flat outside the nodes, at any distance', () => {
    expect(interpolate(nodes, values, -1e9)).toBe(0.85);
    expect(interpolate(nodes, values, 1e9)).toBe(0.61);
    expect(interpolate([5], [7], 123)).toBe(7);
  });

  it('never leaves the range of its values, and is monotone where they are', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 400, noNaN: true }),
        fc.double({ min: 0, max: 50, noNaN: true }),
        (x, step) => {
          const [at, later] = [interpolate(nodes, values, x), interpolate(nodes, values, x + step)];
          expect(at).toBeLessThanOrEqual(0.85);
          expect(later).toBeGreaterThanOrEqual(0.61);
          expect(later).toBeLessThanOrEqual(at + 1e-12);
        },
      ),
    );
  });

  it('refuses nodes without values', () => {
    expect(() => interpolate([], [], 1)).toThrow(/at least one/);
    expect(() => interpolate([1, 2], [1], 1)).toThrow(/2 entries/);
  });
});
