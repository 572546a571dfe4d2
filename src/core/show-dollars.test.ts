import { describe, expect, it } from 'vitest';
import { grouped, showDollars } from './show-dollars.ts';

describe('dollars in words', () => {
  it('groups thousands and puts the sign before the dollar', () => {
    expect(showDollars(433_000)).toBe('$4,330');
    expect(showDollars(-123_456_789)).toBe('-$1,234,568');
    expect(showDollars(99_949)).toBe('$999');
  });

  it('has no sign on what rounds to nothing', () => {
    expect(showDollars(-12)).toBe('$0');
    expect(showDollars(0)).toBe('$0');
  });

  it('leaves short numbers alone', () => expect(grouped('999')).toBe('999'));
});
