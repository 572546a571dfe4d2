import { describe, expect, it } from 'vitest';
import { limitRow } from './limits.ts';

const row = (used: number) => limitRow({ id: 'core', label: 'core max loss', used, cap: 10, unit: '% NAV' });

describe('limitRow', () => {
  it('leaves what the cap has over the use, negative once it is passed', () => {
    expect(row(4).left).toBe(6);
    expect(row(12).left).toBe(-2);
  });

  it('is within on the cap itself and up to the last bits of a sum, not beyond', () => {
    expect(row(10).within).toBe(true);
    expect(row(10 + 1e-13).within).toBe(true);
    expect(row(10.001).within).toBe(false);
  });
});
