import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SOURCE_KINDS, type SourceKind } from '../market/source-kind.ts';
import { type Block, differsBeyondRounding, mergeBlocks } from './merge-blocks.ts';

const block = (source: SourceKind, content: string, facts: Readonly<Record<number, number>>): Block => {
  const keys = Object.keys(facts)
    .map(Number)
    .sort((a, b) => a - b);
  return {
    source,
    content,
    keys: Int32Array.from(keys),
    values: Float64Array.from(keys, (key) => facts[key] ?? 0),
    availableAt: Float64Array.from(keys, (key) => key * 1000),
  };
};

const factsOf = (merged: { keys: Int32Array; values: Float64Array }) =>
  Object.fromEntries(Array.from(merged.keys, (key, i) => [key, merged.values[i]]));

const anyBlock = fc
  .record({
    source: fc.constantFrom(...SOURCE_KINDS),
    content: fc.stringMatching(/^[0-9a-f]{6}$/),
    facts: fc.dictionary(fc.integer({ min: 0, max: 30 }).map(String), fc.integer({ min: 1, max: 5 })),
  })
  .map(({ source, content, facts }) => block(source, content, facts));
/** One content has one source and one set of facts. */
const anyBlocks = fc.uniqueArray(anyBlock, { selector: ({ content }) => content, maxLength: 6 });

describe('merging what several files say', () => {
  it('takes the exchange before the vendor and fills its gaps from the vendor', () => {
    const merged = mergeBlocks([
      block('yahoo', 'a', { 1: 10, 2: 20, 3: 30 }),
      block('cboe-history', 'b', { 2: 21, 4: 40 }),
    ]);
    expect(factsOf(merged)).toEqual({ 1: 10, 2: 21, 3: 30, 4: 40 });
    expect(merged.disagreements).toHaveLength(1);
    expect(merged.disagreements[0]).toMatchObject({ kept: 'cboe-history', other: 'yahoo' });
    expect(Array.from(merged.disagreements[0]?.keys ?? [])).toEqual([2]);
  });

  it('settles two files of one kind by content hash', () => {
    const [a, b] = [block('yahoo', 'a', { 1: 1 }), block('yahoo', 'b', { 1: 2 })];
    expect(factsOf(mergeBlocks([b, a]))).toEqual({ 1: 1 });
  });

  it('does not depend on the order of the files', () => {
    fc.assert(
      fc.property(anyBlocks, fc.infiniteStream(fc.nat()), (blocks, random) => {
        const shuffled = [...blocks]
          .map((b) => ({ b, rank: random.next().value ?? 0 }))
          .sort((x, y) => x.rank - y.rank)
          .map(({ b }) => b);
        expect(mergeBlocks(shuffled)).toEqual(mergeBlocks(blocks));
      }),
    );
  });

  it('holds every key once, ascending, with a value some file stated, and counts what it left out', () => {
    fc.assert(
      fc.property(anyBlocks, (blocks) => {
        const merged = mergeBlocks(blocks);
        const keys = Array.from(merged.keys);
        expect(keys).toEqual([...new Set(blocks.flatMap((b) => [...b.keys]))].sort((x, y) => x - y));
        expect(merged.repeated + keys.length).toBe(blocks.reduce((sum, b) => sum + b.keys.length, 0));
        keys.forEach((key, i) => {
          const stated = blocks.flatMap((b) =>
            Array.from(b.keys, (k, j) => (k === key ? b.values[j] : undefined)),
          );
          expect(stated).toContain(merged.values[i]);
        });
      }),
    );
  });

  it('holds no close against a settlement', () => {
    const merged = mergeBlocks([
      block('cfe-contract', 'a', { 1: 15 }),
      block('derived-close', 'b', { 1: 17, 2: 18 }),
    ]);
    expect(factsOf(merged)).toEqual({ 1: 15, 2: 18 });
    expect(merged.disagreements).toEqual([]);
  });

  it('counts a file and its compressed copy as one source', () => {
    const merged = mergeBlocks([block('fred', 'a', { 1: 1 }), block('fred', 'a', { 1: 1 })]);
    expect(merged.repeated).toBe(0);
  });
});

describe('rounding', () => {
  it.each([
    [2926.17, 2926.169922, false],
    [13.25, 13.25, false],
    [17.24, 17.239999771118164, false],
    [13.25, 13.26, true],
    [0.95, 0.954, false],
    [0.012, 0.015, true],
    [0, 0, false],
  ])('%d against %d: differs is %s', (a, b, differs) => {
    expect(differsBeyondRounding(a, b)).toBe(differs);
    expect(differsBeyondRounding(b, a)).toBe(differs);
  });
});
