import { daysBetween } from '../core/dates.ts';
import { rate, type Vol } from '../core/units.ts';
import { type History, observationOn, type VxCurve } from '../market/history.ts';
import { nextSession, sessionsBetween } from '../market/session-calendar.ts';
import type { Snapshot } from '../market/snapshot.ts';
import { readSurface, type Surface } from '../market/surface.ts';
import type { VixFamily } from '../market/vx-forward.ts';
import { ewmaVol } from '../quant/series/ewma-vol.ts';
import { realisedVol } from '../quant/series/realised-vol.ts';
import { logReturns } from '../quant/stats.ts';
import type { MarketReading } from '../strategy/market-reading.ts';
import type { TradingPlan } from '../strategy/trading-plan.ts';

const RV_SESSIONS = 20;
/** Returns older than this weigh less than 1e-7 at lambda 0.94, the plan's. */
const EWMA_SESSIONS = 260;
/** A VX curve older than this says nothing about tonight. One session: a settlement can come in a day late. */
const VX_MAX_AGE_SESSIONS = 1;
/** Rate assumed only when a chain gives none at all: a long-run average, and it prices nothing but discounting. */
const FALLBACK_RATE = 0.03;

function volatilities(past: History, plan: TradingPlan): { rv20?: Vol; ewma?: Vol } {
  const closes = past.series('SPX.close')?.values;
  if (closes === undefined || closes.length <= RV_SESSIONS) return {};
  const rv20 = realisedVol(closes, RV_SESSIONS);
  const recent = logReturns(closes.subarray(-EWMA_SESSIONS - 1));
  const ewma = ewmaVol(recent, plan.sizing.density.ewmaLambda);
  return { ...(rv20 === undefined ? {} : { rv20 }), ewma };
}

function vixFamily(past: History, { session }: Snapshot): VixFamily | undefined {
  const on = (name: string): number | undefined => observationOn(past.series(name), session)?.value;
  const vix = on('VIX.close');
  if (vix === undefined) return undefined;
  const [vix9d, vix3m, vix6m] = [on('VIX9D.close'), on('VIX3M.close'), on('VIX6M.close')];
  return {
    vix,
    ...(vix9d === undefined ? {} : { vix9d }),
    ...(vix3m === undefined ? {} : { vix3m }),
    ...(vix6m === undefined ? {} : { vix6m }),
  };
}

/** Expected daily range, percent: m (a VIX9D + b HV20) / sqrt(252); VIX stands in for VIX9D before 2011. */
function expectedDailyRange(
  family: VixFamily | undefined,
  rv20: Vol | undefined,
  plan: TradingPlan,
): number | undefined {
  const nine = family?.vix9d ?? family?.vix;
  if (nine === undefined || rv20 === undefined) return undefined;
  const { edrMultiplier, edrVix9dWeight, edrHv20Weight } = plan.core.distance;
  return (edrMultiplier * (edrVix9dWeight * nine + edrHv20Weight * 100 * rv20)) / Math.sqrt(252);
}

function vxCurveOf(past: History, { session }: Snapshot): VxCurve | undefined {
  const curve = past.vx.at(-1);
  return curve !== undefined && sessionsBetween(curve.session, session) <= VX_MAX_AGE_SESSIONS
    ? curve
    : undefined;
}

/** The chain's own financing rate at the expiration nearest 30 days. */
function riskFreeOf(surface: Surface): number {
  const nearest = [...surface.expirations].sort((a, b) => Math.abs(a.dte - 30) - Math.abs(b.dte - 30))[0];
  return nearest?.forward.rate ?? FALLBACK_RATE;
}

/** Step 4 of the day: forwards, smiles, VIX family and VX curve, from what was known at the decision. */
export function readMarket(market: Snapshot, past: History, plan: TradingPlan): MarketReading {
  const surface = readSurface(market.spxChain);
  const family = vixFamily(past, market);
  const vols = volatilities(past, plan);
  const edr = expectedDailyRange(family, vols.rv20, plan);
  const vvix = observationOn(past.series('VVIX.close'), market.session)?.value;
  const vxCurve = vxCurveOf(past, market);
  const { vixChain } = market;
  return {
    session: market.session,
    executeOn: nextSession(market.session),
    asOf: market.asOf,
    quotes: market.quotes,
    spot: market.spx,
    surface,
    ...vols,
    ...(family === undefined ? {} : { family }),
    ...(vvix === undefined ? {} : { vvix }),
    ...(edr === undefined ? {} : { edr }),
    riskFree: rate(riskFreeOf(surface)),
    ...(vxCurve === undefined ? {} : { vxCurve }),
    ...(vixChain === undefined ? {} : { vixChain, vixSurface: readSurface(vixChain, smileDtes(vixChain)) }),
  };
}

/** All expirations of a VIX chain: the ladder reaches 260 days out, further than an SPX smile is fitted unasked. */
const smileDtes = (chain: NonNullable<Snapshot['vixChain']>): readonly number[] =>
  chain.chains.map(({ expiration }) => daysBetween(chain.session, expiration));
