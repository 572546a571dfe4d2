import { dayNumber } from '../../core/dates.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import type { IsoDate } from '../../core/units.ts';
import { type History, observationOn, type Series } from '../../market/history.ts';
import { optionsClose } from '../../market/session-calendar.ts';
import type { JointModel } from '../joint-model.ts';
import { gridPlace } from '../smile-grid.ts';
import type { FactorState } from '../two-factor.ts';
import { type StateFailure, volState } from '../vol-state.ts';
import { type QuotedVx, quotedVx } from './quoted-vx.ts';
import { vix3mProxy } from './vix3m-proxy.ts';

/** What the volatility of a session was read from. */
export interface SessionTags {
  /** `proxied`: VIX3M was not published, or is not held, and a regression on VIX stands in. */
  readonly vix3m: 'real' | 'proxied';
  /** `real`: the model's VX futures are made to be the settlements of that session. */
  readonly vx: 'real' | 'modelled';
  /** The factors lie outside the smile grid: SPX smiles are those of its nearest edge. */
  readonly isClipped: boolean;
}

/** The model's factors on one real session, and what they came from. */
export interface SessionState {
  readonly session: IsoDate;
  readonly state: FactorState;
  /** The levels the factors reproduce, vol points. */
  readonly vix: number;
  readonly vix3m: number;
  readonly tags: SessionTags;
  /** What makes the model's VX futures the settled ones; absent where the session has no VX curve. */
  readonly vx?: () => QuotedVx;
}

export type SessionStateFailure = StateFailure | { readonly code: 'no-vix'; readonly detail: string };

/** The levels of a session, without what came after it. */
const closesTo = ({ days, values }: Series, session: IsoDate): Float64Array =>
  values.subarray(0, days.indexOf(dayNumber(session)) + 1);

/**
 * The factors at which the model shows a session's VIX and VIX3M, with its VX curve reproduced on top.
 *
 * @param past  what was known when the session is decided
 * @returns `no-vix` where VIX did not close or is not known yet, `no-state` where no factors show the pair of indices
 */
export function sessionState(
  model: JointModel,
  past: History,
  session: IsoDate,
): Result<SessionState, SessionStateFailure> {
  const closes = past.series('VIX.close');
  const vix = observationOn(closes, session)?.value;
  if (closes === undefined || vix === undefined)
    return fail({ code: 'no-vix', detail: `no VIX close of ${session} is known` });
  const published = observationOn(past.series('VIX3M.close'), session)?.value;
  const vix3m = published ?? vix3mProxy(closesTo(closes, session));
  const state = volState(model.vix, model.vix3m, vix, vix3m);
  if (!state.ok) return state;
  const curve = past.vx.findLast((one) => one.session <= session);
  const vx =
    curve?.session === session ? quotedVx(model, state.value, curve, optionsClose(session)) : undefined;
  return ok({
    session,
    state: state.value,
    vix,
    vix3m,
    tags: {
      vix3m: published === undefined ? 'proxied' : 'real',
      vx: vx === undefined ? 'modelled' : 'real',
      isClipped: gridPlace(state.value).isClipped,
    },
    ...(vx === undefined ? {} : { vx }),
  });
}
