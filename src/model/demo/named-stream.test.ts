import { expect, it } from 'vitest';
import { fnv1a, namedStream } from './named-stream.ts';

it('hashes as published', () => {
  // Test vectors of the 32-bit FNV-1a, draft-eastlake-fnv, appendix C.
  expect([fnv1a(''), fnv1a('a'), fnv1a('foobar')]).toEqual([0x811c9dc5, 0xe40c292c, 0xbf9cf968]);
});

it('is one stream per seed and name', () => {
  const first = (seed: number, name: string): number => namedStream(seed, name)();
  expect(first(1, 'CPI')).toBe(first(1, 'CPI'));
  expect(new Set([first(1, 'CPI'), first(2, 'CPI'), first(1, 'PPI'), first(11, 'CPI')]).size).toBe(4);
});
