import { describe, expect, it } from 'vitest';
import { isoDate } from '../core/dates.ts';
import { seededRandom } from '../core/random.ts';
import { sampleFuture, samplePath, sampleVol } from './sample-path.ts';
import { sessionsIn } from './session-calendar.ts';

const sessions = sessionsIn(isoDate('2000-01-03'), isoDate('2026-11-19'));
const path = samplePath(seededRandom(3), sessions);

describe('samplePath', () => {
  it('has moves that add up to its levels', () => {
    path.forEach((close, i) => {
      const before = path[i - 1];
      // Levels are rounded to a cent: two roundings of 0.005 on a level of hundreds at the least.
      if (before !== undefined)
        expect(Math.abs(Math.log(close.spx / before.spx) - close.move)).toBeLessThan(1e-4);
    });
  });

  it('ends at one level whatever the seed', () => {
    for (const seed of [1, 2, 3])
      expect(samplePath(seededRandom(seed), sessions.slice(-50)).at(-1)?.spx).toBe(7126.35);
  });

  it('moves VIX against the index, by about the correlation of the real pair', () => {
    let [xy, xx, yy] = [0, 0, 0];
    path.forEach(({ move, vix }, i) => {
      const before = path[i - 1];
      if (before === undefined) return;
      const y = Math.log(vix / before.vix);
      [xy, xx, yy] = [xy + move * y, xx + move * move, yy + y * y];
    });
    expect(xy / Math.sqrt(xx * yy)).toBeLessThan(-0.6);
    expect(xy / Math.sqrt(xx * yy)).toBeGreaterThan(-0.85);
  });

  it('keeps VIX where VIX has been', () => {
    const levels = path.map(({ vix }) => vix);
    expect(Math.min(...levels)).toBeGreaterThan(6);
    expect(Math.max(...levels)).toBeLessThan(60);
  });
});

describe('sampleVol', () => {
  it('is VIX itself at thirty days', () => {
    for (const vix of [11, 15, 21, 40]) expect(sampleVol(vix, 30 / 365)).toBeCloseTo(vix, 9);
  });

  it('goes to the long level with the horizon, from either side', () => {
    expect(sampleVol(12, 93 / 365)).toBeGreaterThan(12);
    expect(sampleVol(40, 93 / 365)).toBeLessThan(40);
    expect(sampleVol(40, 50)).toBeCloseTo(21, 0);
  });
});

describe('sampleFuture', () => {
  it('is in contango in calm and in backwardation in a panic', () => {
    expect(sampleFuture(14, 60 / 365)).toBeGreaterThan(sampleFuture(14, 30 / 365));
    expect(sampleFuture(45, 60 / 365)).toBeLessThan(sampleFuture(45, 30 / 365));
    expect(sampleFuture(16, 0)).toBeCloseTo(16, 9);
  });
});
