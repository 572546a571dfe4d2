import { dayNumber, isoDate } from '../core/dates.ts';
import type { IsoDate, Points } from '../core/units.ts';
import { availableFrom } from '../market/availability.ts';
import { SAME_DAY } from '../market/series-list.ts';
import { sessionStatus } from '../market/session-calendar.ts';
import type { SourceKind } from '../market/source-kind.ts';
import { vixMonthlyExpiration } from '../market/vix-expirations.ts';
import type { VxItem, VxRow } from './read-item.ts';
import { refuse } from './refuse.ts';

/** One settlement as a vendor's row gives it. */
export interface RawSettle {
  readonly session: IsoDate;
  readonly expiration: IsoDate;
  readonly settle: number;
  readonly line: number;
}

/** CFE's month letters. */
const MONTH_CODES = 'FGHJKMNQUVXZ';
const MONTH_NAMES = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Expiration of `K (May 07)` or `F (Jan 2026)`; undefined when letter and month disagree or it is no monthly contract. */
export function expirationOfContract(text: string): IsoDate | undefined {
  const match = /^([A-Z]) \(([A-Za-z]{3}) (\d{2}|\d{4})\)$/.exec(text.trim());
  const month = MONTH_NAMES.indexOf((match?.[2] ?? '').toLowerCase()) + 1;
  if (match === null || month === 0 || MONTH_CODES[month - 1] !== match[1]) return undefined;
  const digits = match[3] ?? '';
  const year = digits.length === 2 ? 2000 + Number(digits) : Number(digits);
  return year >= 2004 && year <= 2100 ? vixMonthlyExpiration(year, month) : undefined;
}

/** Month number, 1 to 12, of CFE's letter; undefined for any other. */
export function monthOfCode(code: string): number | undefined {
  const month = MONTH_CODES.indexOf(code) + 1;
  return code.length === 1 && month > 0 ? month : undefined;
}

/** A VX price outside this is a broken row; the highest settle on record is below 90. */
const HIGHEST = 200;
const LOWEST_REAL = 5;

const FIRST_SESSION = isoDate('2004-03-26');

const isSessionOrUnknown = (date: IsoDate): boolean => {
  const { kind } = sessionStatus(date);
  return kind === 'session' || kind === 'unknown';
};

const byDate = (a: RawSettle, b: RawSettle): number =>
  a.session < b.session
    ? -1
    : a.session > b.session
      ? 1
      : a.expiration < b.expiration
        ? -1
        : a.expiration > b.expiration
          ? 1
          : 0;

/** @throws ProblemError for a price nothing could be, or two different prices of one contract and session */
function checkedRows(file: string, raw: readonly RawSettle[], notes: string[]): readonly RawSettle[] {
  const kept: RawSettle[] = [];
  for (const row of [...raw].sort((a, b) => byDate(a, b) || a.line - b.line)) {
    const { settle, line } = row;
    if (row.session < FIRST_SESSION) {
      const what = `is before VX futures began on ${FIRST_SESSION}`;
      refuse({ file, line, field: 'date', value: row.session, what, fix: 'correct the date' });
    }
    if (settle < 0 || settle > HIGHEST) {
      const what = `is no price of a VIX future, which lies between 0 and ${HIGHEST}`;
      refuse({ file, line, field: 'settle', value: String(settle), what, fix: 'download the file again' });
    }
    const before = kept.at(-1);
    if (before === undefined || byDate(before, row) !== 0) kept.push(row);
    else if (before.settle !== settle) {
      const what = `a second, different price of one contract and session (the first is line ${before.line})`;
      refuse({ file, line, value: `${row.session} ${row.expiration}`, what, fix: 'remove the wrong row' });
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

/** Isolated jumps there and back beyond this ratio are misprints; a neighbour pair confirms anything real. */
const MISPRINT_RATIO = Math.log(1.5);
/** With one neighbour only, a wider allowance: a front future did double on 2018-02-05. */
const EDGE_RATIO = Math.log(3);
/** A contract this far from settlement does not move by half in a day, so its first price is judged like any other. */
const FAR_DAYS = 60;

/** Whether a price stands alone against its neighbours in time. Bad ones met: 1.00 on 2008-04-21, 18.14 on 2008-10-30. */
function isMisprint(rows: readonly RawSettle[], i: number): boolean {
  const row = rows[i];
  const [before, after] = [rows[i - 1], rows[i + 1]];
  if (row === undefined || (before === undefined && after === undefined)) return false;
  const up = before === undefined ? undefined : Math.log(row.settle / before.settle);
  const down = after === undefined ? undefined : Math.log(row.settle / after.settle);
  if (up !== undefined && down !== undefined)
    return Math.min(Math.abs(up), Math.abs(down)) > MISPRINT_RATIO && up * down > 0;
  const isFar = dayNumber(row.expiration) - dayNumber(row.session) > FAR_DAYS;
  return Math.abs(up ?? down ?? 0) > (isFar && up === undefined ? MISPRINT_RATIO : EDGE_RATIO);
}

function withoutMisprints(rows: readonly RawSettle[], notes: string[]): readonly RawSettle[] {
  const contracts = new Map<IsoDate, RawSettle[]>();
  for (const row of rows) {
    const contract = contracts.get(row.expiration);
    if (contract === undefined) contracts.set(row.expiration, [row]);
    else contract.push(row);
  }
  const bad = new Set(
    [...contracts.values()].flatMap((contract) => contract.filter((_, i) => isMisprint(contract, i))),
  );
  for (const { session, expiration, settle } of bad) {
    notes.push(
      `VX ${expiration}: price ${settle} of ${session} dropped, out of line with the sessions beside it`,
    );
  }
  return rows.filter((row) => !bad.has(row));
}

/** How a file's settlements are to be labelled. */
export interface VxPlan {
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
