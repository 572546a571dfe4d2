import { describe, expect, it } from 'vitest';
import { REPLAYS, type ReplayStage, replayNamed, type StageId } from './replays.ts';

const stage = (name: string, id: StageId): ReplayStage | undefined => {
  const replay = replayNamed(name);
  return replay.ok ? replay.value.stages.find((one) => one.id === id) : undefined;
};
const inPercent = (ln = Number.NaN): string => (100 * Math.expm1(ln)).toFixed(1);

describe('the replays', () => {
  // The four changes every account of these days gives.
  it.each([
    ['oct-1987', -20.5, undefined],
    ['feb-2018', -4.1, '115.6'],
    ['mar-2020', -12.0, '43.0'],
    ['apr-2025', -6.0, '50.9'],
  ] as const)('say what %s did in its worst session', (name, spx, vix) => {
    const worst = stage(name, 'worst-day');
    expect(100 * (worst?.spx ?? 0)).toBeCloseTo(spx, 1);
    expect(worst?.lnVix === undefined ? undefined : inPercent(worst.lnVix)).toBe(vix);
  });

  it('take VIX to 5.75 times its level in mar-2020: 14.38 to 82.69, as published', () => {
    expect(Math.exp(stage('mar-2020', 'peak')?.lnVix ?? 0)).toBeCloseTo(82.69 / 14.38, 3); // ln to 4 digits
  });

  it('have no vol for oct-1987, and a VIX3M wherever there is a VIX', () => {
    for (const { id, stages } of REPLAYS)
      for (const { lnVix, lnVix3m, start } of stages) {
        expect([lnVix, lnVix3m].map((x) => x === undefined)).toEqual(Array(2).fill(id === 'oct-1987'));
        expect(start === 'unknown').toBe(id === 'oct-1987');
      }
  });

  it('fall, with VIX3M rising by less than VIX', () => {
    for (const { spx, lnVix, lnVix3m } of REPLAYS.flatMap(({ stages }) => stages)) {
      expect(spx).toBeLessThan(0);
      if (lnVix !== undefined) expect(lnVix3m).toBeLessThan(lnVix);
    }
  });

  it('last a session, a week or longer, peak and trough from one high', () => {
    for (const { stages } of REPLAYS) {
      const [peak, trough] = [
        stages.find(({ id }) => id === 'peak'),
        stages.find(({ id }) => id === 'trough'),
      ];
      for (const { id, days } of stages) {
        if (id === 'worst-day') expect([1, 3]).toContain(days); // three across a weekend
        if (id === 'calm-week') expect(days).toBe(7);
      }
      if (peak === undefined || trough === undefined) continue;
      expect(trough.from).toBe(peak.from);
      expect(trough.to > peak.to).toBe(true);
      expect(trough.spx).toBeLessThan(peak.spx);
    }
  });

  it('answer an unknown name with the names there are', () => {
    const answer = replayNamed('mar-2021');
    expect(answer).toMatchObject({ ok: false, failure: { code: 'no-such-replay', asked: 'mar-2021' } });
    expect(answer.ok ? [] : answer.failure.known).toContain('mar-2020');
  });
});
