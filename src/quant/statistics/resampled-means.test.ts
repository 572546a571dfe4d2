import { expect, it } from 'vitest';
import { normalDraw, seededRandom } from '../../core/random.ts';
import { mean } from '../stats.ts';
import { applyBlocks, blockSampler, type Resampling } from './block-sampler.ts';
import { forEachResampledMean } from './resampled-means.ts';
import { columnMeans, columnOf, strategyMatrix } from './strategy-matrix.ts';

const random = seededRandom(3);
const MATRIX = strategyMatrix(
  Array.from({ length: 4 }, (_, k) => Float64Array.from({ length: 31 }, () => k + normalDraw(random))),
);

it.each(['stationary', 'circular'] as const)(
  'is the mean of each %s resample less that of the sample',
  (scheme) => {
    const plan: Resampling = { scheme, block: 4, replicates: 50, seed: 8 };
    const draw = blockSampler(31, plan);
    const resampled = new Float64Array(31);
    const means = columnMeans(MATRIX);
    let visits = 0;
    forEachResampledMean(MATRIX, plan, (moves) => {
      const blocks = draw();
      for (let k = 0; k < 4; k++) {
        applyBlocks(blocks, columnOf(MATRIX, k), resampled);
        expect(moves[k]).toBeCloseTo(mean(resampled) - (means[k] ?? Number.NaN), 14);
      }
      visits += 1;
    });
    expect(visits).toBe(50);
  },
);
