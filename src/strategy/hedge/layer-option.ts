import { addDays } from '../../core/dates.ts';
import { type IsoDate, type Points, points, type Vol, vol } from '../../core/units.ts';
import { quoteAt } from '../../market/chain.ts';
import type { OptionContract, OptionRoot } from '../../market/contract.ts';
import { optionContract } from '../../market/contract-registry.ts';
import { calendarDte } from '../../market/settlement.ts';
import { smileVol } from '../../market/smile.ts';
import { vixMonthlyExpirations } from '../../market/vix-expirations.ts';
import type { VxForwardSource } from '../../market/vx-forward.ts';
import { black76 } from '../../quant/black76.ts';
import { black76Greeks } from '../../quant/greeks.ts';
import type { MarketReading } from '../market-reading.ts';
import type { LayerRules } from '../plan-hedge.ts';
import type { TradingPlan } from '../trading-plan.ts';
import { vixForward } from './vix-forward.ts';
import { vixVol } from './vix-vol.ts';

/** A VIX call, or call spread, a layer could hold, priced per unit. */
export interface LayerOption {
  readonly contract: OptionContract;
  /** Sold against it in a call spread; absent for an outright call. */
  readonly short?: OptionContract;
  readonly dte: number;
  readonly future: Points;
  readonly futureSource: VxForwardSource;
  readonly delta: number;
  readonly vol: Vol;
  readonly mid: Points;
  readonly halfSpread: Points;
  readonly source: 'quoted' | 'modelled';
}

/** Half-spread assumed for a modelled VIX option: one five-cent tick, the usual width of a 30-delta call. */
export const MODELLED_HALF_SPREAD = 0.05;
/** Listed strikes: half points below 15, whole points above (methodology 4.1). */
const strikeStep = (strike: number): number => (strike < 15 ? 0.5 : 1);
/** Monthly VIX options reach about a year out; further ones are not looked for. In early years fewer were listed. */
const LONGEST_DAYS = 365;

/** The monthly expiration nearest the layer's target inside its window, later on a tie; else the longest, if the plan says so. */
export function layerExpiration(session: IsoDate, layer: LayerRules): IsoDate | undefined {
  const all = vixMonthlyExpirations(addDays(session, 1), addDays(session, LONGEST_DAYS));
  const days = (expiration: IsoDate): number => calendarDte(session, expiration);
  const inside = all.filter((e) => days(e) >= layer.minDte && days(e) <= layer.maxDte);
  const gap = (e: IsoDate): number => Math.abs(days(e) - layer.targetDte);
  const best = inside.reduce<IsoDate | undefined>(
    (b, e) => (b === undefined || gap(e) <= gap(b) ? e : b),
    undefined,
  );
  return best ?? (layer.orLongestListed ? all.filter((e) => days(e) < layer.minDte).at(-1) : undefined);
}

interface PricedStrike {
  readonly strike: number;
  readonly delta: number;
  readonly vol: number;
}

/** Highest-delta strike on the grid whose call delta is at most the target: rounded outward, never nearer. */
function modelledStrike(
  market: MarketReading,
  plan: TradingPlan,
  future: number,
  days: number,
  target: number,
): PricedStrike | undefined {
  const { vvix } = market;
  if (vvix === undefined) return undefined;
  const expiry = days / 365;
  const discount = Math.exp(-market.riskFree * expiry);
  for (let strike = Math.ceil(future); strike < 10 * future; strike += strikeStep(strike)) {
    const sigma = vixVol({ vvix: vvix / 100, forward: future, strike, days }, plan.hedge.volOfVol);
    const { delta } = black76Greeks({ right: 'call', forward: future, strike, vol: sigma, expiry, discount });
    if (delta <= target) return { strike, delta, vol: sigma };
  }
  return undefined;
}

/** The quoted call nearest the target delta from outside, at the vol its own quotes imply. */
function quotedOption(market: MarketReading, expiration: IsoDate, target: number): LayerOption | undefined {
  const view = market.vixSurface?.expirations.find(({ chain }) => chain.expiration === expiration);
  if (view?.smile === undefined) return undefined;
  const { chain, forward, expiry, smile } = view;
  for (const strike of chain.strikes) {
    if (strike < forward.forward) continue;
    const sigma = smileVol(smile, points(strike));
    const { delta } = black76Greeks({
      right: 'call',
      forward: forward.forward,
      strike,
      vol: sigma,
      expiry,
      discount: forward.discount,
    });
    const quote = quoteAt(chain, strike, 'call');
    if (delta > target || quote === undefined || quote.bid <= 0) continue;
    return {
      contract: optionContract({ root: chain.root, expiration, strike: points(strike), right: 'call' }),
      dte: calendarDte(market.session, expiration),
      future: forward.forward,
      futureSource: 'vix-options',
      delta,
      vol: sigma,
      mid: points((quote.bid + quote.ask) / 2),
      halfSpread: points((quote.ask - quote.bid) / 2),
      source: 'quoted',
    };
  }
  return undefined;
}

const ROOT: OptionRoot = 'VIX';

/**
 * The call of an expiration with the wanted delta: from its own quotes when there are any, else modelled on the
 * matching future with the plan's vol-of-vol and flagged.
 *
 * @param target  forward delta, decimal
 * @returns undefined when there is neither a quote nor a future and VVIX to model one on
 */
export function layerOption(
  market: MarketReading,
  plan: TradingPlan,
  expiration: IsoDate,
  target: number,
): LayerOption | undefined {
  const quoted = quotedOption(market, expiration, target);
  if (quoted !== undefined) return quoted;
  const future = vixForward(market, expiration);
  const dte = calendarDte(market.session, expiration);
  if (future === undefined) return undefined;
  const found = modelledStrike(market, plan, future.value, dte, target);
  if (found === undefined) return undefined;
  const expiry = dte / 365;
  const discount = Math.exp(-market.riskFree * expiry);
  const mid = black76({
    right: 'call',
    forward: future.value,
    strike: found.strike,
    vol: found.vol,
    expiry,
    discount,
  });
  return {
    contract: optionContract({ root: ROOT, expiration, strike: points(found.strike), right: 'call' }),
    dte,
    future: future.value,
    futureSource: future.source,
    delta: found.delta,
    vol: vol(found.vol),
    mid,
    halfSpread: points(MODELLED_HALF_SPREAD),
    source: 'modelled',
  };
}
