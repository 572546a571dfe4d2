import { daysBetween } from '../core/dates.ts';
import type { EpochMs, IsoDate, Points, Years } from '../core/units.ts';
import type { Chain, ChainSnapshot, QuoteKind, Underlying } from './chain.ts';
import type { OptionRoot } from './contract.ts';
import { effectiveInstant } from './effective-instant.ts';
import { type ImpliedRateCurve, impliedRateCurve, type RatePoint } from './implied-rate-curve.ts';
import { lineRate, type ParityForward, parityForward } from './parity-forward.ts';
import { parityLine } from './parity-line.ts';
import { yearsToExpiry } from './settlement.ts';
import { fitSmile, type Smile } from './smile.ts';

/** One expiration, read: its quotes, its forward, and its smile when that was asked for. */
export interface ExpirationView {
  readonly chain: Chain;
  /** Calendar days from the session to the expiration date. */
  readonly dte: number;
  /** From the quotes to the settlement instant. */
  readonly expiry: Years;
  readonly forward: ParityForward;
  readonly smile?: Smile;
  /** Why there is no smile, when one was asked for. */
  readonly failure?: string;
}

/** An expiration whose forward could not be read; nothing may be priced on it. */
export interface UnreadableExpiration {
  readonly root: OptionRoot;
  readonly expiration: IsoDate;
  readonly code: string;
  readonly detail: string;
}

/** Every expiration of one snapshot, ascending by settlement. */
export interface Surface {
  readonly underlying: Underlying;
  readonly session: IsoDate;
  /** The instant the quotes speak of, from which every expiry is counted: `effectiveInstant` of the snapshot. */
  readonly asOf: EpochMs;
  readonly quotes: QuoteKind;
  readonly spot?: Points;
  readonly expirations: readonly ExpirationView[];
  readonly unreadable: readonly UnreadableExpiration[];
  readonly rateCurve?: ImpliedRateCurve;
}

/** Smiles are fitted without being asked up to this many days, the longest condor rung with room to spare. */
const SMILE_DTE = 60;

interface Dated {
  readonly chain: Chain;
  readonly dte: number;
  readonly expiry: Years;
}

/** What each expiration says of the rate by itself; those without a parity line say nothing. */
function rateVotes(dated: readonly Dated[]): Map<Dated, RatePoint> {
  const votes = new Map<Dated, RatePoint>();
  for (const one of dated) {
    const line = one.expiry > 0 ? parityLine(one.chain) : undefined;
    if (line?.ok) votes.set(one, { expiry: one.expiry, ...lineRate(line.value, one.expiry) });
  }
  return votes;
}

/** Adds the smile to an expiration read without one. */
export function withSmile(view: ExpirationView): ExpirationView {
  const fitted = fitSmile(view.chain, view.forward, view.expiry);
  return fitted.ok ? { ...view, smile: fitted.value } : { ...view, failure: fitted.failure.detail };
}

/**
 * Reads every expiration of a snapshot: time to settlement, forward and rate by put-call parity, and a smile where wanted.
 *
 * Rates are read twice: first each expiration by itself, then again with the smoothed curve of all the others as its
 * prior, so that weeklies borrow from quarterlies.
 *
 * @param calendarDtes  the days to expiration whose smile is fitted now (`withSmile` adds one later); by default every
 *   expiration of at most 60 days
 */
export function readSurface(snapshot: ChainSnapshot, calendarDtes?: readonly number[]): Surface {
  const { underlying, session, quotes, spot } = snapshot;
  const asOf = effectiveInstant(snapshot);
  const wants = (dte: number): boolean =>
    calendarDtes === undefined ? dte <= SMILE_DTE : calendarDtes.includes(dte);
  const dated = snapshot.chains
    .map((chain) => ({
      chain,
      dte: daysBetween(session, chain.expiration),
      expiry: yearsToExpiry(asOf, chain.root, chain.expiration),
    }))
    .sort((a, b) => a.expiry - b.expiry);
  const votes = rateVotes(dated);
  const expirations: ExpirationView[] = [];
  const unreadable: UnreadableExpiration[] = [];
  for (const one of dated) {
    const others = [...votes].filter(([who]) => who !== one).map(([, vote]) => vote);
    const forward = parityForward(one.chain, one.expiry, impliedRateCurve(others)?.(one.expiry));
    if (forward.ok) {
      const view = { ...one, forward: forward.value };
      expirations.push(wants(one.dte) ? withSmile(view) : view);
    } else {
      unreadable.push({ root: one.chain.root, expiration: one.chain.expiration, ...forward.failure });
    }
  }
  const rateCurve = impliedRateCurve([...votes.values()]);
  return {
    underlying,
    session,
    asOf,
    quotes,
    ...(spot === undefined ? {} : { spot }),
    expirations,
    unreadable,
    ...(rateCurve === undefined ? {} : { rateCurve }),
  };
}
