import { expect, it } from 'vitest';
import { PreconditionError } from '../core/errors.ts';
import { nelderMead } from './nelder-mead.ts';

const rosenbrock = ([x = 0, y = 0]: readonly number[]): number => 100 * (y - x * x) ** 2 + (1 - x) ** 2;

it('finds the bottom of the valley of Rosenbrock (1960)', () => {
  const { at, value } = nelderMead(rosenbrock, [-1.2, 1], { steps: [0.5, 0.5], maxEvaluations: 1000 });
  expect(at[0]).toBeCloseTo(1, 6);
  expect(at[1]).toBeCloseTo(1, 6);
  expect(value).toBeLessThan(1e-14);
});

it('turns away from a wall of infinity', () => {
  const walled = ([x = 0, y = 0]: readonly number[]): number =>
    x < 0.5 || y < -0.1 ? Number.POSITIVE_INFINITY : (x - 1) ** 2 + (y - 2) ** 2;
  const { at } = nelderMead(walled, [0.6, 0], { steps: [-0.5, -0.5] });
  expect(at[0]).toBeCloseTo(1, 4);
  expect(at[1]).toBeCloseTo(2, 4);
});

it('never asks much more often than allowed, and never returns worse than its start', () => {
  const { value, evaluations } = nelderMead(rosenbrock, [-1.2, 1], { steps: [0.1, 0.1], maxEvaluations: 20 });
  expect(evaluations).toBeLessThanOrEqual(20 + 4); // a shrink may be under way
  expect(value).toBeLessThanOrEqual(rosenbrock([-1.2, 1]));
});

it('refuses steps that do not span the space', () => {
  expect(() => nelderMead(rosenbrock, [0, 0], { steps: [1] })).toThrow(PreconditionError);
  expect(() => nelderMead(rosenbrock, [0, 0], { steps: [1, 0] })).toThrow(
    'steps must hold 2 numbers other than 0',
  );
});
