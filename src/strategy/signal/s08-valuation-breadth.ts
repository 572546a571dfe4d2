import { fail, ok, type Result } from '../../core/result.ts';
import type { IsoDate } from '../../core/units.ts';
import { percentileRankOfLast } from '../../quant/series/percentile-rank.ts';
import { pair, ratiosOf } from './aligned.ts';
import { type Breadth, breadthOf } from './breadth.ts';
import type { SignalContext } from './context.ts';
import { absent, present } from './reading.ts';
import { releasesOf } from './releases.ts';
import type { Reading } from './signal.ts';

/** Twenty years of months. */
const MONTHS = 240;
/** Twelve-month earnings are known a quarter after their month ends and stand for a month; past that they stopped. */
const EARNINGS_MAX_AGE_DAYS = 170;
/** Share of the last 20 years that was cheaper, from which the market counts as dear. */
const DEAR = 80;

interface Valuation {
  readonly pe: number;
  /** Percentile of P/E among 20 years, 0 to 100. */
  readonly rank: number;
  readonly asOf: IsoDate;
  readonly tags: readonly string[];
}

function valuationOf(context: SignalContext): Result<Valuation, string> {
  const wanted = { bars: MONTHS + 12, maxAgeDays: EARNINGS_MAX_AGE_DAYS, atLeast: MONTHS };
  const price = releasesOf(context, { ...wanted, name: 'SHILLER.price' });
  if (!price.ok) return price;
  const earnings = releasesOf(context, { ...wanted, name: 'SHILLER.earnings' });
  if (!earnings.ok) return earnings;
  const both = pair(price.value, earnings.value);
  const ratios = ratiosOf(both);
  const rank = percentileRankOfLast(ratios, MONTHS);
  if (rank === undefined)
    return fail(`SHILLER: ${ratios.length} months with price and earnings, ${MONTHS} needed`);
  return ok({ pe: ratios.at(-1) ?? 0, rank, asOf: both.asOf, tags: earnings.value.tags });
}

function scored({ rank }: Valuation, { slope, diverges }: Breadth): readonly [number, string] {
  if (slope > 0 && rank < DEAR) return [0.5, 'not dear, and breadth rises'];
  if (slope < 0 && rank > DEAR && diverges) return [-1, 'dear, and breadth diverges'];
  return [0, rank > DEAR ? 'dear, but breadth does not diverge' : 'not dear, but breadth does not rise'];
}

/**
 * S08: is the market dear while fewer stocks carry it (C14, amended by E9)?
 *
 *     V = percentile of P/E in 20 years;  +0.5 breadth rises and V < 80;  -1 breadth falls, V > 80 and S07 = -1;  else 0
 *
 * Breadth is the sign of the 20-day slope of the A/D line; the last condition keeps one fall in breadth from being
 * counted twice. Price to cash flow has no free index-level source, so every reading is tagged `partial`. Valuation
 * has next to no power over 30 days: expect nothing of it.
 */
export function valuationBreadth(context: SignalContext): Reading {
  const valuation = valuationOf(context);
  if (!valuation.ok) return absent('S08', context, valuation.failure);
  const breadth = breadthOf(context);
  if (!breadth.ok) return absent('S08', context, breadth.failure);
  const { pe, rank, asOf, tags } = valuation.value;
  const [value, words] = scored(valuation.value, breadth.value);
  const evidence = `P/E ${pe.toFixed(1)} of ${asOf.slice(0, 7)}, dearer than ${rank.toFixed(0)} % of 20 years: ${words}`;
  const inputs = { pe, pePct: rank, slope: breadth.value.slope };
  const newest = breadth.value.asOf;
  return present('S08', context, { value, evidence, inputs, asOf: newest, tags: ['partial', ...tags] });
}
