import { expect, it } from 'vitest';
import { seededRandom } from '../../core/random.ts';
import { nelderMead } from '../nelder-mead.ts';
import { type SviParams, sviTotalVariance } from './svi.ts';
import { quotedRange } from './svi-columns.ts';
import { fitInner, innerParams, sviInner } from './svi-inner.ts';
import { searchSvi, searchWalls } from './svi-search.ts';

const k = Float64Array.from({ length: 80 }, (_, i) => -0.3 + 0.005 * i);
const columnsOf = (w: (x: number) => number) => ({
  k,
  totalVariance: k.map((x) => w(x)),
  weight: k.map(() => 1),
});
const start = { m: -0.05, logSigma: Math.log(0.1) };

it('finds m and sigma of exact quotes to 1e-10', () => {
  const made: SviParams = { a: 0.0004, b: 0.021, rho: -0.55, m: 0.012, sigma: 0.04 };
  const columns = columnsOf((x) => sviTotalVariance(made, x));
  const inner = sviInner(columns);
  const found = searchSvi(inner, start, quotedRange(columns));
  expect(Math.abs(found.m - made.m)).toBeLessThan(1e-10);
  expect(Math.abs(Math.exp(found.logSigma) - made.sigma)).toBeLessThan(1e-10);
});

it('is not beaten by the downhill simplex from the same place, on noisy quotes of forty smiles', () => {
  const random = seededRandom(17);
  for (let trial = 0; trial < 40; trial++) {
    const made = {
      a: 0.001 * random(),
      b: 0.01 + 0.1 * random(),
      rho: 1.4 * random() - 0.9,
      m: 0.2 * random() - 0.1,
      sigma: 0.02 + 0.1 * random(),
    };
    const columns = columnsOf((x) => sviTotalVariance(made, x) * (1 + 0.04 * (random() - 0.5)));
    const range = quotedRange(columns);
    const walls = searchWalls(range);
    const inner = sviInner(columns);
    const { cost } = searchSvi(inner, start, range);
    const simplex = nelderMead(
      ([m = 0, s = 0]) =>
        m > walls.m[0] && m < walls.m[1] && s > walls.logSigma[0] && s < walls.logSigma[1]
          ? fitInner(inner, m, Math.exp(s))
          : Number.POSITIVE_INFINITY,
      [start.m, start.logSigma],
      { steps: [0.04, 0.4] },
    );
    // Both may end in a local minimum; here none does, and the simplex stops at 1e-10.
    expect(cost).toBeLessThanOrEqual(simplex.value * (1 + 1e-9));
  }
});

it('leaves the work space at the place it returns', () => {
  const columns = columnsOf((x) => 0.01 + 0.05 * Math.abs(x) + 0.002 * Math.sin(40 * x));
  const inner = sviInner(columns);
  const found = searchSvi(inner, start, quotedRange(columns));
  expect(innerParams(inner).m).toBe(found.m);
  expect(fitInner(inner, found.m, Math.exp(found.logSigma))).toBe(found.cost);
});

it('stays within its walls when the quotes are a straight line or a sharp corner', () => {
  for (const w of [(x: number) => 0.02 - 0.03 * x, (x: number) => 0.02 + Math.abs(x + 0.1)]) {
    const columns = columnsOf(w);
    const range = quotedRange(columns);
    const { m, logSigma } = searchSvi(sviInner(columns), start, range);
    const walls = searchWalls(range);
    expect(m).toBeGreaterThanOrEqual(walls.m[0]);
    expect(m).toBeLessThanOrEqual(walls.m[1]);
    expect(logSigma).toBeGreaterThanOrEqual(walls.logSigma[0]);
    expect(logSigma).toBeLessThanOrEqual(walls.logSigma[1]);
  }
});
