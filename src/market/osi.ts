import { dateFromParts } from '../core/dates.ts';
import { PreconditionError } from '../core/errors.ts';
import { fail, ok, type Result } from '../core/result.ts';
import type { IsoDate } from '../core/units.ts';
import { OPTION_ROOTS, type OptionContract, type OptionRoot } from './contract.ts';
import { contractFactsIfListed, optionContract } from './contract-registry.ts';
import { normaliseExpiration } from './spx-expirations.ts';
import { isScheduledTradingDay } from './trading-days.ts';

const ROOT_WIDTH = 6;
const STRIKE_DIGITS = 8;
const THOUSANDTHS = 1000;

/** `SPXW261120P05900000` read from its end; the root may itself end in digits after a corporate action. */
const PADDED = /^(?:O:)?([A-Z][A-Z0-9]*)[ -]*(\d{6})([CP])(\d{8})$/;
/** dxFeed: `.VIX261125C22.5`, the strike as written. */
const STREAMER = /^\.([A-Z][A-Z0-9]*?)(\d{6})([CP])(\d{1,5}(?:\.\d{1,3})?)$/;

export interface OsiFailure {
  /** What is wrong, as a clause. */
  readonly what: string;
}

/**
 * The 21-character OCC symbol: root padded to 6, YYMMDD, C or P, strike x 1000 in 8 digits.
 *
 * @throws PreconditionError when the strike is not a multiple of 0.001 below 100,000 or the year is not 2000-2099
 * @see OCC, Options Symbology Initiative (2008)
 */
export function osiSymbol({ root, expiration, strike, right }: OptionContract): string {
  const thousandths = Math.round(strike * THOUSANDTHS);
  if (
    Math.abs(thousandths - strike * THOUSANDTHS) > 1e-6 ||
    thousandths >= 10 ** STRIKE_DIGITS ||
    thousandths < 1
  ) {
    throw new PreconditionError('strike', 'must be a multiple of 0.001 below 100,000', strike);
  }
  if (!expiration.startsWith('20'))
    throw new PreconditionError('expiration', 'must be in 2000-2099', expiration);
  const date = expiration.slice(2).replaceAll('-', '');
  const digits = String(thousandths).padStart(STRIKE_DIGITS, '0');
  return `${root.padEnd(ROOT_WIDTH)}${date}${right === 'call' ? 'C' : 'P'}${digits}`;
}

const isKnownRoot = (root: string): root is OptionRoot => OPTION_ROOTS.some((known) => known === root);

function expirationOf(digits: string): IsoDate | undefined {
  const [year, month, day] = [digits.slice(0, 2), digits.slice(2, 4), digits.slice(4)].map(Number);
  const date = dateFromParts(2000 + (year ?? 0), month ?? 0, day ?? 0);
  return date === undefined ? undefined : normaliseExpiration(date);
}

function strikeOf(match: RegExpExecArray, padded: boolean): number {
  const digits = match[4] ?? '';
  return padded ? Number(digits) / THOUSANDTHS : Number(digits);
}

/**
 * Reads an option symbol in any spelling a vendor uses: OSI with spaces or dashes, compact, `O:` prefix, dxFeed.
 * Saturday expirations of standard monthlies before 2015 come back as the Friday (see normaliseExpiration).
 */
export function parseOsi(text: string): Result<OptionContract, OsiFailure> {
  const symbol = text.trim().toUpperCase();
  const padded = PADDED.exec(symbol);
  const match = padded ?? STREAMER.exec(symbol);
  if (match === null) return fail({ what: 'is not an option symbol such as SPXW  261120P05900000' });
  const root = match[1] ?? '';
  if (!isKnownRoot(root)) return fail({ what: `has root ${root}, known are ${OPTION_ROOTS.join(', ')}` });
  const expiration = expirationOf(match[2] ?? '');
  if (expiration === undefined) return fail({ what: `has the date ${match[2]}, which does not exist` });
  if (!isScheduledTradingDay(expiration))
    return fail({ what: `expires on ${expiration}, which is no trading day` });
  if (contractFactsIfListed(root, expiration) === undefined) {
    return fail({ what: `expires on ${expiration}, before ${root} was listed` });
  }
  const strike = strikeOf(match, padded !== null);
  if (!(strike > 0)) return fail({ what: 'has a strike of zero' });
  return ok(optionContract({ root, expiration, strike, right: match[3] === 'C' ? 'call' : 'put' }));
}
