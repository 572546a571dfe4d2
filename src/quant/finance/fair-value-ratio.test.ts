import { expect, it } from 'vitest';
import { fairValueRatio, ratioToOwnMedian } from './fair-value-ratio.ts';

it('is value over price, against its own median', () => {
  const ratio = fairValueRatio(1856, 6400); // 0.29
  expect(ratio).toBeCloseTo(0.29, 15);
  expect(ratioToOwnMedian(ratio, [0.2, 0.29, 0.5])).toBe(1);
  expect(ratioToOwnMedian(ratio, [0.1, 0.4, 0.5, 0.6])).toBeCloseTo(0.29 / 0.45, 15);
});

it('does not mind a model that is wrong by a constant factor', () => {
  const history = [0.25, 0.3, 0.28, 0.31];
  expect(
    ratioToOwnMedian(
      0.54,
      history.map((q) => 2 * q),
    ),
  ).toBeCloseTo(ratioToOwnMedian(0.27, history) ?? 0, 15);
});

it('is absent without a history, and refused without a price', () => {
  expect(ratioToOwnMedian(0.3, [])).toBeUndefined();
  expect(() => fairValueRatio(1856, 0)).toThrow('price must be finite and > 0, was 0');
  expect(() => fairValueRatio(-1, 6400)).toThrow('value must be finite and > 0');
  expect(() => ratioToOwnMedian(0.3, [0.2, 0])).toThrow('history[1] must be finite and > 0');
});
