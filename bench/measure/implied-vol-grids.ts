import { seededRandom } from '../../src/core/random.ts';
import { IV_CODE, type PremiumQuotes } from '../../src/quant/batch/columns.ts';
import type { Kernels } from '../../src/quant/batch/kernels.ts';
import { otmPremium } from '../../src/quant/black76.ts';
import { impliedVol } from '../../src/quant/implied-vol.ts';
import { numberIn, readVectors, type Worst, worstOf } from './vectors.ts';

/** Something that solves columns of out-of-the-money premiums; NaN where it refuses. */
export type VolSolver = (quotes: PremiumQuotes) => Float64Array;

export const scalarSolver: VolSolver = ({ sign, premium, forward, strike, expiry, discount }) =>
  Float64Array.from(sign, (w, i) => {
    const solved = impliedVol({
      right: w === 1 ? 'call' : 'put',
      premium: premium[i] as number,
      forward: forward[i] as number,
      strike: strike[i] as number,
      expiry: expiry[i] as number,
      discount: discount[i] as number,
    });
    return solved.ok ? solved.value : Number.NaN;
  });

export const batchSolver =
  (kernels: Kernels): VolSolver =>
  (quotes) => {
    const rows = quotes.sign.length;
    const vols = { vol: new Float64Array(rows), code: new Uint8Array(rows).fill(255) };
    kernels.impliedVol(quotes, vols);
    return vols.vol.map((vol, i) => (vols.code[i] === IV_CODE.solved ? vol : Number.NaN));
  };

/** Out-of-the-money quotes whose vol is known because they were made with it. */
interface MadeQuotes extends PremiumQuotes {
  readonly vol: Float64Array;
}

function made(count: number, draw: () => { forward: number; strike: number; vol: number; expiry: number }) {
  const rows = Array.from({ length: count }, draw).map((row) => ({
    ...row,
    sign: row.strike >= row.forward ? 1 : -1,
    premium: otmPremium(row.forward, row.strike, row.vol * Math.sqrt(row.expiry)),
  }));
  const kept = rows.filter(({ premium, forward, strike }) => premium > 1e-289 * Math.min(forward, strike));
  const column = (pick: (row: (typeof rows)[number]) => number) => Float64Array.from(kept, pick);
  return {
    sign: column((row) => row.sign),
    premium: column((row) => row.premium),
    forward: column((row) => row.forward),
    strike: column((row) => row.strike),
    expiry: column((row) => row.expiry),
    vol: column((row) => row.vol),
    discount: new Float64Array(kept.length).fill(1),
  } satisfies MadeQuotes;
}

const COUNT = 100_000;

/** Strikes within six deviations, vols 6 to 90 %, a day to two years: what an SPX chain holds. */
function spxGrid(): MadeQuotes {
  const random = seededRandom(20_261_120);
  return made(COUNT, () => {
    const expiry = (1 + 730 * random() ** 2) / 365;
    const vol = 0.06 + 0.84 * random() ** 2;
    const distance = (12 * random() - 6) * vol * Math.sqrt(expiry);
    return { forward: 5000, strike: Math.max(5 * Math.round(1000 * Math.exp(distance)), 5), vol, expiry };
  });
}

/** |ln F/K| up to 3, standard deviations from 1e-4 to 5. */
function wideGrid(): MadeQuotes {
  const random = seededRandom(20_261_121);
  return made(COUNT, () => ({
    forward: 100,
    strike: 100 * Math.exp(6 * random() - 3),
    vol: 1e-4 * 5e4 ** random(),
    expiry: 1,
  }));
}

/**
 * How far the vols solved are from those the premiums were made with. A premium near its upper bound no longer tells vols
 * apart: the error is taken beyond what rounding the premium once makes of it (`rounding / vega`, relative).
 */
function errorOn(solve: VolSolver, quotes: MadeQuotes): Worst {
  const solved = solve(quotes);
  return worstOf(
    Array.from(quotes.vol, (vol, i) => {
      const [F, K, T] = [quotes.forward[i] as number, quotes.strike[i] as number, quotes.expiry[i] as number];
      const error = Math.abs((solved[i] as number) / vol - 1);
      const doubt = conditioning(F, K, vol * Math.sqrt(T), quotes.premium[i] as number);
      return {
        error: error <= doubt ? 0 : error - doubt,
        at: `F ${F} K ${K} vol ${vol} T ${T}`,
      };
    }),
  );
}

/** Relative change of vol that a premium's own rounding stands for, 4 units in the last place of it. */
function conditioning(forward: number, strike: number, stdDev: number, premium: number): number {
  const h = 1e-5;
  const slope =
    (otmPremium(forward, strike, stdDev * (1 + h)) - otmPremium(forward, strike, stdDev * (1 - h))) / (2 * h);
  return (4 * Number.EPSILON * premium) / slope;
}

export const gridVolError = (solve: VolSolver): Worst => errorOn(solve, spxGrid());
export const wideVolError = (solve: VolSolver): Worst => errorOn(solve, wideGrid());

/** Error over what a double premium can tell, on every row of the reference. */
export function vectorVolRatio(solve: VolSolver, root: string): Worst {
  const rows = readVectors(root, 'vectors', 'implied_vol_otm.csv');
  const column = (name: string): Float64Array => Float64Array.from(rows, (row) => numberIn(row, name));
  const solved = solve({
    sign: Float64Array.from(rows, (row) => (row['type'] === 'C' ? 1 : -1)),
    premium: column('price_undiscounted'),
    forward: column('F'),
    strike: column('K'),
    expiry: column('T'),
    discount: new Float64Array(rows.length).fill(1),
  });
  return worstOf(
    rows.map((row, i) => ({
      error:
        Math.abs((solved[i] as number) / numberIn(row, 'implied_vol_of_that_double') - 1) /
        numberIn(row, 'attainable_rel_accuracy'),
      at: Object.values(row).slice(0, 4).join(' '),
    })),
  );
}
