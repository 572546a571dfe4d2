import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { interleaved } from '../bench/peers/best-of.ts';
import { americanPuts, bookColumns, europeanBook, firstOf, withoutYield } from '../bench/peers/books.ts';
import { readColumns, writeColumns } from '../bench/peers/column-file.ts';
import { type Comparison, comparisonRows, timesFaster } from '../bench/peers/compare/comparison.ts';
import { quotesBook } from '../bench/peers/quotes-book.ts';
import { inTempFolder } from './temp-folder.ts';

describe('a column file', () => {
  it('gives back the very doubles it was given, after their counts', () =>
    inTempFolder((folder) => {
      const path = join(folder, 'table');
      const columns = [Float64Array.of(1, Number.NaN, 5e-324), Float64Array.of(-0, 1 / 3, 1e300)];
      writeColumns(path, columns);
      expect(readColumns(path)).toEqual(columns);
      const bytes = readFileSync(path);
      expect([bytes.readDoubleLE(0), bytes.readDoubleLE(8), bytes.readDoubleLE(16)]).toEqual([2, 3, 1]);
      expect(bytes).toHaveLength(8 * (2 + 6));
    }));

  it('is refused when its columns differ in length, or when the file is cut', () =>
    inTempFolder((folder) => {
      const path = join(folder, 'table');
      expect(() => writeColumns(path, [new Float64Array(2), new Float64Array(3)])).toThrow('unequal length');
      writeColumns(path, [new Float64Array(4)]);
      writeFileSync(path, readFileSync(path).subarray(0, 40));
      expect(() => readColumns(path)).toThrow('is not a column file');
    }));
});

describe('the books baselines price', () => {
  it('are the same on every run', () => {
    expect(bookColumns(europeanBook(50))).toEqual(bookColumns(europeanBook(50)));
    expect(quotesBook(50)).toEqual(quotesBook(50));
    expect(bookColumns(firstOf(americanPuts(), 50))).toEqual(bookColumns(americanPuts(50)));
  });

  it('span what they say', () => {
    const puts = americanPuts();
    const within = (column: Float64Array, low: number, high: number): boolean =>
      column.every((x) => x >= low && x <= high);
    expect(puts.spot).toHaveLength(2000);
    expect(within(puts.spot, 70, 130)).toBe(true);
    expect(within(puts.strike, 100, 100)).toBe(true);
    expect(within(puts.rate, 0.01, 0.1)).toBe(true);
    expect(within(puts.yield, 0, 0.1)).toBe(true);
    expect(within(puts.vol, 0.1, 0.6)).toBe(true);
    expect(within(puts.expiry, 7 / 365, 2)).toBe(true);
    expect(within(puts.right, -1, -1)).toBe(true);
    // QuantLib counts in dates: an expiry between days would be another option there.
    expect(puts.expiry.every((t) => Math.abs(t * 365 - Math.round(t * 365)) < 1e-9)).toBe(true);
    expect(within(withoutYield(puts).yield, 0, 0)).toBe(true);
    expect(quotesBook(200).premium.every((premium) => premium >= 1e-9)).toBe(true);
  });
});

describe('timing in turns', () => {
  it('gives every candidate its turn in every round, and keeps the best of each', async () => {
    const turns: string[] = [];
    const slices = { fast: [9, 3, 2, 4], slow: [1, 30, 40, 20] };
    const selfTimed = (name: 'fast' | 'slow') => ({
      slice: async () => {
        turns.push(name);
        return slices[name].shift() ?? 0;
      },
    });
    const times = await interleaved(
      { fast: selfTimed('fast'), slow: selfTimed('slow') },
      { rounds: 3, minMs: 1 },
    );
    expect(turns).toEqual(['fast', 'slow', 'fast', 'slow', 'fast', 'slow', 'fast', 'slow']);
    // The first round warms up: the 1 of `slow` does not count.
    expect(times).toEqual({ fast: 2, slow: 20 });
  });

  it('counts items, not passes', async () => {
    let passes = 0;
    const { pass } = await interleaved(
      {
        pass: () => {
          passes++;
          return 1e9;
        },
      },
      { rounds: 1, minMs: 1 },
    );
    expect(passes).toBeGreaterThan(1);
    expect(pass).toBeLessThan(1);
    expect(pass).toBeGreaterThan(0);
  });
});

describe('a comparison', () => {
  const timing = (id: string, ns: number) => ({ id, name: id, note: '', ns, errors: [] });
  const comparison: Comparison = {
    task: 'european',
    item: 'option',
    ours: [timing('wasm', 30)],
    peers: [timing('quantlib-engine', 1500)],
    absent: [{ id: 'npm', reason: 'no network' }],
  };

  it('says how many times faster ours is, and nothing where one is absent', () => {
    expect(timesFaster(comparison, 'wasm', 'quantlib-engine')).toBe(50);
    expect(timesFaster(comparison, 'wasm', 'ta-lib')).toBeUndefined();
  });

  it('shows an absent baseline as skipped, with the reason', () => {
    const rows = comparisonRows(comparison);
    expect(rows.map(({ id, value }) => [id, value])).toEqual([
      ['kernel.european.wasm', 30],
      ['kernel.european.quantlib-engine', 1500],
      ['kernel.european.npm', null],
    ]);
    expect(rows[0]?.against).toBe('50.0 x as fast as quantlib-engine');
    expect(rows[2]?.note).toBe('skipped: no network');
  });
});
