import { describe, expect, it } from 'vitest';
import { closest } from './closest.ts';

const KEYS = ['width', 'credit', 'maxContracts', 'dte'];

describe('closest', () => {
  it('finds the word behind a slip of the fingers', () => {
    expect(closest('widht', KEYS)).toBe('width');
    expect(closest('maxContract', KEYS)).toBe('maxContracts');
    expect(closest('CREDIT', KEYS)).toBe('credit');
    expect(closest('det', KEYS)).toBe('dte');
  });

  it('suggests nothing when nothing is near', () => {
    expect(closest('strikeDistance', KEYS)).toBeUndefined();
    expect(closest('width', [])).toBeUndefined();
  });

  it('prefers the nearest, and the first of equals', () => {
    expect(closest('credt', ['debit', 'credit'])).toBe('credit');
    expect(closest('ab', ['ac', 'ad'])).toBe('ac');
  });
});
