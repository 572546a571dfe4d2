import { describe, expect, it } from 'vitest';
import { DEMO_END, DEMO_START, demoPath } from './demo-path.ts';
import { DEMO_WORLD_NAMES, demoWorld } from './demo-world.ts';

const path = demoPath(7, 'p');

describe('demoPath', () => {
  it('ends at one level on one day, whatever seed and world', () => {
    for (const seed of [1, 2, 4_294_967_295])
      for (const world of DEMO_WORLD_NAMES) {
        const { close, sessions } = demoPath(seed, world);
        expect([close.at(-1), sessions.at(-1)]).toEqual([7126.35, DEMO_END]);
      }
  });

  it('has ten years and the twenty before them', () => {
    expect(path.sessions[path.first]).toBe(DEMO_START);
    expect(path.sessions.length - path.first).toBe(2513);
    expect((path.sessions[0] ?? '') < '1996-11-19').toBe(true);
  });

  it('is the same to the bit for one seed and world, and another for any other', () => {
    expect(demoPath(7, 'p')).toEqual(path);
    const others = [demoPath(8, 'p'), demoPath(7, 'q'), demoPath(7, 'p-q-jumps')];
    expect(new Set([path, ...others].map(({ close }) => close[path.first])).size).toBe(4);
  });

  it('is in cents', () => {
    for (const column of [path.open, path.close])
      expect(column.every((level) => level > 0 && Math.round(100 * level) / 100 === level)).toBe(true);
  });

  it('refuses a seed that is no integer', () => {
    expect(() => demoPath(1.5, 'p')).toThrow('seed must be an integer');
    expect(() => demoPath(2 ** 32, 'p')).toThrow('seed must be in [0, 4294967295]');
  });
});

describe('demoWorld', () => {
  it('refuses a world nobody made', () => {
    expect(() => demoWorld('r')).toThrow('world must be one of p, q, p-q-jumps');
  });
});
