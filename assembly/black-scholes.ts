import { column } from './columns';
import { BLOCK, workColumn } from './blocks';
import { d1s, d2s, densities, fillTails, signedLeg, tails1, tails2 } from './tails';
import { add, div, half, logRatio, minusHalf, most, mul, one, splat, storeExps, sub, withinExp } from './vector-math';

@inline function yieldDiscounts(work: usize): usize { return workColumn(work, 5); }
@inline function strikeLegs(work: usize): usize { return workColumn(work, 6); }

/** premium, delta, gamma, vega, theta, rho of generalised Black-Scholes, for rows of options. */
export function blackScholes(table: usize, first: i32, beyond: i32): void {
  const work = column(table, 13);
  const end = <usize>beyond << 3;
  for (let from = <usize>first << 3; from < end; from += BLOCK) {
    const size = min(BLOCK, end - from);
    start(table, work, from, size);
    fillTails(work, size);
    finish(table, work, from, size);
  }
}

function start(table: usize, work: usize, from: usize, size: usize): void {
  const spots = column(table, 1) + from, strikes = column(table, 2) + from, rates = column(table, 3) + from;
  const yields = column(table, 4) + from, vols = column(table, 5) + from, expiries = column(table, 6) + from;
  for (let i: usize = 0; i < size; i += 16) {
    const expiry = v128.load(expiries + i);
    const carry = sub(v128.load(rates + i), v128.load(yields + i));
    const s = mul(v128.load(vols + i), f64x2.sqrt(expiry));
    const x = add(logRatio(v128.load(spots + i), v128.load(strikes + i)), mul(carry, expiry));
    const d1 = add(div(x, s), mul(half(), s));
    v128.store(d1s(work) + i, d1);
    v128.store(d2s(work) + i, sub(d1, s));
  }
  for (let i: usize = 0; i < size; i += 16) {
    const expiry = v128.load(expiries + i);
    storeExps(
      withinExp(mul(f64x2.neg(v128.load(yields + i)), expiry)), splat(0), yieldDiscounts(work) + i,
      withinExp(mul(f64x2.neg(v128.load(rates + i)), expiry)), splat(0), strikeLegs(work) + i,
    );
    v128.store(strikeLegs(work) + i, mul(v128.load(strikes + i), v128.load(strikeLegs(work) + i)));
  }
}

function finish(table: usize, work: usize, from: usize, size: usize): void {
  const signs = column(table, 0) + from, spots = column(table, 1) + from, rates = column(table, 3) + from;
  const yields = column(table, 4) + from, vols = column(table, 5) + from, expiries = column(table, 6) + from;
  const premiums = column(table, 7) + from, deltas = column(table, 8) + from, gammas = column(table, 9) + from;
  const vegas = column(table, 10) + from, thetas = column(table, 11) + from, rhos = column(table, 12) + from;
  for (let i: usize = 0; i < size; i += 16) {
    const sign = v128.load(signs + i), spot = v128.load(spots + i), expiry = v128.load(expiries + i);
    const yieldDiscount = v128.load(yieldDiscounts(work) + i), b = v128.load(strikeLegs(work) + i);
    const density = v128.load(densities(work) + i), tail1 = v128.load(tails1(work) + i);
    const a = mul(spot, yieldDiscount);
    const tail2 = mul(a, v128.load(tails2(work) + i));
    const leg1 = signedLeg(sign, v128.load(d1s(work) + i), tail1, one());
    const leg2 = signedLeg(sign, v128.load(d2s(work) + i), tail2, b);
    const forwardLeg = mul(a, leg1);
    v128.store(premiums + i, most(sub(forwardLeg, leg2), splat(0)));
    v128.store(deltas + i, mul(yieldDiscount, leg1));
    v128.store(rhos + i, mul(expiry, leg2));
    const vol = v128.load(vols + i);
    const rootTime = f64x2.sqrt(expiry);
    const inverse = div(one(), mul(vol, rootTime));
    const legDensity = mul(a, density);
    v128.store(gammas + i, div(mul(mul(yieldDiscount, density), inverse), spot));
    v128.store(vegas + i, mul(legDensity, rootTime));
    // 1/sqrt(T) = vol / s
    const decay = mul(mul(mul(minusHalf(), legDensity), mul(vol, vol)), inverse);
    const interest = sub(mul(v128.load(yields + i), forwardLeg), mul(v128.load(rates + i), leg2));
    v128.store(thetas + i, add(decay, interest));
  }
}
