import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../core/random.ts';
import { arForecast } from './autoregression.ts';

describe('arForecast', () => {
  it('recovers an exact second-order recursion', () => {
    const x = [1, 2];
    while (x.length < 40) x.push(0.3 + 1.2 * (x.at(-1) ?? 0) - 0.5 * (x.at(-2) ?? 0));
    const next = 0.3 + 1.2 * (x.at(-1) ?? 0) - 0.5 * (x.at(-2) ?? 0);
    const fit = arForecast(Float64Array.from(x), 2);
    // The recursion has nearly settled by the end, so the normal equations are ill-conditioned: 1e-8, not 1e-15.
    expect(fit?.forecast).toBeCloseTo(next, 8);
    expect(Math.max(...(fit?.residuals ?? []).map(Math.abs))).toBeLessThan(1e-8);
  });

  it('leaves residuals that sum to nothing and know nothing of the lag', () => {
    const random = seededRandom(7);
    const x = Float64Array.from({ length: 200 }, random);
    const { residuals } = arForecast(x, 3) ?? { residuals: new Float64Array(0) };
    const sum = residuals.reduce((a, b) => a + b, 0);
    const withLag = residuals.reduce((a, b, i) => a + b * (x[i + 2] ?? 0), 0);
    expect(Math.abs(sum)).toBeLessThan(1e-10); // the two normal equations themselves
    expect(Math.abs(withLag)).toBeLessThan(1e-10);
  });

  it('gives nothing for a sample that is too short or never varies', () => {
    expect(arForecast(Float64Array.of(1, 2, 3, 4, 5), 2)).toBeUndefined();
    expect(arForecast(new Float64Array(50).fill(2), 3)).toBeUndefined();
  });
});
