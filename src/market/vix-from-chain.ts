import { addDays, weekdayOf } from '../core/dates.ts';
import { fail, ok, type Result } from '../core/result.ts';
import { type IsoDate, MINUTES_PER_YEAR } from '../core/units.ts';

import { vixStrip } from '../quant/strip/vix-strip.ts';
import { vixFromStrips } from '../quant/strip/vol-index.ts';
import type { OptionRoot } from './contract.ts';
import { isSpxMonthly, normaliseExpiration } from './spx-expirations.ts';
import type { ExpirationView, Surface } from './surface.ts';

/** One of the two expirations a VIX is made of. */
export interface VixTerm {
  readonly root: OptionRoot;
  readonly expiration: IsoDate;
  /** Strikes in the sum. */
  readonly strikes: number;
  /** Annualised, decimal squared. */
  readonly variance: number;
  readonly minutes: number;
}

/** VIX computed from a chain, in vol points. */
export interface VixFromChain {
  readonly value: number;
  readonly near: VixTerm;
  readonly next: VixTerm;
}

export interface VixFromChainFailure {
  readonly code: 'not-spx' | 'expiration-missing' | 'strip-failed';
  readonly detail: string;
}

const FRIDAY = 5;
/** The near Friday is more than 23 days out, the next one less than 38: on Wednesdays they are 30 and 37. */
const NEAR_WINDOW_STARTS = 24;
const NEXT_WINDOW_STARTS = 31;
/** Annualised variances at 27 and 34 days never differ this much; broken quotes do, and could extrapolate below 0. */
const MAX_RATIO = 4;

/** The expiration of the one Friday in the seven days from `session + starts`; the day before when that is a holiday. */
function fridayExpiration(session: IsoDate, starts: number): { root: OptionRoot; expiration: IsoDate } {
  const first = addDays(session, starts);
  const expiration = normaliseExpiration(addDays(first, (FRIDAY - weekdayOf(first) + 7) % 7));
  return { root: isSpxMonthly(expiration) ? 'SPX' : 'SPXW', expiration };
}

/** Variance of one expiration, on the chain's own rate. */
function term({ chain, expiry, forward }: ExpirationView): Result<VixTerm, VixFromChainFailure> {
  const { root, expiration, strikes, call, put } = chain;
  const columns = { strikes, callBid: call.bid, callAsk: call.ask, putBid: put.bid, putAsk: put.ask };
  const strip = vixStrip({ ...columns, rate: forward.rate, expiry });
  if (!strip.ok)
    return fail({ code: 'strip-failed', detail: `${root} ${expiration}: ${strip.failure.code}` });
  const { variance, included } = strip.value;
  return ok({ root, expiration, strikes: included.length, variance, minutes: expiry * MINUTES_PER_YEAR });
}

function termOf(surface: Surface, starts: number): Result<VixTerm, VixFromChainFailure> {
  const { root, expiration } = fridayExpiration(surface.session, starts);
  const view = surface.expirations.find(
    ({ chain }) => chain.root === root && chain.expiration === expiration,
  );
  if (view !== undefined) return term(view);
  const unread = surface.unreadable.find((one) => one.root === root && one.expiration === expiration);
  const why = unread === undefined ? 'is not in the chain' : `cannot be read: ${unread.detail}`;
  return fail({ code: 'expiration-missing', detail: `${root} ${expiration} ${why}` });
}

/**
 * VIX by Cboe's method from a chain of SPX options: the two Friday expirations around 30 days (AM-settled SPX on third
 * Fridays, SPXW on the others), interpolated to 43,200 minutes; on Wednesdays they are 30 and 37 days out and the line
 * is prolonged by a few hours.
 *
 * The rate is each expiration's own, implied by put-call parity, where Cboe takes a Treasury yield. The two differ by some
 * tenths of a point and VIX hardly minds: a whole point of rate moves it by 0.005 to 0.009; but the
 * implied rate is the one these quotes were made with, needs no second data source, and is there intraday.
 *
 * @see methodology 5.1; Cboe, Volatility Index Methodology: Cboe Volatility Index
 */
export function vixFromChain(surface: Surface): Result<VixFromChain, VixFromChainFailure> {
  if (surface.underlying !== 'SPX')
    return fail({ code: 'not-spx', detail: `options on ${surface.underlying}` });
  const near = termOf(surface, NEAR_WINDOW_STARTS);
  if (!near.ok) return near;
  const next = termOf(surface, NEXT_WINDOW_STARTS);
  if (!next.ok) return next;
  const ratio = next.value.variance / near.value.variance;
  if (ratio > MAX_RATIO || ratio < 1 / MAX_RATIO) {
    return fail({ code: 'strip-failed', detail: `variances a week apart differ ${ratio.toFixed(1)} times` });
  }
  return ok({
    value: vixFromStrips({ near: near.value, next: next.value }),
    near: near.value,
    next: next.value,
  });
}
