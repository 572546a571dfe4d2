import { expect, it } from 'vitest';
import { ring } from './ring.ts';

it('hands out what leaves, and the window oldest first', () => {
  const window = ring(3);
  expect([1, 2, 3, 4, 5].map(window.push)).toEqual([0, 0, 0, 1, 2]);
  expect([...window.oldestFirst()]).toEqual([3, 4, 5]);
  expect([window.seen(), window.isFull(), window.isInOrder()]).toEqual([5, true, false]);
  window.push(6);
  expect(window.isInOrder()).toBe(true);
});

it('shows a window not yet full as far as it goes', () => {
  const window = ring(4);
  window.push(8);
  window.push(9);
  expect([...window.oldestFirst()]).toEqual([8, 9]);
  expect(window.isFull()).toBe(false);
});

it('goes on from its snapshot, which later pushes do not touch', () => {
  const window = ring(2);
  for (const x of [1, 2, 3]) window.push(x);
  const saved = window.snapshot();
  window.push(4);
  expect(saved).toEqual({ period: 2, seen: 3, slots: [3, 2] });
  const again = ring(2, saved);
  expect(again.push(4)).toBe(2);
  expect([...again.oldestFirst()]).toEqual([3, 4]);
});
