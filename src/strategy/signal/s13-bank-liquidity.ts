import { percentileRankOfLast } from '../../quant/series/percentile-rank.ts';
import { pair, ratiosOf } from './aligned.ts';
import type { SignalContext } from './context.ts';
import { absent, present } from './reading.ts';
import { releasesOf } from './releases.ts';
import type { Reading } from './signal.ts';

/** Five years of Wednesdays. */
const WEEKS = 260;
/** The Federal Reserve's H.8 of a Wednesday is out nine days later and stands a week; a month means it has stopped. */
const MAX_AGE_DAYS = 30;

/**
 * S13: are banks liquid (C16)? The seeds' quick ratio is not defined for banks, so this stands in for it:
 *
 *     BLR = (cash assets + Treasury and agency securities) / deposits, all commercial banks, weekly
 *     s   = (percentile in 5 years - 50) / 50
 */
export function bankLiquidity(context: SignalContext): Reading {
  const wanted = { bars: WEEKS + 8, maxAgeDays: MAX_AGE_DAYS, atLeast: WEEKS };
  const cash = releasesOf(context, { ...wanted, name: 'CASACBW027SBOG' });
  if (!cash.ok) return absent('S13', context, cash.failure);
  const securities = releasesOf(context, { ...wanted, name: 'TASACBW027SBOG' });
  if (!securities.ok) return absent('S13', context, securities.failure);
  const deposits = releasesOf(context, { ...wanted, name: 'DPSACBW027SBOG' });
  if (!deposits.ok) return absent('S13', context, deposits.failure);
  const assets = pair(cash.value, securities.value);
  const liquid = { days: assets.days, values: assets.left.map((x, i) => x + (assets.right[i] ?? 0)) };
  const both = pair(liquid, deposits.value);
  const ratios = ratiosOf(both);
  const blrPct = percentileRankOfLast(ratios, WEEKS);
  if (blrPct === undefined)
    return absent('S13', context, `H.8: ${ratios.length} common weeks, ${WEEKS} needed`);
  const blr = ratios.at(-1) ?? 0;
  const evidence = `banks hold ${(100 * blr).toFixed(1)} % of deposits in cash and government paper, more than ${blrPct.toFixed(0)} % of 5 years`;
  return present('S13', context, {
    value: (blrPct - 50) / 50,
    evidence,
    inputs: { blr, blrPct },
    asOf: both.asOf,
  });
}
