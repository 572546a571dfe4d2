import { isoDate } from '../core/dates.ts';
import type { IsoDate, Points } from '../core/units.ts';
import { availableFrom } from '../market/availability.ts';
import { SAME_DAY } from '../market/series-list.ts';
import { sessionStatus } from '../market/session-calendar.ts';
import type { SourceKind } from '../market/source-kind.ts';
import type { VxItem, VxRow } from './read-item.ts';
import { refuse } from './refuse.ts';
import { withoutMisprints } from './vx-misprints.ts';

/** One settlement as a vendor's row gives it. */
export interface RawSettle {
  readonly session: IsoDate;
  readonly expiration: IsoDate;
  readonly settle: number;
  readonly line: number;
}

/** Above this a row is broken; the highest settle on record is below 90. */
const HIGHEST = 200;
/** Below this a price is left out; the lowest settle on record is above 9. */
const LOWEST_REAL = 5;
const FIRST_SESSION = isoDate('2004-03-26');

const isSessionOrUnknown = (date: IsoDate): boolean => {
  const { kind } = sessionStatus(date);
  return kind === 'session' || kind === 'unknown';
};

const compared = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const byDate = (a: RawSettle, b: RawSettle): number =>
  compared(a.session, b.session) || compared(a.expiration, b.expiration);

/** @throws ProblemError for a price or date no VX future has */
function requirePossible(file: string, { session, settle, line }: RawSettle): void {
  if (session < FIRST_SESSION) {
    const what = `is before VX futures began on ${FIRST_SESSION}`;
    refuse({ file, line, field: 'date', value: session, what, fix: 'correct the date' });
  }
  if (settle < 0 || settle > HIGHEST) {
    const what = `is no price of a VIX future, which lies between 0 and ${HIGHEST}`;
    refuse({ file, line, field: 'settle', value: String(settle), what, fix: 'download the file again' });
  }
}

/** @throws ProblemError for an impossible row, or two different prices of one contract and session */
function checkedRows(file: string, raw: readonly RawSettle[], notes: string[]): readonly RawSettle[] {
  const kept: RawSettle[] = [];
  for (const row of [...raw].sort((a, b) => byDate(a, b) || a.line - b.line)) {
    requirePossible(file, row);
    const before = kept.at(-1);
    if (before === undefined || byDate(before, row) !== 0) kept.push(row);
    else if (before.settle !== row.settle) {
      const what = `a second, different price of one contract and session (the first is line ${before.line})`;
      const value = `${row.session} ${row.expiration}`;
      refuse({ file, line: row.line, value, what, fix: 'remove the wrong row' });
    }
  }
  if (kept.length < raw.length) notes.push(`${raw.length - kept.length} repeated rows dropped`);
  return kept;
}

function dropped<T>(
  rows: readonly T[],
  keep: (row: T) => boolean,
  what: string,
  notes: string[],
): readonly T[] {
  const kept = rows.filter(keep);
  if (kept.length < rows.length) notes.push(`${rows.length - kept.length} ${what} dropped`);
  return kept;
}

/** How a file's settlements are to be labelled. */
interface VxPlan {
  readonly source: SourceKind;
  readonly basis: VxItem['basis'];
}

/**
 * Settlements of monthly VX futures, cleaned: 0 is "no market", a contract ends the day before it settles, days
 * without a session are the vendor's copies, and prices out of line with both neighbours are misprints.
 *
 * @param notes  receives what was dropped
 * @returns undefined when nothing is left
 * @throws ProblemError for an impossible price, or two prices of one contract and session
 */
export function vxItem(
  file: string,
  raw: readonly RawSettle[],
  plan: VxPlan,
  notes: string[],
): VxItem | undefined {
  let rows = checkedRows(file, raw, notes);
  rows = dropped(rows, ({ settle }) => settle > 0, 'rows without a price (0)', notes);
  rows = rows.filter(({ session, expiration }) => session < expiration);
  rows = dropped(rows, ({ session }) => isSessionOrUnknown(session), 'rows on days without a session', notes);
  rows = withoutMisprints(rows, notes);
  rows = dropped(rows, ({ settle }) => settle >= LOWEST_REAL, 'prices below any VIX future', notes);
  if (rows.length === 0) return undefined;
  const finished = rows.map(
    ({ session, expiration, settle }): VxRow => ({
      session,
      expiration,
      settle: settle as Points,
      availableAt: availableFrom(SAME_DAY, session),
    }),
  );
  return { kind: 'vx', ...plan, rows: finished };
}
