import { describe, expect, it } from 'vitest';
import { europeanPremium, europeanPut } from './european-put.ts';
import { exerciseNow, type PriceGrid, premiumOnGrid, priceGrid, stepBack } from './price-grid.ts';

const NEVER = -1e9;

/** A put struck at 1 at expiry, on points 0.02 apart with one at the strike. */
function putGrid(): PriceGrid {
  const grid = priceGrid(-1.6, 0.02, 161, -1);
  grid.exercise.fill(NEVER);
  grid.levels.forEach((level, i) => {
    grid.premiums[i] = Math.max(1 - level, 0);
  });
  return grid;
}

describe('a step back', () => {
  it('carries a payoff to its European premium, to the order of the steps', () => {
    const grid = putGrid();
    for (let step = 0; step < 50; step++) stepBack(grid, 0.04 / 50, step < 2 ? 1 : 0.5);
    const european = europeanPut({ r: 0, q: 0, sigma: 0.2, T: 1 });
    // h^2 / 12 = 3e-5 of a fourth derivative of some units; the first two steps are of first order
    for (const spot of [0.7, 1, 1.3])
      expect(
        Math.abs(premiumOnGrid(grid, Math.log(spot)).value - europeanPremium(european, spot)),
      ).toBeLessThan(2e-4);
  });

  it('leaves what is linear in the share as it is, at the ends too', () => {
    const grid = putGrid();
    grid.levels.forEach((level, i) => {
      grid.premiums[i] = 3 - 2 * level;
    });
    for (let step = 0; step < 20; step++) stepBack(grid, 0.01, 0.5);
    grid.levels.forEach((level, i) => {
      // A e^y is 0 only to h^2 / 12 of (sigma^2 / 2) e^y, over a total variance of 0.2
      expect(Math.abs((grid.premiums[i] as number) - (3 - 2 * level))).toBeLessThan(1e-4 * level);
    });
  });

  it('solves the complementarity problem: one of exercise and the equation holds at every point', () => {
    for (const sign of [-1, 1] as const) {
      const grid = priceGrid(-1.6, 0.02, 161, sign);
      const price = sign === -1 ? 1.01 : 0.99; // a strike that is worth more now than at expiry
      grid.levels.forEach((level, i) => {
        grid.premiums[i] = Math.max(sign * (level - 1), 0);
        grid.exercise[i] = sign * (level - price);
      });
      const before = grid.premiums.slice();
      stepBack(grid, 0.001, 1);
      const { premiums, exercise, spacing: h } = grid;
      let exercised = 0;
      for (let i = 1; i < premiums.length - 1; i++) {
        const [low, here, high] = [-1, 0, 1].map((j) => premiums[i + j] as number) as [
          number,
          number,
          number,
        ];
        const bend = (high - 2 * here + low) / (h * h) - (high - low) / (2 * h);
        const excess = here - 0.0005 * bend - (before[i] as number); // (1 - w A) V' - V
        const spare = here - (exercise[i] as number);
        expect(spare).toBeGreaterThanOrEqual(0);
        expect(excess).toBeGreaterThan(-1e-13);
        expect(Math.min(excess, spare)).toBeLessThan(1e-13);
        if (spare === 0) exercised++;
      }
      expect(exercised).toBeGreaterThan(20);
      expect(exercised).toBeLessThan(140);
    }
  });
});

describe('exercise at once', () => {
  it('takes the better of both, and says where it changes over', () => {
    const grid = putGrid();
    grid.exercise.set(grid.levels.map((level) => 0.75 - level / 2)); // better than (1 - X)+ from 0.5 to 1.5
    expect(exerciseNow(grid)).toBeUndefined(); // not from the low end on
    const call = priceGrid(-1.6, 0.02, 161, 1);
    call.premiums.fill(0.2);
    call.exercise.set(call.levels.map((level) => level - 1));
    expect(exerciseNow(call)).toBeCloseTo(1.2, 4);
    const kink = call.levels.findIndex((level) => level > 1.2);
    call.levels.forEach((level, i) => {
      if (Math.abs(i - kink) > 1) expect(call.premiums[i]).toBe(Math.max(0.2, level - 1));
    });
  });

  it('keeps the area under the premium, wherever between two points the kink falls', () => {
    for (const shift of [0, 0.003, 0.0099, 0.0101, 0.015, 0.0199]) {
      const grid = priceGrid(0, 0.02, 11, 1);
      grid.exercise.set(grid.levels.map((_, i) => 0.02 * i - 0.1 + shift)); // 0 at y = 0.1 - shift
      exerciseNow(grid);
      const area = 0.02 * grid.premiums.reduce((sum, premium) => sum + premium, 0);
      const to = 0.21 - (0.1 - shift); // cells reach half a spacing past the last point
      expect(area).toBeCloseTo((to * to) / 2, 14);
    }
  });

  it('does nothing where it pays nowhere', () => {
    const grid = putGrid();
    const before = grid.premiums.slice();
    expect(exerciseNow(grid)).toBeUndefined();
    expect(grid.premiums).toEqual(before);
  });
});

it('reads cubics between points exactly, with their derivatives', () => {
  const grid = priceGrid(-1, 0.1, 21, 1);
  const f = (y: number): number => 1 + y * (2 - y * (3 - 4 * y));
  grid.premiums.set(Float64Array.from({ length: 21 }, (_, i) => f(-1 + 0.1 * i)));
  for (const y of [-1, -0.93, 0.017, 0.5, 1]) {
    const { value, slope, bend, isExercised } = premiumOnGrid(grid, y);
    expect(value).toBeCloseTo(f(y), 12);
    expect(slope).toBeCloseTo(2 - 6 * y + 12 * y * y, 11);
    expect(bend).toBeCloseTo(-6 + 24 * y, 9);
    expect(isExercised).toBe(false);
  }
});
