import type { Problem } from '../core/problem.ts';
import { fail, ok, type Result } from '../core/result.ts';
import { type IsoDate, points } from '../core/units.ts';
import { type History, historyThrough, observationOn } from '../market/history.ts';
import { optionsClose } from '../market/session-calendar.ts';
import { modelledChains, modelledPassport } from '../model/history/modelled-chains.ts';
import { MODELLED_FROM, modelledMarket } from '../model/history/modelled-market.ts';
import { originsOf } from '../model/history/origins-of.ts';
import { jointModel } from '../model/joint-model.ts';
import type { TradingPlan } from '../strategy/trading-plan.ts';
import { passportAround } from './data-passport.ts';
import { dateData } from './decision-date.ts';
import { decisionInstant } from './decision-instant.ts';
import type { Evening } from './evening.ts';
import type { MarketData } from './read-market-data.ts';
import { SERIES_READ } from './series-read.ts';

/** Every series a modelled day may read. */
export const MODELLED_SERIES_READ: readonly string[] = [...new Set([...SERIES_READ, ...MODELLED_FROM])];

/**
 * VIX options only where nothing better is at hand: with VVIX the plan's own formula prices them, which stays within a few
 * vol points of the one real chain held where the model's far calls cost half of what was asked.
 */
const wantsVixChain = (past: History, session: IsoDate): boolean =>
  observationOn(past.series('VVIX.close'), session) === undefined;

/** What to know of the model's own VIX options, where they are shown. */
const FAR_CALLS =
  'VIX options: in the one real chain there is, calls a quarter above the future and further cost 1.2 to 1.8 times as much';

/** The evening of a real session whose option quotes are the model's; a problem when a close it needs is not there. */
export function modelledEvening(
  market: MarketData,
  session: IsoDate,
  plan: TradingPlan,
): Result<Evening, readonly Problem[]> {
  const asOf = decisionInstant(session, { asOf: optionsClose(session) }, plan);
  const past = historyThrough(market.series, market.vx, asOf);
  const found = modelledMarket(jointModel(), past, session);
  if (!found.ok) {
    const { code, detail } = found.failure;
    const fix = code === 'no-state' ? 'ask for another session' : 'import the history of that index';
    return fail(dateData(`cannot be modelled: ${detail}`, fix, session));
  }
  const { spx: spxChain, vix } = modelledChains(found.value, session);
  const vixChain = vix.chains.length > 0 && wantsVixChain(past, session) ? vix : undefined;
  const origins = originsOf(found.value);
  const passports = {
    chain: modelledPassport(spxChain),
    ...(vixChain === undefined ? {} : { vixChain: modelledPassport(vixChain) }),
  };
  return ok({
    past,
    snapshot: {
      session,
      asOf,
      quotes: 'modelled',
      origins: vixChain === undefined ? origins : { ...origins, modelled: [...origins.modelled, FAR_CALLS] },
      spx: points(found.value.market.spot),
      spxChain,
      ...(vixChain === undefined ? {} : { vixChain }),
      passport: passportAround(passports, market, asOf, MODELLED_SERIES_READ),
    },
  });
}
