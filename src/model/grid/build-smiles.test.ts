import { describe, expect, it } from 'vitest';
import { decodeSmileGrid, encodeSmileGrid } from '../smile-grid.ts';
import { JOINT_MODEL } from '../two-factor.ts';
import { varianceCurves } from '../variance-curve.ts';
import { buildSmiles, GRID_PAIRS, GRID_SEED } from './build-smiles.ts';
import { GRID_DAYS, GRID_K, GRID_X, GRID_Y } from './smile-axes.ts';
import { SMILE_GRID_TEXT } from './smile-grid-data.ts';

const grid = decodeSmileGrid(SMILE_GRID_TEXT);

/** The committed log ratios of one node of the state grid at one maturity. */
function committed(maturity: number, y: number, x: number): Float64Array {
  const from = ((maturity * GRID_Y.length + y) * GRID_X.length + x) * GRID_K.length;
  return grid.logRatios.subarray(from, from + GRID_K.length);
}

describe('the committed smile grid', () => {
  // All paths of one state to three days: the noise of a state does not depend on the states built beside it.
  it('is what its parameters, paths and seed give, to the last unit', () => {
    const [x, y] = [5, 3];
    const days = GRID_DAYS.slice(0, 3);
    const states = [{ x: GRID_X[x] ?? 0, y: GRID_Y[y] ?? 0 }];
    const built = buildSmiles({
      model: JOINT_MODEL,
      curves: varianceCurves(JOINT_MODEL),
      states,
      days,
      pairs: GRID_PAIRS,
      seed: GRID_SEED,
    });
    days.forEach((_, m) => {
      const ratios = built[0]?.[m] ?? new Float64Array(0);
      committed(m, y, x).forEach((value, k) => {
        expect(Math.abs(value - Math.log(ratios[k] ?? 0))).toBeLessThanOrEqual(0.5 / 16_384 + 1e-12);
      });
    });
  }, 120_000);

  it('is read and written without loss', () => {
    expect(encodeSmileGrid(grid)).toBe(SMILE_GRID_TEXT);
  });

  it('refuses text of another size', () => {
    expect(() => decodeSmileGrid(SMILE_GRID_TEXT.slice(0, 400))).toThrow('rebuild it with npm run grid');
  });

  it('turns down to the right and up to the left, at every state and maturity', () => {
    for (let m = 0; m < GRID_DAYS.length; m++)
      for (let y = 0; y < GRID_Y.length; y++)
        for (let x = 0; x < GRID_X.length; x++) {
          const row = committed(m, y, x);
          const [put, atm, call] = [GRID_K.indexOf(-2), GRID_K.indexOf(0), GRID_K.indexOf(1)];
          expect(row[put] ?? 0).toBeGreaterThan(row[atm] ?? 0);
          expect(row[call] ?? 0).toBeLessThan(row[atm] ?? 0);
        }
  });
});
