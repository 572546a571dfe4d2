import { expect, it } from 'vitest';
import { normalDraw, seededRandom } from '../../core/random.ts';
import { divergences } from './divergence.ts';
import { divergenceStream } from './divergence-stream.ts';
import { rsi, rsiStream } from './rsi.ts';

const RULE = { confirmation: 2, nearest: 4, farthest: 30 };

function walk(length: number, seed: number): Float64Array {
  const random = seededRandom(seed);
  let level = 0;
  return Float64Array.from({ length }, () => {
    level += 0.02 * normalDraw(random);
    return Math.exp(level);
  });
}

const PRICE = walk(1000, 1);

it('reports, fed by the stream of the oscillator, what the batch forms report', () => {
  const oscillator = rsiStream(9);
  const stream = divergenceStream(RULE);
  const found = Array.from(PRICE, (price) => stream.next({ price, oscillator: oscillator.next(price) }));
  const expected = divergences(PRICE, rsi(PRICE, 9), RULE);
  expect(found.filter((each) => each !== undefined)).toEqual(expected);
  expect(expected.length).toBeGreaterThan(5);
});

it('refuses an oscillator that stops, and is then as it was', () => {
  const stream = divergenceStream(RULE);
  stream.next({ price: 1, oscillator: undefined });
  stream.next({ price: 1, oscillator: 50 });
  const before = stream.snapshot();
  expect(() => stream.next({ price: 2, oscillator: undefined })).toThrow(
    'oscillator must go on once it has begun',
  );
  expect(stream.snapshot()).toEqual(before);
});

it('refuses a snapshot of another reach', () => {
  const saved = divergenceStream(RULE).snapshot();
  expect(() => divergenceStream({ ...RULE, farthest: 31 }, saved)).toThrow('state.period must be 36');
});
