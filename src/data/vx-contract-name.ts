import type { IsoDate } from '../core/units.ts';
import { vixMonthlyExpiration } from '../market/vix-expirations.ts';

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
