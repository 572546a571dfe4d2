import { describe, expect, it } from 'vitest';
import { PreconditionError } from '../../core/errors.ts';
import { checkedWorld, restingState, type World } from './world.ts';
import { P_WORLD, qWorld, WORLDS, worldNamed } from './world-presets.ts';

describe('the worlds', () => {
  it('keep their rules', () => {
    for (const world of Object.values(WORLDS)) expect(checkedWorld(world)).toBe(world);
  });

  it('are found by name, and the names are said when one is not', () => {
    expect(worldNamed('p')).toBe(P_WORLD);
    expect(() => worldNamed('r')).toThrow('world must be one of p, q, p-q-jumps, p-specified, was r');
    expect(() => worldNamed('toString')).toThrow(PreconditionError);
  });

  it('rest where their drift leads', () => {
    expect(restingState(qWorld(0))).toEqual({ x: 0, y: 0 });
    expect(restingState(WORLDS['p-specified'])).toEqual({ x: -0.23, y: -0.56 });
  });
});

describe('a world that breaks a rule', () => {
  const broken: readonly (readonly [Partial<World>, string])[] = [
    [{ stepsPerDay: 1 }, 'stepsPerDay must be an integer >= 2, was 1'],
    [{ factorVol: { x: 0, y: 1 } }, 'factorVol.x must be finite and > 0, was 0'],
    [{ carry: Number.NaN }, 'carry must be finite, was NaN'],
    [
      { drift: { reversion: { xx: 1, xy: 3, yx: 2, yy: 1 }, mean: { x: 0, y: 0 } } },
      'drift.reversion determinant must be finite and > 0, was -5',
    ],
    [{ diffusion: { share: 0, tilt: 0, rhoX: 0, rhoY: 0 } }, 'diffusion.share must be finite and > 0, was 0'],
    [{ diffusion: { share: 1, tilt: 0, rhoX: 0.8, rhoY: 0.6 } }, 'diffusion.rhoX^2 + rhoY^2 must be < 1'],
    [
      { jumps: { perVariance: 1, varianceCap: 0, law: { kind: 'normal', mean: 0, sd: 1 } } },
      'jumps.varianceCap must be > 0, was 0',
    ],
  ];

  it.each(broken)('is refused: %o', (part, message) => {
    expect(() => checkedWorld({ ...P_WORLD, ...part })).toThrow(message);
  });
});
