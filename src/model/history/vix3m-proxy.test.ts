import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { vix3mProxies, vix3mProxy } from './vix3m-proxy.ts';

const levels = fc.array(fc.double({ min: 8, max: 90, noNaN: true }), { minLength: 1, maxLength: 40 });

describe('vix3mProxies', () => {
  it('matches the recursion written out in numpy', () => {
    // E = (1 - k) E + k ln VIX from ln 20, k = 2 / (span + 1); exp(b . (1, ln VIX, E10, E30, E90, E250))
    const reference = [
      22.02862686936072, 25.1171352544785, 28.080351886772036, 23.56886667110482, 20.9502911239311,
      33.38262413358551,
    ];
    const proxies = vix3mProxies(Float64Array.of(20, 25, 30, 22, 18, 40));
    for (const [i, value] of reference.entries()) expect(proxies[i]).toBeCloseTo(value, 11);
  });

  it('answers from the first close on: with nothing behind it, by the level alone', () => {
    expect(vix3mProxy(Float64Array.of(20))).toBeCloseTo(22.02862686936072, 11); // e^.3848 20^.9038
    expect(vix3mProxy(Float64Array.from({ length: 600 }, () => 20))).toBeCloseTo(22.02862686936072, 11);
  });

  it('looks back only', () => {
    fc.assert(
      fc.property(levels, levels, (past, future) => {
        const all = vix3mProxies(Float64Array.from([...past, ...future]));
        expect(all.slice(0, past.length)).toEqual(vix3mProxies(Float64Array.from(past)));
      }),
    );
  });

  it('lies above VIX after a fall and below it after a leap', () => {
    const calm = Array.from({ length: 250 }, () => 20);
    expect(vix3mProxy(Float64Array.from([...calm, 14]))).toBeGreaterThan(1.15 * 14);
    expect(vix3mProxy(Float64Array.from([...calm, 45]))).toBeLessThan(0.85 * 45);
  });

  it('refuses a close that is none', () => {
    expect(() => vix3mProxies(Float64Array.of(20, 0))).toThrow('vix must be finite and > 0, was 0');
    expect(() => vix3mProxies(Float64Array.of(Number.NaN))).toThrow('vix must be finite and > 0');
    expect(() => vix3mProxy(new Float64Array(0))).toThrow('vix must hold a close, was 0');
  });
});
