import { describe, expect, it } from 'vitest';
import { applyBlocks, blockSampler, type Resampling } from './block-sampler.ts';

const PLAN: Resampling = { scheme: 'stationary', block: 5, replicates: 1, seed: 1 };
const countUp = (n: number): Float64Array => Float64Array.from({ length: n }, (_, i) => i);

function resample(rows: number, draw: ReturnType<typeof blockSampler>): number[] {
  const out = new Float64Array(rows);
  applyBlocks(draw(), countUp(rows), out);
  return [...out];
}

describe('the stationary scheme', () => {
  it('covers the rows exactly', () => {
    const draw = blockSampler(37, PLAN);
    for (let i = 0; i < 200; i++) {
      const { lengths, count } = draw();
      expect(lengths.slice(0, count).reduce((sum, length) => sum + length, 0)).toBe(37);
      expect(Math.min(...lengths.slice(0, count))).toBeGreaterThanOrEqual(1);
    }
  });

  it('goes on to the next row with chance 1 - 1/block, and visits all alike', () => {
    const rows = 50;
    const draw = blockSampler(rows, PLAN);
    const visits = new Float64Array(rows);
    let goesOn = 0;
    for (let i = 0; i < 4000; i++) {
      const sample = resample(rows, draw);
      sample.forEach((row, t) => {
        visits[row] = (visits[row] ?? 0) + 1;
        if (t > 0 && row === ((sample[t - 1] ?? 0) + 1) % rows) goesOn += 1;
      });
    }
    // also the 1 in 50 new blocks that begin by chance where the last ended; 196,000 draws fix a share to 0.0009
    expect(Math.abs(goesOn / (4000 * (rows - 1)) - (0.8 + 0.2 / rows))).toBeLessThan(0.003);
    // 4,000 visits a row on average, in blocks of about 5: a deviation of some 5 %
    expect(Math.min(...visits)).toBeGreaterThan(4000 * 0.8);
    expect(Math.max(...visits)).toBeLessThan(4000 * 1.2);
  });

  it('draws rows one by one for a block of 1', () => {
    const { lengths, count } = blockSampler(20, { ...PLAN, block: 1 })();
    expect(count).toBe(20);
    expect([...lengths]).toEqual(new Array(20).fill(1));
  });
});

describe('the circular scheme', () => {
  it('takes blocks of one length, the last cut off, and wraps around', () => {
    const draw = blockSampler(10, { ...PLAN, scheme: 'circular', block: 4 });
    const { lengths, count } = draw();
    expect([...lengths.slice(0, count)]).toEqual([4, 4, 2]);
    const sample = resample(10, draw);
    for (const t of [1, 2, 3, 5, 6, 7, 9]) expect(sample[t]).toBe(((sample[t - 1] ?? 0) + 1) % 10);
  });

  it('rotates the whole series for a block of all rows', () => {
    const sample = resample(6, blockSampler(6, { ...PLAN, scheme: 'circular', block: 6 }));
    expect([...sample].sort()).toEqual([0, 1, 2, 3, 4, 5]);
  });
});

it('gives the same resamples for the same seed, others for another', () => {
  const three = (seed: number): number[][] => {
    const draw = blockSampler(30, { ...PLAN, seed });
    return [resample(30, draw), resample(30, draw), resample(30, draw)];
  };
  expect(three(9)).toEqual(three(9));
  expect(three(9)).not.toEqual(three(10));
});

it('refuses blocks that do not fit', () => {
  expect(() => blockSampler(10, { ...PLAN, block: 0.5 })).toThrow('block must lie in [1, 10], was 0.5');
  expect(() => blockSampler(10, { ...PLAN, block: 11 })).toThrow('block must lie in [1, 10], was 11');
  expect(() => blockSampler(10, { ...PLAN, block: Number.NaN })).toThrow('block must lie in [1, 10]');
  expect(() => blockSampler(10, { ...PLAN, scheme: 'circular', block: 2.5 })).toThrow(
    'block must be an integer >= 1, was 2.5',
  );
  expect(() => blockSampler(10, { ...PLAN, replicates: 0 })).toThrow('replicates must be an integer >= 1');
  expect(() => blockSampler(0, PLAN)).toThrow('rows must be an integer >= 1, was 0');
});
