import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { conditionalVix, type VixPresetQuestion } from './conditional-vix.ts';
import { CONDITIONAL_VIX, type Horizon } from './conditional-vix-table.ts';

const TABLES = Object.values(CONDITIONAL_VIX);
const QUANTILES = ['p10', 'median', 'p90'] as const;
const ask = (question: Partial<VixPresetQuestion>) =>
  conditionalVix({ spx: -0.02, sessions: 5, vix: 16, quantile: 'median', ...question });
const preset = (question: Partial<VixPresetQuestion>) => {
  const answer = ask(question);
  if (!answer.ok) throw new Error(answer.failure.code);
  return answer.value;
};

describe('the table', () => {
  it('has centres inside their buckets, quantiles in order, no more episodes than windows', () => {
    for (const { lowest, highest, buckets } of TABLES)
      buckets.forEach(({ below, centre, n, episodes, p10, median, p90 }, i) => {
        expect(centre).toBeGreaterThanOrEqual(buckets[i - 1]?.below ?? lowest);
        expect(centre).toBeLessThanOrEqual(Math.min(below, highest));
        expect([p10, median, p90]).toEqual([p10, median, p90].sort((a, b) => a - b));
        expect(episodes).toBeGreaterThan(0);
        expect(episodes).toBeLessThanOrEqual(n);
      });
  });

  it('puts VIX higher the deeper the fall, at every quantile', () => {
    for (const { buckets } of TABLES)
      for (const quantile of QUANTILES) {
        const falls = buckets.filter(({ centre }) => centre < 0).map((bucket) => bucket[quantile]);
        expect(falls).toEqual([...falls].sort((a, b) => b - a));
      }
  });
});

describe('conditionalVix', () => {
  it('gives the bucket itself at its centre', () => {
    for (const { sessions, buckets } of TABLES)
      for (const quantile of QUANTILES)
        for (const bucket of buckets)
          expect(preset({ spx: bucket.centre, sessions, quantile }).change).toBeCloseTo(bucket[quantile], 12);
  });

  it('reads -8 % in five sessions off the line between -10.94 and -5.45 %', () => {
    // by hand: 23.03 - (0.1094 - 0.08) / (0.1094 - 0.0545) x (23.03 - 11.33)
    expect(preset({ spx: -0.08 })).toMatchObject({ n: 5, episodes: 3, isThin: true });
    expect(preset({ spx: -0.08 }).change).toBeCloseTo(16.7644, 4);
  });

  it('calls -4 % in a session thin, resting on one day, and -1 % not', () => {
    expect(preset({ spx: -0.04, sessions: 1 })).toMatchObject({ n: 1, isThin: true });
    expect(preset({ spx: -0.01, sessions: 1 }).isThin).toBe(false);
  });

  it('stays flat beyond the outermost centre, and names the move it answered for', () => {
    const far = preset({ spx: -0.3, sessions: 21, quantile: 'p90' });
    expect(far).toMatchObject({ change: 62.11, clippedTo: -0.2518 });
    expect(preset({ spx: -0.25, sessions: 21 })).not.toHaveProperty('clippedTo');
  });

  it('refuses a move beyond the record and says what the record is', () => {
    expect(ask({ spx: -0.12 })).toEqual({
      ok: false,
      failure: { code: 'move-outside', spx: -0.12, lowest: -0.1169, highest: 0.0726 },
    });
    expect(ask({ spx: 0.04, sessions: 1 }).ok).toBe(false);
  });

  it.each([12.99, 20.01, 45])('refuses a VIX of %d: no window on record began there', (vix) => {
    expect(ask({ vix })).toEqual({
      ok: false,
      failure: { code: 'start-outside', vix, lowest: 13, highest: 20 },
    });
  });

  it('never leaves what the buckets on either side say', () => {
    const anyHorizon = fc.constantFrom<Horizon>(1, 5, 21);
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(anyHorizon, share, fc.constantFrom(...QUANTILES), (sessions, u, quantile) => {
        const { lowest, highest, buckets } = CONDITIONAL_VIX[sessions];
        const spx = Math.min(lowest + u * (highest - lowest), highest);
        const above = buckets.findIndex(({ centre }) => centre >= spx);
        const beside = above === -1 ? buckets.slice(-1) : buckets.slice(Math.max(above - 1, 0), above + 1);
        const values = beside.map((bucket) => bucket[quantile]);
        const { change } = preset({ spx, sessions, quantile });
        expect(change).toBeGreaterThanOrEqual(Math.min(...values) - 1e-12); // rounding of one interpolation
        expect(change).toBeLessThanOrEqual(Math.max(...values) + 1e-12);
      }),
    );
  });

  it.each(['spx', 'vix'] as const)('refuses a %s that is no number', (name) => {
    expect(() => ask({ [name]: Number.NaN })).toThrow(`${name} must be finite`);
  });
});
