import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  bareMarket,
  bookOf,
  condor,
  ladder,
  quotedMarket,
  VIX,
} from '../../../test/fixtures/scenario-market.ts';
import { worstClips } from './clip.ts';
import { outcomeOf } from './outcome.ts';
import { shockAxes } from './shock-axes.ts';
import { shockGrid } from './shock-grid.ts';

const BOOK = [condor(2), condor(7, 'XSP', '2026-12-04'), ...ladder()];

describe.each([
  ['at once', 0],
  ['ten days on', 10],
  ['after one condor has settled', 20],
])('a map of shocks %s', (_, days) => {
  const book = bookOf(quotedMarket(), BOOK);
  const axes = shockAxes(VIX);
  const grid = shockGrid(book, axes, { days });

  it('holds in each cell what that one shock does, to the cent', () => {
    fc.assert(
      fc.property(fc.nat(20), fc.nat(20), (i, j) => {
        const single = outcomeOf(book, { spx: axes.spx[j] ?? 0, vix: axes.vix[i] ?? 0, days });
        const at = i * axes.spx.length + j;
        const cell = Object.fromEntries(Object.entries(grid.cells).map(([part, cells]) => [part, cells[at]]));
        expect(single).toMatchObject({ ok: true, value: cell });
      }),
      { numRuns: 40 },
    );
  });

  it('names at least what any of its cells names as clipped', () => {
    const named = new Set(grid.clipped.map(({ code, subject }) => `${code} ${subject}`));
    for (const [spx, vix] of [
      [-0.15, -5],
      [0.1, -5],
      [-0.15, 45],
      [-0.05, 10],
    ] as const) {
      const single = outcomeOf(book, { spx, vix, days });
      for (const { code, subject } of single.ok ? single.value.clipped : [])
        expect(named).toContain(`${code} ${subject}`);
    }
    expect(worstClips(grid.clipped)).toEqual(grid.clipped);
  });
});

describe('a map', () => {
  it('leaves out a VIX the model does not show, and says so', () => {
    const book = bookOf(bareMarket(), BOOK);
    const grid = shockGrid(book, { spx: [0], vix: [-14, 0, 140] });
    expect(grid.vix).toEqual([0]);
    expect(grid.leftOut.map(({ code, asked }) => [code, asked])).toEqual([
      ['vix-outside', VIX - 14],
      ['vix-outside', VIX + 140],
    ]);
    expect(grid.cells.total).toHaveLength(1);
  });

  it('of a condor is worst at its edges, and VIX calls only ever gain with VIX', () => {
    const { cells, spx, vix } = shockGrid(bookOf(quotedMarket(), BOOK), shockAxes(VIX));
    const today = vix.indexOf(0) * spx.length;
    const calm = cells.core.subarray(today, today + spx.length);
    expect(Math.min(...calm.subarray(0, 3), ...calm.subarray(-3))).toBeLessThan(calm[spx.indexOf(0)] ?? 0);
    for (let i = 1; i < vix.length; i++)
      expect(cells.hedge[i * spx.length]).toBeGreaterThan(cells.hedge[(i - 1) * spx.length] ?? 0);
  });
});
