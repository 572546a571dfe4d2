import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { problemLine } from '../../core/problem.ts';
import { readAsk, type ScenarioOptions } from './scenario-ask.ts';

const asked = (options: ScenarioOptions) => {
  const ask = readAsk(options);
  return ask.ok ? ask.value : ask.failure.map(problemLine);
};

describe('what is asked', () => {
  it.each<[ScenarioOptions, unknown]>([
    [{}, { kind: 'overview' }],
    [{ grid: true }, { kind: 'none', days: 0 }],
    [
      { project: true, days: '5' },
      { kind: 'none', days: 5 },
    ],
    [
      { spx: '-8%', vix: '+20' },
      { kind: 'shock', spx: -0.08, vix: { kind: 'points', points: 20 }, days: 0 },
    ],
    [
      { spx: '+2.5 %', vix: '-30%', slope: '0.7', days: '10' },
      { kind: 'shock', spx: 0.025, vix: { kind: 'relative', share: -0.3 }, slope: 0.7, days: 10 },
    ],
    [{ vix: '+5' }, { kind: 'shock', spx: 0, vix: { kind: 'points', points: 5 }, days: 0 }],
    [
      { spx: '\u22128%', vix: '0' },
      { kind: 'shock', spx: -0.08, vix: { kind: 'points', points: 0 }, days: 0 },
    ],
    [{ days: '7' }, { kind: 'shock', spx: 0, vix: { kind: 'points', points: 0 }, days: 7 }],
    // SPX alone: VIX does not stay where it is.
    [{ spx: '-5%' }, { kind: 'preset', preset: 'model', spx: -0.05, sessions: 5, days: 0 }],
    [
      { spx: '-5%', preset: 'worst-decile', sessions: '21' },
      { kind: 'preset', preset: 'p90', spx: -0.05, sessions: 21 },
    ],
    [{ replay: 'mar-2020' }, { kind: 'replay', replay: 'mar-2020' }],
    [
      { replay: 'oct-1987', stage: 'trough', vix: '+100%' },
      { kind: 'replay', replay: 'oct-1987', stage: 'trough', vix: { kind: 'relative', share: 1 } },
    ],
  ])('%j is understood', (options, ask) => {
    expect(asked(options)).toEqual(ask);
  });

  it.each<[ScenarioOptions, string]>([
    [{ spx: '-8' }, '--spx "-8": is not a move in percent. Fix: write it as --spx -8%.'],
    [{ spx: '8%' }, '--spx "8%": has no sign, so up or down is a guess. Fix: write --spx -8% or --spx +8%.'],
    [{ spx: '-61%' }, '--spx "-61%": lies outside -60% to +50%. Fix: ask for a move in that range.'],
    [
      { vix: '20' },
      '--vix "20": has no sign: it could be a level or a change. Fix: write --vix +20 for a rise by so much.',
    ],
    [
      { vix: 'high' },
      '--vix "high": is no change of VIX. Fix: write --vix +20 for points or --vix +120% for a share.',
    ],
    [
      { vix: '+5', slope: '2' },
      '--slope "2": is no power from 0 to 1.2. Fix: history says --slope 0.6 to 0.8.',
    ],
    [
      { days: '-3' },
      '--days "-3": is no whole number of calendar days from 0 to 365. Fix: write --days 7, or 0 for at once.',
    ],
    [
      { spx: '-5%', preset: 'medain' },
      '--preset "medain": is not median, worst-decile, p10, p90 or model. Fix: write median.',
    ],
    [
      { spx: '-5%', preset: 'p10', sessions: '3' },
      '--sessions "3": is not 1, 5 or 21. Fix: history was measured over those: take the nearest.',
    ],
    [{ preset: 'median' }, '--preset: needs a move of SPX to follow. Fix: add --spx -5%.'],
    [
      { spx: '-5%', vix: '+3', preset: 'median' },
      '--vix: does not go with --preset, which says what VIX does. Fix: leave one of the two out.',
    ],
    [
      { replay: 'mar-2020', spx: '-5%' },
      '--spx: does not go with --replay, which brings its own moves and days. Fix: leave --spx out.',
    ],
    [
      { replay: 'mar-2020', vix: '+20' },
      '--vix: does not go with that replay, which brings its own. Fix: leave --vix out.',
    ],
    [{ stage: 'peak' }, '--stage: is a part of a replay, and none is named. Fix: add --replay mar-2020.'],
    [
      { sessions: '5' },
      '--sessions: belongs to a preset, and none is named. Fix: add --preset median, or use --days.',
    ],
    [{ slope: '.6' }, '--slope: says how VIX3M follows VIX, and VIX is not moved. Fix: add --vix +20.'],
  ])('%j is refused with what may be', (options, line) => {
    expect(asked(options)).toEqual([line]);
  });

  it('is refused or understood, whatever is typed, and never throws', () => {
    const text = fc.oneof(
      fc.string(),
      fc.constantFrom('-8%', '+20', '0', '-', '%', '1e9', '-0%', '__proto__'),
    );
    fc.assert(
      fc.property(text, text, text, text, (spx, vix, days, preset) => {
        expect(typeof readAsk({ spx, vix, days }).ok).toBe('boolean');
        expect(typeof readAsk({ spx: '-5%', preset }).ok).toBe('boolean');
      }),
    );
  });
});
