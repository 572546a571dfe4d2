import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type IndexLevels, replayedLevels } from './replayed-levels.ts';
import { REPLAYS } from './replays.ts';

const TODAY: IndexLevels = { spx: 7000, vix: 16, vix3m: 18.5 };
const STAGES = REPLAYS.flatMap(({ id, stages }) => stages.map((stage) => ({ replay: id, stage })));
const stageOf = (replay: string, id: string) =>
  STAGES.find((one) => one.replay === replay && one.stage.id === id)?.stage ?? STAGES[0]?.stage;

describe('replayedLevels', () => {
  it('lays 5 February 2018 on a book at 7,000 and 16', () => {
    const stage = stageOf('feb-2018', 'worst-day');
    const after = stage === undefined ? undefined : replayedLevels(stage, TODAY);
    expect(after?.spx).toBeCloseTo(7000 * 0.959, 8);
    expect(after?.vix).toBeCloseTo(16 * 2.1559, 2); // 37.32 / 17.31 = 2.15598; ln rounded to 4 digits
    expect(after?.vix3m).toBeCloseTo(18.5 * 1.6518, 2); // 28.13 / 17.03
  });

  it('says nothing of VIX in 1987', () => {
    const stage = stageOf('oct-1987', 'worst-day');
    expect(stage && Object.keys(replayedLevels(stage, TODAY))).toEqual(['spx']);
  });

  it('scales with the levels it is laid on', () => {
    const level = fc.double({ min: 1, max: 10_000, noNaN: true });
    fc.assert(
      fc.property(fc.constantFrom(...STAGES), level, level, level, ({ stage }, spx, vix, vix3m) => {
        const [once, twice] = [1, 2].map((k) =>
          replayedLevels(stage, { spx: k * spx, vix: k * vix, vix3m: k * vix3m }),
        );
        expect(twice?.spx).toBe(2 * (once?.spx ?? 0)); // doubling is exact
        if (once?.vix !== undefined) expect(twice?.vix).toBe(2 * once.vix);
      }),
    );
  });

  it.each(['spx', 'vix', 'vix3m'] as const)('refuses a %s that is not positive', (name) => {
    const stage = stageOf('aug-2011', 'peak');
    expect(() => stage && replayedLevels(stage, { ...TODAY, [name]: 0 })).toThrow(
      `${name} must be finite and > 0`,
    );
  });
});
