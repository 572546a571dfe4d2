import { expect, it } from 'vitest';
import { normalDraw, seededRandom } from '../../core/random.ts';
import { halfSharpes } from './half-sharpes.ts';
import { sharpeRatio } from './sharpe.ts';
import { columnOf, strategyMatrix } from './strategy-matrix.ts';

const random = seededRandom(12);
/** 43 rows do not divide by 8: blocks of five and six. */
const MATRIX = strategyMatrix(
  Array.from({ length: 5 }, () => Float64Array.from({ length: 43 }, () => 0.1 + normalDraw(random))),
);

it('is the Sharpe ratio over the rows of the blocks, for every subset of two blocks or more', () => {
  const sharpes = halfSharpes(MATRIX, 8);
  const out = new Float64Array(5);
  for (let blocks = 3; blocks < 256; blocks++) {
    if ((blocks & (blocks - 1)) === 0) continue;
    expect(sharpes.into(out, blocks)).toBeUndefined();
    for (let k = 0; k < 5; k++) {
      const rows = columnOf(MATRIX, k).filter((_, t) => {
        const block = Array.from({ length: 8 }, (__, b) => b).findLast((b) => t >= Math.floor((b * 43) / 8));
        return ((blocks >>> (block ?? 0)) & 1) === 1;
      });
      expect(out[k]).toBeCloseTo(sharpeRatio(rows) ?? Number.NaN, 12);
    }
  }
});

it('is 0 for a strategy that stood aside, and names one that always earns the same', () => {
  const idle = strategyMatrix([columnOf(MATRIX, 0), new Float64Array(43)]);
  const out = new Float64Array(2);
  expect(halfSharpes(idle, 4).into(out, 0b0011)).toBeUndefined();
  expect(out[1]).toBe(0);
  const steady = strategyMatrix([columnOf(MATRIX, 0), new Float64Array(43).fill(0.1)]);
  expect(halfSharpes(steady, 4).into(out, 0b0011)).toBe(1);
});
