import { describe, expect, it } from 'vitest';
import { contextOf, daily } from '../../../test/fixtures/signal-history.ts';
import { normalDraw, seededRandom } from '../../core/random.ts';
import { macd } from '../../quant/series/macd.ts';
import { stdDev } from '../../quant/stats.ts';
import { vixMacdDivergence } from './s01-vix-macd-divergence.ts';
import { isPresent } from './signal.ts';

/** A mean-reverting walk like VIX. */
function wandering(length: number, seed: number): number[] {
  const random = seededRandom(seed);
  let x = Math.log(16);
  return Array.from({ length }, () => {
    x += 0.05 * (Math.log(16) - x) + 0.06 * normalDraw(random);
    return Math.exp(x);
  });
}

const read = (values: readonly number[]) => vixMacdDivergence(contextOf([daily('VIX.close', values)]));

describe('S01', () => {
  it('is -0.5 tanh of the standardised histogram when nothing diverges', () => {
    const rising = Array.from({ length: 400 }, (_, i) => 10 + 0.01 * i + (i > 390 ? 0.5 * (i - 390) : 0));
    const { histogram } = macd(Float64Array.from(rising));
    const score = (histogram.values.at(-1) ?? 0) / stdDev(histogram.values.subarray(-252));
    const signal = read(rising);
    expect(signal).toMatchObject({ value: -0.5 * Math.tanh(score), direction: 'adverse' });
  });

  it('gives to 1e-9 the same reading on 702 bars as on the whole history', () => {
    for (const seed of [1, 2, 3, 4, 5, 6, 7, 8]) {
      const whole = wandering(3000, seed);
      const [long, short] = [read(whole), read(whole.slice(-702))];
      expect(isPresent(long) && isPresent(short) && Math.abs(long.value - short.value)).toBeLessThan(1e-9);
      const { histogram } = macd(Float64Array.from(whole));
      const shown = isPresent(short) ? short.inputs['histogram'] : undefined;
      expect(Math.abs((histogram.values.at(-1) ?? 0) - (shown ?? Number.NaN))).toBeLessThan(1e-9);
    }
  });

  it('fades a divergence by a tenth a bar, from the bar that confirms it', () => {
    const found = Array.from({ length: 60 }, (_, seed) => wandering(700, seed)).flatMap((values) => {
      const signal = read(values);
      return isPresent(signal) && signal.inputs['age'] !== undefined ? [signal] : [];
    });
    expect(found.length).toBeGreaterThan(3);
    for (const { value, inputs } of found)
      expect(Math.abs(value)).toBeCloseTo(1 - (inputs['age'] ?? 0) / 10, 12);
  });

  it('is neutral on a VIX that never moved, and absent with under 285 sessions', () => {
    expect(read(new Array<number>(400).fill(15))).toMatchObject({ value: 0, direction: 'neutral' });
    expect(read(wandering(284, 1))).toMatchObject({
      absent: 'VIX.close: 284 sessions of history, 285 needed',
    });
  });
});
