import { type JointShock, NO_MOVE } from '../../portfolio/scenario/joint-shock.ts';
import { modelResponse } from '../../portfolio/scenario/model-response.ts';
import type { ScenarioBook } from '../../portfolio/scenario/scenario-book.ts';
import type { ScenarioMarket } from '../../portfolio/scenario/scenario-market.ts';
import { shockAxes } from '../../portfolio/scenario/shock-axes.ts';
import { shockGrid, shockLine } from '../../portfolio/scenario/shock-grid.ts';
import { stateOf } from '../../portfolio/scenario/shocked-levels.ts';
import type { GridView, LinesView } from './scenario-report.ts';

/** The likeliest VIX is that of a week: a day is too short for large moves, a month for sudden ones. */
const LIKELY_YEARS = 5 / 252;

const rowsOf = (cells: Float64Array, width: number): readonly (readonly number[])[] =>
  Array.from({ length: cells.length / width }, (_, i) => [...cells.subarray(i * width, (i + 1) * width)]);

/** The change of VIX the model expects beside each move, where its factors reach that far. */
function likelyVix(market: ScenarioMarket, moves: readonly number[]): GridView['likely'] {
  return moves.flatMap((spx) => {
    const after = modelResponse(market, spx, LIKELY_YEARS);
    const isShown = stateOf(market, after.vix, after.vix3m) !== undefined;
    return isShown ? [{ spx, vix: after.vix - market.quoted.vix }] : [];
  });
}

/** The heat map of a book over today's axes. */
export function gridView(book: ScenarioBook, meanwhile: Pick<JointShock, 'days' | 'slope'>): GridView {
  const { market } = book;
  const axes = shockAxes(market.quoted.vix);
  const grid = shockGrid(book, axes, meanwhile);
  const width = grid.spx.length;
  return {
    spx: grid.spx,
    vix: grid.vix,
    days: meanwhile.days,
    cells: {
      core: rowsOf(grid.cells.core, width),
      hedge: rowsOf(grid.cells.hedge, width),
      other: rowsOf(grid.cells.other, width),
      total: rowsOf(grid.cells.total, width),
    },
    likely: likelyVix(market, axes.spx),
    leftOut: grid.leftOut.map(({ asked }) => asked),
    clipped: grid.clipped,
  };
}

const POINTS = 101;
const [FROM, TO] = [-0.15, 0.1];

/** Lines over SPX: with volatility as it is, and as a shock leaves it; both the days of the shock later. */
export function linesView(book: ScenarioBook, shock: JointShock = NO_MOVE): LinesView {
  const spx = Array.from({ length: POINTS }, (_, i) => FROM + ((TO - FROM) * i) / (POINTS - 1));
  const still = { ...NO_MOVE, days: shock.days };
  const lines = (shock.vix === 0 ? [still] : [still, shock]).flatMap((one) => {
    const line = shockLine(book, one, spx);
    if (!line.ok) return [];
    const { total, hedge } = line.value;
    return [
      { vix: one.vix, total: [...total], unhedged: [...total.map((cell, i) => cell - (hedge[i] ?? 0))] },
    ];
  });
  return { spx, lines };
}
