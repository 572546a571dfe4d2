import { expect, it } from 'vitest';
import { atr } from './atr.ts';
import { bollinger } from './bollinger.ts';
import { ema } from './ema.ts';
import { macd } from './macd.ts';
import { outputColumn } from './output-column.ts';
import { rsi } from './rsi.ts';
import { sma } from './sma.ts';

const values = Float64Array.from({ length: 100 }, (_, i) => 50 + ((7 * i * i) % 23));
const room = (length = 100): Float64Array => new Float64Array(length);

it('writes to the start of the column it is given and nowhere else', () => {
  const out = room().fill(-1);
  const { first, values: averages } = ema(values, 20, 0, out);
  expect(averages.buffer).toBe(out.buffer);
  expect([...averages]).toEqual([...ema(values, 20).values]);
  expect(out.subarray(100 - first).every((x) => x === -1)).toBe(true);
});

it('gives every indicator the same bits in a given column as in a new one', () => {
  const bars = { high: values.map((x) => x + 2), low: values.map((x) => x - 1), close: values };
  const lines = { line: room(), signal: room(), histogram: room() };
  const bands = { upper: room(), middle: room(), lower: room() };
  expect(sma(values, 9, room())).toEqual(sma(values, 9));
  expect(rsi(values, 9, room())).toEqual(rsi(values, 9));
  expect(atr(bars, 9, room())).toEqual(atr(bars, 9));
  expect(macd(values, undefined, lines)).toEqual(macd(values));
  expect(bollinger(values, 9, 2, bands)).toEqual(bollinger(values, 9, 2));
});

it('refuses a column too short, or one that an input or another output lies in', () => {
  expect(() => rsi(values, 14, room(85))).toThrow('out must have at least 86 entries, was 85');
  expect(() => sma(values, 14, values)).toThrow('out must not share memory');
  const shared = room(300);
  const [input, out] = [shared.subarray(0, 100), shared.subarray(99)];
  expect(() => outputColumn('out', 10, out, [input])).toThrow('out must not share memory');
  expect(outputColumn('out', 10, shared.subarray(100), [input]).byteOffset).toBe(800);
  const upper = room();
  expect(() => bollinger(values, 20, 2, { upper, middle: upper, lower: room() })).toThrow(
    'out.middle must not share',
  );
  expect(() => macd(values, undefined, { line: upper, signal: room(), histogram: upper })).toThrow(
    'out.histogram must not share',
  );
});
