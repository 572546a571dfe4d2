import { addDays, weekdayOf } from '../../core/dates.ts';
import { normalDraw } from '../../core/random.ts';
import type { IsoDate } from '../../core/units.ts';
import type { Series } from '../../market/history.ts';
import { allOf, column, returning, walk } from './demo-column.ts';
import type { SeededPath } from './demo-months.ts';
import { namedStream } from './named-stream.ts';

const WEDNESDAY = 3;
/** Years of weeks before the ten: S13 ranks five, and its weeks are out nine days late. */
const YEARS_BEFORE = 6;
/** Shares of deposits, how far they wander, and weeks after which 1/e of a deviation is left. */
const BANKS = {
  cash: { mean: 0.16, sd: 0.02, memory: 60 },
  securities: { mean: 0.24, sd: 0.015, memory: 100 },
} as const;

/** Banks: deposits grow a tenth of a per cent a week, cash and securities are shares of them that return to their means. */
export function bankSeries({ seed, sessions, first: begin }: SeededPath): Series[] {
  const [begins, last] = [sessions[begin], sessions.at(-1)];
  if (begins === undefined || last === undefined) return [];
  const first = addDays(begins, -366 * YEARS_BEFORE);
  const weeks: IsoDate[] = [];
  const start = addDays(first, (WEDNESDAY - weekdayOf(first) + 7) % 7);
  for (let week = start; week <= last; week = addDays(week, 7)) weeks.push(week);
  const random = namedStream(seed, 'DPSACBW027SBOG');
  const deposits = walk(weeks.length, Math.log(7_500), () => 0.001 + 0.002 * normalDraw(random)).map(
    Math.exp,
  );
  const share = (name: string, law: typeof BANKS.cash | typeof BANKS.securities): Series => {
    const shares = returning(namedStream(seed, name), weeks.length, law);
    return column(name, allOf(weeks), (i) => (deposits[i] ?? 0) * (shares[i] ?? 0));
  };
  return [
    column('DPSACBW027SBOG', allOf(weeks), (i) => deposits[i] ?? 0),
    share('CASACBW027SBOG', BANKS.cash),
    share('TASACBW027SBOG', BANKS.securities),
  ];
}
