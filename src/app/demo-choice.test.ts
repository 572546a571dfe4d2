import { describe, expect, it } from 'vitest';
import { problemLine } from '../core/problem.ts';
import { asksForSimulation, demoChoice, type SimulationOptions } from './demo-choice.ts';

const refusal = (options: SimulationOptions): string => {
  const choice = demoChoice(options);
  return choice.ok ? 'accepted' : choice.failure.map(problemLine).join('\n');
};

describe('demoChoice', () => {
  it('is the default where nothing is said, and what is said otherwise', () => {
    expect(demoChoice({})).toEqual({ ok: true, value: {} });
    expect(demoChoice({ quotes: 'simulated', seed: '0', world: 'p-q-jumps' })).toEqual({
      ok: true,
      value: { seed: 0, world: 'p-q-jumps' },
    });
    expect(demoChoice({ seed: '4294967295' })).toEqual({ ok: true, value: { seed: 4_294_967_295 } });
  });

  it.each(['1.5', '-1', '4294967296', '1e3', 'seven', '', ' 7', '0x10'])('refuses the seed "%s"', (seed) => {
    expect(refusal({ seed })).toBe(
      `--seed "${seed}": is not a seed. Fix: write a whole number from 0 to 4294967295, such as --seed 7.`,
    );
  });

  it('names the worlds, or the one that was meant', () => {
    expect(refusal({ world: 'Mars' })).toBe(
      '--world "Mars": is no simulated world. Fix: write one of p, q, p-q-jumps.',
    );
    expect(refusal({ world: 'p-q-jump' })).toContain('write p-q-jumps');
  });

  it('refuses quotes of no known kind', () => {
    expect(refusal({ quotes: 'simulatd' })).toContain('--quotes "simulatd"');
    expect(refusal({ quotes: 'simulatd' })).toContain('write simulated');
  });
});

describe('asksForSimulation', () => {
  it('is asked by name, or by saying which', () => {
    expect([{ quotes: 'simulated' }, { seed: '1' }, { world: 'q' }].every(asksForSimulation)).toBe(true);
    expect([{}, { quotes: 'real' }, { quotes: 'modelled' }].some(asksForSimulation)).toBe(false);
  });
});
