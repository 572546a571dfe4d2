import type { IsoDate } from '../../core/units.ts';
import type { JointModel } from '../joint-model.ts';
import { volIndexAt } from '../variance-window.ts';
import type { ColumnDates } from './demo-column.ts';
import { type DemoPath, hundredths } from './demo-path.ts';

/**
 * The daily part of a path: the ten years, and before them what the longest look-back of a signal needs. Processes that
 * remember run over all of it; values are wanted from `from` on.
 */
export interface DemoYears extends ColumnDates {
  readonly seed: number;
  readonly model: JointModel;
  readonly open: Float64Array;
  readonly close: Float64Array;
  readonly xOpen: Float64Array;
  readonly yOpen: Float64Array;
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** Log return of each session, decimal; 0 on the first. */
  readonly moves: Float64Array;
  /** VIX at the close, hundredths. */
  readonly vix: Float64Array;
}

/** Three years: S01 looks back 702 sessions. */
const WARM_UP = 756;

/**
 * @param since  the session whose look-back is wanted, and all after it; the first of the ten years when absent
 */
export function demoYears(path: DemoPath, model: JointModel, seed: number, since?: IsoDate): DemoYears {
  const start = Math.max(path.first - WARM_UP, 0);
  const part = (column: Float64Array): Float64Array => column.subarray(start);
  const dates = path.sessions.slice(start);
  const from = since === undefined ? 0 : Math.max(dates.indexOf(since) - WARM_UP, 0);
  const close = part(path.close);
  const [x, y] = [part(path.xClose), part(path.yClose)];
  return {
    seed,
    model,
    dates,
    from,
    open: part(path.open),
    close,
    xOpen: part(path.xOpen),
    yOpen: part(path.yOpen),
    x,
    y,
    moves: close.map((level, i) => (i === 0 ? 0 : Math.log(level / (close[i - 1] ?? level)))),
    vix: x.map((one, i) => hundredths(volIndexAt(model.vix, one, y[i] ?? 0))),
  };
}
