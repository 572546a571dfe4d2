import { fail, ok, type Result } from '../../core/result.ts';
import type { IsoDate } from '../../core/units.ts';
import { type History, observationOn } from '../../market/history.ts';
import { optionsClose } from '../../market/session-calendar.ts';
import type { JointModel } from '../joint-model.ts';
import { type ModelMarket, modelMarket } from '../model-market.ts';
import { billRate, RATE_SERIES } from './bill-rate.ts';
import { DIVIDEND_SERIES, dividendYield } from './dividend-yield.ts';
import { type SessionState, type SessionStateFailure, sessionState } from './session-state.ts';
import type { SourcedValue } from './sourced-value.ts';

/** A real session whose option prices are the model's. */
export interface ModelledMarket {
  readonly market: ModelMarket;
  readonly volatility: SessionState;
  readonly rate: SourcedValue;
  readonly dividendYield: SourcedValue;
}

export type ModelledMarketFailure =
  | SessionStateFailure
  | { readonly code: 'no-spx'; readonly detail: string };

/** Series a modelled session reads. */
export const MODELLED_FROM: readonly string[] = [
  'SPX.close',
  'VIX.close',
  'VIX3M.close',
  ...RATE_SERIES,
  ...DIVIDEND_SERIES,
];

/**
 * The option market of a real session since 1990: SPX, VIX, VIX3M and the VX curve as they closed, the rest the model's.
 * Prices are for the close of the options session, when VIX and VX close too.
 *
 * @param past  what was known when the session is decided: nothing later is looked at
 * @returns `no-spx` or `no-vix` where an index did not close that day or is not held, `no-state` where the model has no
 *   factors for that VIX and VIX3M
 */
export function modelledMarket(
  model: JointModel,
  past: History,
  session: IsoDate,
): Result<ModelledMarket, ModelledMarketFailure> {
  const spot = observationOn(past.series('SPX.close'), session)?.value;
  if (spot === undefined) return fail({ code: 'no-spx', detail: `no SPX close of ${session} is known` });
  const found = sessionState(model, past, session);
  if (!found.ok) return found;
  const volatility = found.value;
  const rate = billRate(past, session);
  const carried = dividendYield(past, session, spot);
  const { vx } = volatility;
  const market = modelMarket({
    model,
    asOf: optionsClose(session),
    state: volatility.state,
    spot,
    rate: rate.value,
    dividendYield: carried.value,
    ...(vx === undefined ? {} : { shift: (years) => vx().shift(years) }),
  });
  return ok({ market, volatility, rate, dividendYield: carried });
}
