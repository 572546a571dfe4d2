import { daysBetween } from '../core/dates.ts';
import { fail, ok, type Result } from '../core/result.ts';
import { cents } from '../core/units.ts';
import type { Leg } from './leg.ts';
import { isShortVertical, legsOfPair, widthOf } from './margin-condor.ts';
import type { Lot, Pair } from './margin-match.ts';
import type { MarginFailure, MarginLine, MarginMarket } from './margin-report.ts';

/** Nine months, after which a listed long option may be carried at 75 % of its value. */
const NINE_MONTHS_DAYS = 274;
const LONG_DATED_SHARE = 0.75;

type Lines = Result<readonly MarginLine[], MarginFailure>;

/** Collects the lines of many, or the first failure. */
function collected<T>(items: readonly T[], lineOf: (item: T) => Result<MarginLine, MarginFailure>): Lines {
  const lines: MarginLine[] = [];
  for (const item of items) {
    const line = lineOf(item);
    if (!line.ok) return line;
    lines.push(line.value);
  }
  return ok(lines);
}

/** Pairs that are paid for: debit verticals, calendars and diagonals. Debit, and the strikes' loss for a diagonal. */
export function outrightLines(pairs: readonly Pair[], { price }: MarginMarket): Lines {
  return collected(
    pairs.filter((pair) => !isShortVertical(pair)),
    (pair) => {
      const [long, short] = [price(pair.long), price(pair.short)];
      if (long === undefined) return fail({ code: 'no-price', contract: pair.long });
      if (short === undefined) return fail({ code: 'no-price', contract: pair.short });
      const debit = Math.max(0, long - short);
      const { multiplier } = pair.short;
      return ok({
        strategy: pair.long.expiration === pair.short.expiration ? 'long-vertical' : 'calendar',
        legs: legsOfPair(pair),
        requirement: cents((debit + widthOf(pair)) * multiplier * pair.quantity * 100),
        formula: `(${debit.toFixed(2)} debit + ${widthOf(pair)} strikes) x ${multiplier} x ${pair.quantity}`,
      });
    },
  );
}

/** Long options that cover nothing: paid in full. */
export function longLines(lots: readonly Lot[], { price, asOf }: MarginMarket): Lines {
  return collected(lots, ({ contract, quantity }) => {
    const premium = price(contract);
    if (premium === undefined) return fail({ code: 'no-price', contract });
    const share = daysBetween(asOf, contract.expiration) > NINE_MONTHS_DAYS ? LONG_DATED_SHARE : 1;
    return ok({
      strategy: 'long-option',
      legs: [{ contract, quantity }],
      requirement: cents(share * premium * contract.multiplier * quantity * 100),
      formula: `${100 * share} % of ${premium.toFixed(2)} x ${contract.multiplier} x ${quantity}`,
    });
  });
}

/** Futures, at the requirement per contract the caller states. */
export function futureLines(legs: readonly Leg[], { futureMargin }: MarginMarket): Lines {
  const futures = legs.flatMap(({ contract, quantity }) =>
    contract.kind === 'future' ? [{ contract, quantity }] : [],
  );
  return collected(futures, ({ contract, quantity }) => {
    const each = futureMargin?.(contract);
    if (each === undefined) return fail({ code: 'no-future-margin', contract });
    return ok({
      strategy: 'future',
      legs: [{ contract, quantity }],
      requirement: cents(each * Math.abs(quantity)),
      formula: `${(each / 100).toFixed(2)} dollars x ${Math.abs(quantity)}`,
    });
  });
}
