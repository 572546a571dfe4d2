import { describe, expect, it } from 'vitest';
import { canonicalJson, hashOf, sha256 } from './hash.ts';

describe('hash', () => {
  it('matches the published SHA-256 of "abc"', () => {
    // FIPS 180-2, appendix B.1
    expect(sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
    expect(sha256(new TextEncoder().encode('abc'))).toBe(sha256('abc'));
  });

  it('does not depend on the order of keys', () => {
    expect(canonicalJson({ b: 1, a: [2, { d: 3, c: 4 }] })).toBe('{"a":[2,{"c":4,"d":3}],"b":1}');
    expect(hashOf({ a: 1, b: 2 })).toBe(hashOf({ b: 2, a: 1 }));
  });

  it('does depend on the order of a list and on every value', () => {
    expect(hashOf([1, 2])).not.toBe(hashOf([2, 1]));
    expect(hashOf({ a: 0.1 })).not.toBe(hashOf({ a: 0.2 }));
  });

  it('refuses what JSON cannot say', () => {
    expect(() => canonicalJson(undefined)).toThrow(/representable as JSON/);
    expect(() => hashOf({ x: Number.NaN })).toThrow();
  });
});
