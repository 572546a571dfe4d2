import { expect, it } from 'vitest';
import type { DividendProblem } from './dividend-march.ts';
import { dividendsWithoutVol } from './dividends-without-vol.ts';

const call: DividendProblem = {
  right: 'call',
  spot: 110,
  strike: 100,
  vol: 0,
  expiry: 0.5,
  rate: 0.05,
  dividends: [{ time: 0.25, amount: 2 }],
  model: 'spot',
};

it('exercises a call on the eve of a dividend that outweighs the interest to expiry', () => {
  const { premium, delta, eves } = dividendsWithoutVol(call);
  expect(premium).toBeCloseTo(110 - 100 * Math.exp(-0.05 * 0.25), 13);
  expect(delta).toBe(1);
  expect(eves).toEqual([{ time: 0.25, amount: 2, criticalSpot: 100, isExerciseOptimal: true }]);
});

it('holds it to expiry otherwise', () => {
  const { premium, eves } = dividendsWithoutVol({ ...call, dividends: [{ time: 0.25, amount: 1 }] });
  expect(premium).toBeCloseTo(110 - Math.exp(-0.05 * 0.25) - 100 * Math.exp(-0.05 * 0.5), 13);
  expect(eves[0]).toMatchObject({ criticalSpot: undefined, isExerciseOptimal: false });
});

it('exercises a put now, or just after a dividend worth waiting for', () => {
  const put = { ...call, right: 'put', spot: 90 } as const;
  expect(dividendsWithoutVol({ ...put, dividends: [{ time: 0.25, amount: 1 }] }).premium).toBe(10);
  const wait = dividendsWithoutVol({ ...put, dividends: [{ time: 0.25, amount: 2 }] });
  expect(wait.premium).toBeCloseTo(102 * Math.exp(-0.05 * 0.25) - 90, 13);
  expect(wait.eves[0]?.isExerciseOptimal).toBe(false);
  // -d/dT of the premium with everything a moment nearer: r (V - S delta)
  expect(wait.theta).toBeCloseTo(0.05 * 102 * Math.exp(-0.05 * 0.25), 12);
});

it('is worth nothing out of the money', () => {
  const { premium, delta, theta } = dividendsWithoutVol({ ...call, spot: 90 });
  expect([premium, delta, theta]).toEqual([0, 0, 0]);
});
