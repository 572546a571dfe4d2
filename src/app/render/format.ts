import { dayNumber, monthOf, weekdayOf, yearOf } from '../../core/dates.ts';
import { grouped, showDollars } from '../../core/show-dollars.ts';
import type { Cents, IsoDate } from '../../core/units.ts';

/*
 * How a number becomes words, in one place for terminal and page. ASCII signs, so that a figure copied from a terminal
 * pastes into a spreadsheet; the page swaps in the typographic minus. Nothing here asks the machine for its locale.
 */

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;
const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] as const;

/** What stands where a number is unknown: never 0, never blank. */
export const UNKNOWN = 'n/a';

/** Fixed decimals with thousands commas; a value that rounds to zero loses its sign. */
export function fixed(x: number, decimals: number): string {
  const [whole = '0', part] = Math.abs(x).toFixed(decimals).split('.');
  const text = part === undefined ? grouped(whole) : `${grouped(whole)}.${part}`;
  return x < 0 && /[1-9]/.test(text) ? `-${text}` : text;
}

/** As `fixed`, with a plus sign on what is above zero: for changes and profit or loss. */
export function signed(x: number, decimals: number): string {
  const text = fixed(x, decimals);
  return x > 0 && /[1-9]/.test(text) ? `+${text}` : text;
}

/** `7,012.40`: an index level. */
export const level = (x: number): string => fixed(x, 2);
/** `2,825` or `2,827.50`: a strike, without needless decimals. */
export const strike = (x: number): string =>
  Number.isInteger(x) ? String(x) : x.toFixed(2).replace(/0$/, '');
/** `12.8%` from 0.128. */
export const percent = (x: number, decimals = 1): string => `${fixed(x * 100, decimals)}%`;
/** `+5.2%` from 0.052. */
export const signedPercent = (x: number, decimals = 1): string => `${signed(x * 100, decimals)}%`;

/** `$4,330`, `-$4,330`: whole dollars from cents. */
export const money = showDollars;

/** `+$1,080`, `-$310`, `$0`. */
export function signedMoney(amount: Cents | number): string {
  const text = money(amount);
  return amount > 0 && text !== '$0' ? `+${text}` : text;
}

/** `$5.20`: to the cent, for fees. */
export const moneyExact = (amount: Cents | number): string =>
  amount < 0 ? `-$${fixed(-amount / 100, 2)}` : `$${fixed(amount / 100, 2)}`;

/** A premium with the side it is on: `3.35 cr` is received, `1.10 db` is paid. + pay, - receive, as in an order. */
export const premium = (pay: number): string => (pay < 0 ? `${fixed(-pay, 2)} cr` : `${fixed(pay, 2)} db`);

/** `Tue 13 Mar 2029`. */
export const longDate = (date: IsoDate): string =>
  `${WEEKDAYS[weekdayOf(date)]} ${dayMonth(date)} ${yearOf(date)}`;
/** `20 Mar`. */
export const dayMonth = (date: IsoDate): string =>
  `${Number(date.slice(8))} ${MONTHS[monthOf(date) - 1] ?? ''}`;
/** `20 Mar`, and `17 Mar '27` when the year is not that of `from`. */
export const nearDate = (date: IsoDate, from: IsoDate): string =>
  yearOf(date) === yearOf(from) ? dayMonth(date) : `${dayMonth(date)} '${String(yearOf(date)).slice(2)}`;
/** `Wed 14 Mar`. */
export const weekdayDate = (date: IsoDate): string => `${WEEKDAYS[weekdayOf(date)]} ${dayMonth(date)}`;
/** Calendar days from one date to another, in words: `in 7 days`. */
export function daysAhead(date: IsoDate, from: IsoDate): string {
  const days = dayNumber(date) - dayNumber(from);
  return days === 0 ? 'today' : days === 1 ? 'in 1 day' : `in ${days} days`;
}

/** `08:30 ET`: events are told in New York time. */
export const eastern = (time: string): string => `${time.replace(/ ET$/, '')} ET`;

/** `3 contracts`, `1 contract`. */
export const count = (n: number, noun: string): string => `${fixed(n, 0)} ${noun}${n === 1 ? '' : 's'}`;
/** `77a0...c2e8`: the first and last four of a hash. */
export const shortHash = (hash: string): string =>
  hash.length <= 12 ? hash : `${hash.slice(0, 4)}...${hash.slice(-4)}`;
/** `a, b and c`. */
export const listed = (items: readonly string[]): string =>
  items.length <= 1
    ? (items[0] ?? '')
    : `${items.slice(0, -1).join(', ')} and ${items[items.length - 1] ?? ''}`;
/** First letter in capitals. */
export const sentenceCase = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
