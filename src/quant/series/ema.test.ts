import { expect, it } from 'vitest';
import { ema } from './ema.ts';

it('starts at the plain mean and moves 2/(period + 1) of the way', () => {
  // seed (1 + 2 + 3)/3 = 2; then 2 + (8 - 2)/2 = 5; then 5 + (1 - 5)/2 = 3
  expect(ema(Float64Array.of(1, 2, 3, 8, 1), 3)).toEqual({ first: 2, values: Float64Array.of(2, 5, 3) });
});

it('can seed later, leaving what came before unread', () => {
  expect(ema(Float64Array.of(999, 1, 2, 3, 8), 3, 1)).toEqual({ first: 3, values: Float64Array.of(2, 5) });
});

it('stays on a constant and is empty when too short', () => {
  expect([...ema(new Float64Array(10).fill(7), 4).values]).toEqual(Array(7).fill(7));
  expect(ema(Float64Array.of(1), 2)).toEqual({ first: 1, values: new Float64Array(0) });
});
