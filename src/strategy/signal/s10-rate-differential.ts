import { fail, ok, type Result } from '../../core/result.ts';
import type { IsoDate } from '../../core/units.ts';
import { zScoreOfLast } from '../../quant/series/z-score.ts';
import { clip } from '../../quant/stats.ts';
import { type Dated, pair } from './aligned.ts';
import type { SignalContext } from './context.ts';
import { absent, present } from './reading.ts';
import { releasesOf } from './releases.ts';
import type { Reading } from './signal.ts';

/** Euro area, Japan, United Kingdom: equal weights. */
const BASKET = ['OECD.EA19', 'OECD.JPN', 'OECD.GBR'] as const;
/** 252 sessions are 12 monthly changes of about 20 sessions each. */
const MONTHS = 12;
/** OECD publishes a month's rate one to two months after it ends. */
const OECD_MAX_AGE_DAYS = 120;
/** A month's average bill rate is out in the first days of the next, and stands for a month. */
const BILL_MAX_AGE_DAYS = 75;

/** Rates of the common months so far, in percent. */
interface Differential extends Dated {
  readonly asOf: IsoDate;
  readonly tags: readonly string[];
}

function plus(left: Differential, right: Differential, share: number): Differential {
  const both = pair(left, right);
  return {
    days: both.days,
    values: both.left.map((x, i) => x + share * (both.right[i] ?? 0)),
    asOf: both.asOf,
    tags: [...left.tags, ...right.tags],
  };
}

/** Bill rate less the basket on their common months, in percent. */
function differentials(context: SignalContext): Result<Differential, string> {
  const bars = MONTHS + 12;
  const bill = releasesOf(context, {
    name: 'TB3MS',
    bars,
    maxAgeDays: BILL_MAX_AGE_DAYS,
    atLeast: MONTHS + 1,
  });
  if (!bill.ok) return bill;
  let left: Differential = bill.value;
  for (const name of BASKET) {
    const foreign = releasesOf(context, { name, bars, maxAgeDays: OECD_MAX_AGE_DAYS, atLeast: MONTHS + 1 });
    if (!foreign.ok) return foreign;
    left = plus(left, foreign.value, -1 / BASKET.length);
  }
  if (left.values.length > MONTHS) return ok(left);
  return fail(`TB3MS and basket: ${left.values.length} common months, ${MONTHS + 1} needed`);
}

/**
 * S10: is the dollar's rate advantage moving unusually fast (C11)?
 *
 *     IRD = TB3MS - mean of euro-area, Japanese and British three-month rates
 *     s   = -0.5 clip(|z12(one-month change of IRD)| / 3, 0, 1)
 *
 * Monthly series stand for z252 of a 20-day change: twelve changes of about 20 sessions. Never benign by itself.
 */
export function rateDifferential(context: SignalContext): Reading {
  const ird = differentials(context);
  if (!ird.ok) return absent('S10', context, ird.failure);
  const { values, asOf, tags } = ird.value;
  const changes = values.subarray(1).map((x, i) => x - (values[i] ?? 0));
  const z = zScoreOfLast(changes, MONTHS) ?? 0;
  const level = values.at(-1) ?? 0;
  const change = changes.at(-1) ?? 0;
  const evidence = `US three-month rate ${level.toFixed(2)} points over its basket, ${change >= 0 ? '+' : ''}${change.toFixed(2)} in a month, ${z.toFixed(1)} sd of its year`;
  const value = -0.5 * clip(Math.abs(z) / 3, 0, 1);
  return present('S10', context, {
    value,
    evidence,
    inputs: { ird: level, irdChange: change, z },
    asOf,
    tags,
  });
}
