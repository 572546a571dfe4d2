import { describe, expect, it } from 'vitest';
import { MODEL_ALONE, ratioAt, ratioOfQuote } from './vol-ratio.ts';

describe('the ratio of market to model', () => {
  const smile = { source: 'smile', at: (z: number) => 1 + z, low: -2, high: 1 } as const;

  it('is read where quotes reach and held at the outermost beyond', () => {
    expect([-5, -2, 0, 1, 9].map((z) => ratioAt(smile, z))).toEqual([-1, -1, 1, 2, 2]);
  });

  it('is one everywhere for the model alone, and that of the quote for a single one', () => {
    expect([-9, 9].map((z) => ratioAt(MODEL_ALONE, z))).toEqual([1, 1]);
    expect([-9, 9].map((z) => ratioAt(ratioOfQuote(1.3), z))).toEqual([1.3, 1.3]);
  });
});
