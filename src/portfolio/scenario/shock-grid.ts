import { ok, type Result } from '../../core/result.ts';
import { type Clip, worstClips } from './clip.ts';
import type { JointShock } from './joint-shock.ts';
import { legClips } from './leg-clips.ts';
import { valueOfMove } from './leg-value.ts';
import { type CoreAndHedge, legPnl, partOf } from './outcome.ts';
import type { ScenarioBook } from './scenario-book.ts';
import type { ShockOutside } from './scenario-failure.ts';
import type { ShockAxes } from './shock-axes.ts';
import { type ShockedMarket, shockedMarket } from './shocked-market.ts';

/** Gain and loss of a book over moves of SPX and VIX; the cell of VIX i and SPX j lies at i * spx.length + j. */
export interface ShockGrid {
  readonly spx: readonly number[];
  /** Changes of VIX, points: those asked for that the model has factors for. */
  readonly vix: readonly number[];
  readonly days: number;
  /** Cents. */
  readonly cells: Readonly<Record<keyof CoreAndHedge, Float64Array>>;
  /** Rows left out because the model cannot show that VIX. */
  readonly leftOut: readonly ShockOutside[];
  /** The worst of each kind and leg over the whole grid. */
  readonly clipped: readonly Clip[];
}

/** Gain and loss by part of the book, cents. */
type Cells = ShockGrid['cells'];

function emptyCells(count: number): Cells {
  const column = (): Float64Array => new Float64Array(count);
  return { core: column(), hedge: column(), other: column(), total: column() };
}

/** One row, from cell `first`: volatility is shocked once, then each leg runs over the moves of SPX. */
function fillRow(
  shocked: ShockedMarket,
  { legs }: ScenarioBook,
  spx: readonly number[],
  cells: Cells,
  first: number,
): void {
  const { total } = cells;
  for (const leg of legs) {
    const part = cells[partOf(leg.purpose)];
    const value = valueOfMove(shocked, leg.anchor);
    // VIX contracts do not feel SPX but through VIX: one value for the row.
    const alike = leg.anchor.kind === 'vix' ? legPnl(leg, value(0)) : undefined;
    for (let j = 0; j < spx.length; j++) {
      const pnl = alike ?? legPnl(leg, value(spx[j] ?? 0));
      part[first + j] = (part[first + j] ?? 0) + pnl;
      total[first + j] = (total[first + j] ?? 0) + pnl;
    }
  }
}

/**
 * One line: a book over moves of SPX while a shock is done to volatility; its own move of SPX is not read.
 *
 * @returns the range, for a shock outside it
 */
export function shockLine(
  book: ScenarioBook,
  shock: JointShock,
  spx: readonly number[],
): Result<Cells, ShockOutside> {
  const shocked = shockedMarket(book.market, { ...shock, spx: 0 });
  if (!shocked.ok) return shocked;
  const cells = emptyCells(spx.length);
  fillRow(shocked.value, book, spx, cells, 0);
  return ok(cells);
}

/** Moneyness goes one way with SPX, so what is clipped anywhere in a row is clipped most at one of its ends. */
function rowClips(shocked: ShockedMarket, { legs }: ScenarioBook, spx: readonly number[]): readonly Clip[] {
  const ends = [spx[0] ?? 0, spx.at(-1) ?? 0];
  return [...shocked.clipped, ...legs.flatMap((leg) => ends.flatMap((end) => legClips(shocked, leg, end)))];
}

/**
 * The heat map: a book repriced at every pair of an SPX and a VIX move. Each cell is to the cent what `outcomeOf` says of
 * that shock.
 *
 * @param meanwhile  calendar days that pass before the move stands, and the power with which VIX3M follows
 */
export function shockGrid(
  book: ScenarioBook,
  { spx, vix }: ShockAxes,
  meanwhile: Pick<JointShock, 'days' | 'slope'> = { days: 0 },
): ShockGrid {
  const rows: { readonly vix: number; readonly shocked: ShockedMarket }[] = [];
  const leftOut: ShockOutside[] = [];
  for (const change of vix) {
    const shocked = shockedMarket(book.market, { spx: 0, vix: change, ...meanwhile });
    if (shocked.ok) rows.push({ vix: change, shocked: shocked.value });
    else leftOut.push(shocked.failure);
  }
  const cells = emptyCells(rows.length * spx.length);
  const clips: Clip[] = [];
  rows.forEach(({ shocked }, i) => {
    fillRow(shocked, book, spx, cells, i * spx.length);
    clips.push(...rowClips(shocked, book, spx));
  });
  return {
    spx,
    vix: rows.map((row) => row.vix),
    days: meanwhile.days,
    cells,
    leftOut,
    clipped: worstClips(clips),
  };
}
