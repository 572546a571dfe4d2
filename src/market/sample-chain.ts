import { addDays, daysBetween, weekdayOf } from '../core/dates.ts';
import { normalDraw, type Random } from '../core/random.ts';
import type { EpochMs, IsoDate } from '../core/units.ts';
import { black76, otmPremium } from '../quant/black76.ts';
import { type Chain, checkedChain, type QuoteColumns } from './chain.ts';
import type { OptionRoot, Right } from './contract.ts';
import { contractFacts } from './contract-registry.ts';
import { sampleVol } from './sample-path.ts';
import { yearsToExpiry } from './settlement.ts';
import { isSpxMonthly, normaliseExpiration } from './spx-expirations.ts';
import { roundToTick, type TickTier, tickAt } from './ticks.ts';

/** What the simulated chain is made from. */
export interface SampleState {
  readonly session: IsoDate;
  readonly asOf: EpochMs;
  readonly spx: number;
  readonly vix: number;
}

const RATE = 0.038;
const DIVIDEND_YIELD = 0.0125;
/** Skew and curvature of the smile; eta (1 + |rho|) <= 2 keeps it free of arbitrage at every tenor. */
const RHO = -0.62;
const ETA = 0.98;

/**
 * Total variance at log-moneyness k of a smile with at-the-money total variance theta.
 *
 * @see Gatheral and Jacquier (2014), Arbitrage-free SVI volatility surfaces, Quantitative Finance 14, 59-71, eq. 4.1 with
 *   phi(theta) = eta / sqrt(theta (1 + theta)), doi 10.1080/14697688.2013.819986
 */
function totalVariance(theta: number, k: number): number {
  const z = (ETA * k) / Math.sqrt(theta * (1 + theta));
  return (theta / 2) * (1 + RHO * z + Math.sqrt((z + RHO) ** 2 + 1 - RHO ** 2));
}

/** What a strip of all strikes would measure as total variance: `2 integral Q(K) / K^2 dK` at F = 1. */
function stripVariance(theta: number): number {
  const step = Math.sqrt(theta) / 10;
  let sum = 0;
  for (let i = -100; i <= 60; i++) {
    const k = i * step;
    sum += otmPremium(1, Math.exp(k), Math.sqrt(totalVariance(theta, k))) * Math.exp(-k) * step;
  }
  return 2 * sum;
}

/** The theta whose strip gives the wanted total variance; the ratio of the two hardly moves, so four rounds settle it. */
function thetaFor(wanted: number): number {
  let theta = wanted;
  for (let round = 0; round < 4; round++) theta *= wanted / stripVariance(theta);
  return theta;
}

/** Fridays of the next six weeks, then third Fridays to 120 days; third Fridays carry both roots. */
function listedExpirations(session: IsoDate): { root: OptionRoot; expiration: IsoDate }[] {
  const first = addDays(session, ((5 - weekdayOf(session) + 6) % 7) + 1);
  const fridays = Array.from({ length: 17 }, (_, week) => normaliseExpiration(addDays(first, 7 * week)));
  return fridays
    .filter((expiration) => isSpxMonthly(expiration) || daysBetween(session, expiration) <= 45)
    .flatMap((expiration) => [
      ...(isSpxMonthly(expiration) ? [{ root: 'SPX' as const, expiration }] : []),
      { root: 'SPXW' as const, expiration },
    ]);
}

/** Strikes every 5 points near the money, 25 farther out and 100 in the far put wing. */
function listedStrikes(forward: number): Float64Array {
  const strikes: number[] = [];
  for (let strike = Math.ceil((0.5 * forward) / 100) * 100; strike <= 1.2 * forward; ) {
    strikes.push(strike);
    const share = strike / forward - 1;
    const step = share < -0.3 ? 100 : Math.abs(share) <= 0.12 ? 5 : 25;
    strike = (Math.floor(strike / step) + 1) * step;
  }
  return Float64Array.from(strikes);
}

/** Half the spread a market maker asks around a fair premium, points. */
const halfSpread = (premium: number): number => 0.025 + 0.012 * premium ** 0.75;

/** Bid and ask around each premium, outward to the tick, so that the fair price always lies between them. */
function quoted(premiums: Float64Array, ticks: readonly TickTier[], interest: Float64Array): QuoteColumns {
  const side = (sign: 1 | -1): Float64Array =>
    premiums.map((premium) => {
      const price = Math.max(premium + sign * halfSpread(premium), 0);
      return roundToTick(price, tickAt(ticks, price), sign === 1 ? 'up' : 'down');
    });
  return {
    bid: side(-1),
    ask: side(1),
    openInterest: interest,
    volume: interest.map((n) => Math.floor(n / 6)),
  };
}

/** Open contracts: more at round strikes, fewer far from the money. */
function openInterest(random: Random, strikes: Float64Array, forward: number): Float64Array {
  return strikes.map((strike) => {
    const round = strike % 100 === 0 ? 4 : strike % 50 === 0 ? 2.5 : strike % 25 === 0 ? 1.6 : 1;
    const near = Math.exp(-6 * Math.abs(strike / forward - 1));
    return Math.round(900 * round * near * Math.exp(0.5 * normalDraw(random)));
  });
}

function sampleExpiration(random: Random, state: SampleState, root: OptionRoot, expiration: IsoDate): Chain {
  const expiry = yearsToExpiry(state.asOf, root, expiration);
  const forward = state.spx * Math.exp((RATE - DIVIDEND_YIELD) * expiry);
  const discount = Math.exp(-RATE * expiry);
  const theta = thetaFor((sampleVol(state.vix, expiry) / 100) ** 2 * expiry);
  const strikes = listedStrikes(forward);
  const vols = strikes.map((strike) => Math.sqrt(totalVariance(theta, Math.log(strike / forward)) / expiry));
  const { ticks } = contractFacts(root, state.session);
  const side = (right: Right): QuoteColumns => {
    const price = (strike: number, i: number): number =>
      black76({ right, forward, strike, vol: vols[i] ?? 0, expiry, discount });
    return quoted(strikes.map(price), ticks, openInterest(random, strikes, forward));
  };
  const { asOf } = state;
  return checkedChain({
    root,
    expiration,
    asOf,
    quotes: 'simulated',
    strikes,
    call: side('call'),
    put: side('put'),
  });
}

/** A full SPX chain of one simulated close, free of arbitrage at bid and ask. */
export const sampleChains = (random: Random, state: SampleState): readonly Chain[] =>
  listedExpirations(state.session).map(({ root, expiration }) =>
    sampleExpiration(random, state, root, expiration),
  );
