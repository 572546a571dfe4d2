import { addDays, weekdayOf } from '../../../src/core/dates.ts';
import { MINUTES_PER_YEAR } from '../../../src/core/units.ts';
import { isSpxMonthly, normaliseExpiration } from '../../../src/market/spx-expirations.ts';
import type { ExpirationView, Surface } from '../../../src/market/surface.ts';
import { vixStrip } from '../../../src/quant/strip/vix-strip.ts';
import {
  bracketTenor,
  type StripVariance,
  type VolIndexName,
  varianceAtTenor,
  volIndexMinutes,
} from '../../../src/quant/strip/vol-index.ts';

/** Expirations an index is made of: every Friday (AM-settled SPX on third ones), or third Fridays only. */
export type Cycle = 'fridays' | 'monthlies';

/** As in the strips measured against the published closes (`measureStripTenors`). */
const INDICES = {
  vix9d: { index: 'VIX9D', cycle: 'fridays' },
  vix: { index: 'VIX', cycle: 'fridays' },
  vix3m: { index: 'VIX3M', cycle: 'monthlies' },
  vix6m: { index: 'VIX6M', cycle: 'monthlies' },
} as const satisfies Readonly<Record<string, { readonly index: VolIndexName; readonly cycle: Cycle }>>;

type ChainIndex = keyof typeof INDICES;

/** Volatility indices of one chain at its own instant, in vol points; absent where its expirations do not reach. */
export type ChainVolIndices = Readonly<Partial<Record<ChainIndex, number>>>;

const FRIDAY = 5;
const THURSDAY = 4;

export function isOfCycle({ chain: { root, expiration } }: ExpirationView, cycle: Cycle): boolean {
  if (isSpxMonthly(expiration)) return root === 'SPX';
  const weekday = weekdayOf(expiration);
  const isEve = weekday === THURSDAY && normaliseExpiration(addDays(expiration, 1)) === expiration;
  return cycle === 'fridays' && root === 'SPXW' && (weekday === FRIDAY || isEve);
}

/** The strip of one expiration that has not settled, at its own forward's rate. */
export function stripOf({ chain, expiry, forward }: ExpirationView) {
  const { strikes, call, put } = chain;
  const columns = { strikes, callBid: call.bid, callAsk: call.ask, putBid: put.bid, putAsk: put.ask };
  return vixStrip({ ...columns, rate: forward.rate, expiry });
}

/** Its variance, annualised; undefined where its quotes give none. */
export function stripVariance(view: ExpirationView): number | undefined {
  if (!(view.expiry > 0)) return undefined;
  const strip = stripOf(view);
  return strip.ok ? strip.value.variance : undefined;
}

function termOf(view: ExpirationView): readonly StripVariance[] {
  const variance = stripVariance(view);
  return variance === undefined ? [] : [{ variance, minutes: view.expiry * MINUTES_PER_YEAR }];
}

/**
 * VIX9D, VIX, VIX3M and VIX6M by Cboe's strip rule from the chain itself: a snapshot taken during the session goes with
 * these, not with the closes of its day.
 */
export function chainVolIndices({ expirations }: Pick<Surface, 'expirations'>): ChainVolIndices {
  const found: Partial<Record<ChainIndex, number>> = {};
  for (const name of Object.keys(INDICES) as ChainIndex[]) {
    const { index, cycle } = INDICES[name];
    const terms = expirations.filter((view) => isOfCycle(view, cycle)).flatMap(termOf);
    const pair = bracketTenor(terms, volIndexMinutes(index));
    const variance = pair.ok ? varianceAtTenor(pair.value, volIndexMinutes(index)) : 0;
    if (variance > 0) found[name] = 100 * Math.sqrt(variance);
  }
  return found;
}
