import { type Points, points } from '../../core/units.ts';
import type { Contract, OptionContract } from '../../market/contract.ts';
import { calendarDte } from '../../market/settlement.ts';
import { smileVol } from '../../market/smile.ts';
import type { ExpirationView } from '../../market/surface.ts';
import { constantMaturity, futureFor } from '../../market/vix-term-structure.ts';
import { proxiedVxForward } from '../../market/vx-forward.ts';
import { underlyingOf } from '../../portfolio/underlying.ts';
import { black76 } from '../../quant/black76.ts';
import { vixForward } from '../hedge/vix-forward.ts';
import { vixVol } from '../hedge/vix-vol.ts';
import type { MarketReading } from '../market-reading.ts';
import type { TradingPlan } from '../trading-plan.ts';
import type { Shock } from './shock.ts';

const DAYS_PER_YEAR = 365;
/** A VX future is never pushed below this, points: Black-76 needs a positive forward, and VIX has never closed below 9. */
const LOWEST_VX = 0.5;
/** XSP is a tenth of the index; its options are read off the SPXW chain, ten strikes to one. */
const XSP_SCALE = 10;

const intrinsic = ({ right, strike }: OptionContract, level: number): number =>
  Math.max(right === 'call' ? level - strike : strike - level, 0);

/** True for the roots settled on the index itself. */
export const isIndexOption = ({ root }: Contract): boolean =>
  root === 'SPX' || root === 'SPXW' || root === 'XSP';

export const isVolatilityContract = (contract: Contract): boolean => underlyingOf(contract) === 'VIX';

/** Points of the index per point of the contract's own underlying. */
export const indexScale = (contract: OptionContract): number => (contract.root === 'XSP' ? XSP_SCALE : 1);

/** The expiration of the surface a contract is priced on: its own root, or SPXW (then SPX) for XSP. */
export function viewFor(market: MarketReading, contract: OptionContract): ExpirationView | undefined {
  const sameDay = market.surface.expirations.filter(({ chain }) => chain.expiration === contract.expiration);
  const pm = sameDay.find(({ chain }) => chain.root === 'SPXW');
  return contract.root === 'XSP'
    ? (pm ?? sameDay[0])
    : sameDay.find(({ chain }) => chain.root === contract.root);
}

/**
 * How much of a move in VIX reaches the vol of another tenor: (30 / days)^power, at most `maxFactor`. VIX is a 30-day
 * vol; shorter ones move more and longer ones less. The tenor is what is left when the shock is over, as on the VX curve.
 */
const smileShift = (plan: TradingPlan, days: number): number => {
  const { power, maxFactor } = plan.stress.smileShift;
  return Math.min(maxFactor, (30 / Math.max(days, 1)) ** power);
};

/** Value of an index option after a shock; it settles on the way when the shock outlasts it. */
function repriceIndexOption(
  market: MarketReading,
  plan: TradingPlan,
  contract: OptionContract,
  shock: Shock,
): Points | undefined {
  const view = viewFor(market, contract);
  if (view === undefined) return undefined;
  const scale = indexScale(contract);
  const strike = contract.strike * scale;
  if (shock.days > 0 && view.dte <= shock.days) {
    const level = market.spot * (1 + (shock.spx * view.dte) / shock.days);
    return points(intrinsic({ ...contract, strike: points(strike) }, level) / scale);
  }
  const { smile, forward: parity } = view;
  if (smile === undefined) return undefined;
  const expiry = view.expiry - shock.days / DAYS_PER_YEAR;
  // The move is put on the forward whole: carry over the days of a slow scenario, some .2 % a month, is left out.
  const forward = parity.forward * (1 + shock.spx);
  // The smile travels with the forward: a strike keeps the vol of its moneyness, then all vols move with VIX.
  const atMoneyness = smileVol(smile, points((strike * parity.forward) / forward));
  const vol = Math.max(0.01, atMoneyness + (shock.vix / 100) * smileShift(plan, view.dte - shock.days));
  const discount = Math.exp(-parity.rate * expiry);
  return points(black76({ right: contract.right, forward, strike, vol, expiry, discount }) / scale);
}

/** VX future of a tenor after `elapsed` days of rolling down today's curve. */
function rolledVx(market: MarketReading, days: number): Points | undefined {
  const listed = market.vxCurve === undefined ? undefined : constantMaturity(market.vxCurve, days);
  return listed ?? (market.family === undefined ? undefined : proxiedVxForward(market.family, days));
}

/** A VX value after a shock that leaves it `days` to settlement: rolled down the curve first when time passes. */
const shockedVx = (market: MarketReading, today: number, days: number, shock: Shock): number =>
  Math.max((shock.days === 0 ? today : (rolledVx(market, days) ?? today)) + shock.vx(days), LOWEST_VX);

/** VIX itself on the way through a shock, for what settles before the shock is over. */
const spotVix = (market: MarketReading, today: number, dte: number, shock: Shock): number =>
  Math.max((market.family?.vix ?? today) + (shock.vix * dte) / shock.days, 0);

/** Value of a VIX option after a shock, on its own future and a smile that travels with it. */
function repriceVixOption(
  market: MarketReading,
  plan: TradingPlan,
  contract: OptionContract,
  shock: Shock,
): Points | undefined {
  const dte = calendarDte(market.session, contract.expiration);
  const today = vixForward(market, contract.expiration);
  if (today === undefined) return undefined;
  if (shock.days > 0 && dte <= shock.days)
    return points(intrinsic(contract, spotVix(market, today.value, dte, shock)));
  const days = dte - shock.days;
  if (days <= 0) return undefined;
  const forward = shockedVx(market, today.value, days, shock);
  const { vvix } = market;
  if (vvix === undefined) return undefined;
  const vol = vixVol({ vvix: vvix / 100, forward, strike: contract.strike, days }, plan.hedge.volOfVol);
  const expiry = days / DAYS_PER_YEAR;
  return points(
    black76({
      right: contract.right,
      forward,
      strike: contract.strike,
      vol,
      expiry,
      discount: Math.exp(-market.riskFree * expiry),
    }),
  );
}

/** Value of a VX future after a shock: by the same steps as the forward of a VIX option of its date. */
function repriceFuture(market: MarketReading, { expiration }: Contract, shock: Shock): Points | undefined {
  const now = market.vxCurve === undefined ? undefined : futureFor(market.vxCurve, expiration)?.value;
  if (now === undefined) return undefined;
  const dte = calendarDte(market.session, expiration);
  return points(
    shock.days > 0 && dte <= shock.days
      ? spotVix(market, now, dte, shock)
      : shockedVx(market, now, dte - shock.days, shock),
  );
}

/**
 * Model value of one contract after a shock; with no shock, its model value now.
 *
 * @returns points per unit of the contract's own underlying; undefined when the market shows nothing to price it on
 */
export function reprice(
  market: MarketReading,
  plan: TradingPlan,
  contract: Contract,
  shock: Shock,
): Points | undefined {
  if (contract.kind === 'future') return repriceFuture(market, contract, shock);
  if (isIndexOption(contract)) return repriceIndexOption(market, plan, contract, shock);
  if (contract.root === 'VIX' || contract.root === 'VIXW')
    return repriceVixOption(market, plan, contract, shock);
  return undefined;
}
