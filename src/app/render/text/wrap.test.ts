import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columns, wrap } from './wrap.ts';

describe('wrap', () => {
  it('breaks at spaces and cuts only what is longer than a line', () => {
    expect(wrap('one two three', 8)).toEqual(['one two', 'three']);
    expect(wrap('abcdefghij', 4)).toEqual(['abcd', 'efgh', 'ij']);
    expect(wrap('', 10)).toEqual(['']);
  });

  it('keeps every letter, in order, and no line is wider than asked', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 200 }),
        fc.integer({ min: 1, max: 60 }),
        (text, width) => {
          const lines = wrap(text, width);
          expect(lines.every((line) => columns(line) <= width)).toBe(true);
          expect(lines.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
        },
      ),
    );
  });
});
