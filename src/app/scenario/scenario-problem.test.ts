import { describe, expect, it } from 'vitest';
import { problemLine } from '../../core/problem.ts';
import type { ScenarioFailure } from '../../portfolio/scenario/scenario-failure.ts';
import { type Asked, scenarioProblem } from './scenario-problem.ts';

const TYPED: Asked = {
  spx: '-40%',
  vix: '+130',
  preset: 'median',
  today: { vix: 16, session: '2026-11-19' },
};

describe('a refusal of the engine', () => {
  it.each<[ScenarioFailure, string]>([
    [
      { code: 'vix-outside', asked: 146, lowest: 5.317, highest: 109.64 },
      '--vix "+130": would put VIX at 146.00; from 16.00 the model reaches 5.3 to 109.6. Fix: ask for a change of -10.6 to +93.6 points.',
    ],
    [
      { code: 'spx-outside', asked: -0.4, lowest: -0.19617, highest: 0.2788 },
      '--spx "-40%": lies outside what can be answered here, -19.6% to +27.8%. Fix: ask for a move in that range.',
    ],
    [
      { code: 'vix3m-outside', asked: 90, lowest: 22.77, highest: 67.68 },
      '--vix "+130": leaves VIX3M at 90.00, and beside that VIX the model shows 22.8 to 67.7. Fix: ask for a smaller change, or another --slope.',
    ],
    [
      { code: 'not-modelled', symbol: 'SPY   261218P00650000', position: 'mine', years: 0.08, longest: 3 },
      'position mine "SPY   261218P00650000": is not on SPX, XSP or VIX, and the model prices nothing else. Fix: leave it out of the list you give to `alvh book import`.',
    ],
    [
      { code: 'start-outside', vix: 27.3, lowest: 13, highest: 20 },
      '--preset "median": was measured from a VIX of 13 to 20, and VIX is 27.30. Fix: take --preset model, or say what VIX does with --vix.',
    ],
    [
      { code: 'no-such-replay', asked: 'mar-2021', known: ['feb-2018', 'mar-2020'] },
      '--replay "mar-2021": is none of feb-2018 and mar-2020. Fix: write mar-2020.',
    ],
    [
      { code: 'index-only', replay: 'oct-1987' },
      '--replay "oct-1987": is known for the index only: VIX did not exist. Fix: say what VIX shall do beside it, such as --vix +100%.',
    ],
    [
      { code: 'no-start', vix: 16, vix3m: 40, nearest: { vix: 16, vix3m: 30.5 } },
      '--date "2026-11-19": closed with VIX 16.00 and VIX3M 40.00, which no state of the model shows; the nearest is 16.00 and 30.50. Fix: check both closes with `alvh data passport`, or ask for another --date.',
    ],
  ])('is a line with what was given, the range and a way out', (failure, line) => {
    expect(problemLine(scenarioProblem(failure, TYPED))).toBe(line);
  });

  it("is the data's for a book or a day that cannot be priced, the asker's else", () => {
    const kind = (failure: ScenarioFailure) => scenarioProblem(failure, TYPED).kind;
    expect(kind({ code: 'expired', symbol: 'X', position: 'p', years: -1, longest: 3 })).toBe('data');
    expect(kind({ code: 'no-start', vix: 1, vix3m: 1, nearest: { vix: 1, vix3m: 1 } })).toBe('data');
    expect(kind({ code: 'days-outside', asked: 400, lowest: 0, highest: 365 })).toBe('usage');
  });
});
