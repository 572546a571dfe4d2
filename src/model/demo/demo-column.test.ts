import { describe, expect, it } from 'vitest';
import { isoDate } from '../../core/dates.ts';
import { seededRandom } from '../../core/random.ts';
import { availableAt } from '../../market/series-catalogue.ts';
import { allOf, column, returning, walk } from './demo-column.ts';

const DATES = ['2026-11-17', '2026-11-18', '2026-11-19'].map(isoDate);

describe('column', () => {
  it('is dated, tagged and available as the catalogue says', () => {
    const series = column('CPIAUCSL', allOf([isoDate('2026-09-01')]), () => 330);
    expect(series.tags).toEqual(['revised']);
    expect(series.availableAt[0]).toBe(availableAt('CPIAUCSL', isoDate('2026-09-01')));
  });

  it('shows the end of a process and nothing before it', () => {
    const whole = column('VIX.close', allOf(DATES), (i) => 15 + i);
    const tail = column('VIX.close', { dates: DATES, from: 1 }, (i) => 15 + i);
    expect(tail.days).toEqual(whole.days.subarray(1));
    expect([...tail.values]).toEqual([16, 17]);
  });

  it('refuses a name nobody has described', () => {
    expect(() => column('NOBODY.knows', allOf(DATES), () => 1)).toThrow(
      'name must be in the series catalogue',
    );
  });
});

describe('walk', () => {
  it('adds up its steps', () => {
    expect([...walk(3, 10, (i) => i + 1)]).toEqual([11, 13, 16]);
  });
});

describe('returning', () => {
  const path = returning(seededRandom(5), 200_000, { mean: 4, sd: 0.5, memory: 10 });
  const deviation = path.map((x) => (x - 4) / 0.5);
  const mean = (f: (i: number) => number): number => {
    let sum = 0;
    for (let i = 0; i < deviation.length - 10; i++) sum += f(i);
    return sum / (deviation.length - 10);
  };

  // 200,000 steps with a memory of 10 are some 10,000 independent ones: standard errors near .01.
  it('has its mean and its spread', () => {
    expect(Math.abs(mean((i) => deviation[i] ?? 0))).toBeLessThan(0.05);
    expect(Math.abs(mean((i) => (deviation[i] ?? 0) ** 2) - 1)).toBeLessThan(0.06);
  });

  it('keeps 1/e of a deviation after its memory', () => {
    const kept = mean((i) => (deviation[i] ?? 0) * (deviation[i + 10] ?? 0));
    expect(Math.abs(kept - Math.exp(-1))).toBeLessThan(0.05);
  });
});
