import { addDays, dateFromParts, dayNumber, monthOf, yearOf } from '../../core/dates.ts';
import type { EpochMs, IsoDate } from '../../core/units.ts';
import type { OptionRoot } from '../../market/contract.ts';
import { isListed } from '../../market/listing-history.ts';
import { settlementInstant } from '../../market/settlement.ts';
import { spxMonthlyExpiration } from '../../market/spx-expirations.ts';
import { vixMonthlyExpiration } from '../../market/vix-expirations.ts';

/** One settlement of one root. */
export interface ListedExpiration {
  readonly root: OptionRoot;
  readonly expiration: IsoDate;
}

/** What the model lists options on. */
export type ModelUnderlying = 'SPX' | 'VIX';

interface Programme {
  readonly root: OptionRoot;
  /** Calendar days beyond which nothing of the root is listed here. */
  readonly reach: number;
}

/** SPX ends at two years because the model's smiles do; the exchange goes on to five. */
const PROGRAMMES: Readonly<Record<ModelUnderlying, readonly Programme[]>> = {
  SPX: [
    { root: 'SPX', reach: 730 },
    { root: 'SPXW', reach: 375 },
  ],
  VIX: [
    { root: 'VIX', reach: 285 },
    { root: 'VIXW', reach: 57 },
  ],
};
/**
 * Beyond so many days a root is listed for every so many months alone: SPX in June and December, SPXW at the ends of quarters.
 * Read off the chains of 2019, 2022 and 2023; the listing programmes give horizons only.
 */
const SPARSE: Readonly<Partial<Record<OptionRoot, { readonly beyond: number; readonly months: number }>>> = {
  SPX: { beyond: 400, months: 6 },
  SPXW: { beyond: 185, months: 3 },
};

/** No VIX option was listed before. */
const FIRST_VIX_YEAR = 2006;

/** What has been found out about one expiration; the two bounds close in on each other as days ask. */
interface Known extends ListedExpiration {
  readonly day: number;
  readonly settles: EpochMs;
  /** Days ahead at which it is listed, and at which it is not. */
  listed: number;
  unlisted: number;
}

/** By root and month of expiration: rules only, so that an answer never changes, and every day of a back-test asks again. */
const months = new Map<string, readonly Known[]>();

function daysOfMonth(month: number): IsoDate[] {
  const first = dateFromParts(Math.floor(month / 12), (month % 12) + 1, 1) as IsoDate;
  const dates: IsoDate[] = [];
  for (let date = first; monthOf(date) === monthOf(first); date = addDays(date, 1)) dates.push(date);
  return dates;
}

/** Dates of a month a root may expire on; `isListed` says which are, and would take its time over all of them. */
function candidates(root: OptionRoot, month: number): readonly IsoDate[] {
  const [year, ofYear] = [Math.floor(month / 12), (month % 12) + 1];
  switch (root) {
    case 'SPX':
      return [spxMonthlyExpiration(year, ofYear)];
    case 'VIX':
      return year < FIRST_VIX_YEAR ? [] : [vixMonthlyExpiration(year, ofYear)];
    default:
      return daysOfMonth(month);
  }
}

function expirationsIn({ root, reach }: Programme, month: number): readonly Known[] {
  const key = `${root} ${month}`;
  const before = months.get(key);
  if (before !== undefined) return before;
  // Programmes only grow: what was ever listed is listed on its last day.
  const found = candidates(root, month)
    .filter((date) => isListed(root, date, date))
    .map((expiration) => {
      const settles = settlementInstant(root, expiration);
      return { root, expiration, day: dayNumber(expiration), settles, listed: 0, unlisted: reach + 1 };
    });
  months.set(key, found);
  return found;
}

/** Whether it is listed so many days ahead, asking the programmes no oftener than a bisection must. */
function isOpen(known: Known, ahead: number): boolean {
  while (ahead > known.listed && ahead < known.unlisted) {
    const middle = (known.listed + known.unlisted) >> 1;
    if (isListed(known.root, known.expiration, addDays(known.expiration, -middle))) known.listed = middle;
    else known.unlisted = middle;
  }
  return ahead <= known.listed;
}

function isSkipped({ root, expiration }: ListedExpiration, ahead: number): boolean {
  const sparse = SPARSE[root];
  return sparse !== undefined && ahead > sparse.beyond && monthOf(expiration) % sparse.months !== 0;
}

/**
 * The expirations of an underlying that trade on a day and are not settled by `asOf`, as the exchange's programmes of that
 * time had them (`isListed`, an upper bound: on three real days of 2019-2023 it has 6 to 8 of 45 to 57 that were not open
 * yet). Both roots of a third Friday are listed.
 *
 * @returns ascending by settlement
 */
export function listedExpirations(
  underlying: ModelUnderlying,
  on: IsoDate,
  asOf: EpochMs,
): readonly ListedExpiration[] {
  const today = dayNumber(on);
  const thisMonth = 12 * yearOf(on) + monthOf(on) - 1;
  const found: Known[] = [];
  for (const programme of PROGRAMMES[underlying]) {
    const last = thisMonth + Math.ceil(programme.reach / 28);
    for (let month = thisMonth; month <= last; month++)
      for (const known of expirationsIn(programme, month)) {
        const ahead = known.day - today;
        if (ahead < 0 || known.settles <= asOf || isSkipped(known, ahead)) continue;
        if (isOpen(known, ahead)) found.push(known);
      }
  }
  return found.sort((a, b) => a.settles - b.settles).map(({ root, expiration }) => ({ root, expiration }));
}
