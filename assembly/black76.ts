import { column } from './columns';
import { BLOCK } from './blocks';
import { d1s, d2s, densities, fillTails, signedLeg, tails1, tails2 } from './tails';
import { add, div, half, logOf, logRatio, minusHalf, most, mul, one, splat, sub } from './vector-math';

/** premium, delta, gamma, vega, theta, rho of Black-76 with a forward and a discount for each row. */
export function black76(table: usize, first: i32, beyond: i32): void {
  const work = column(table, 12);
  const end = <usize>beyond << 3;
  for (let from = <usize>first << 3; from < end; from += BLOCK) {
    const size = min(BLOCK, end - from);
    start(table, work, from, size);
    fillTails(work, size);
    finish(table, work, from, size);
  }
}

function start(table: usize, work: usize, from: usize, size: usize): void {
  const forwards = column(table, 1) + from, strikes = column(table, 2) + from, vols = column(table, 3) + from;
  const expiries = column(table, 4) + from;
  for (let i: usize = 0; i < size; i += 16) {
    const s = mul(v128.load(vols + i), f64x2.sqrt(v128.load(expiries + i)));
    const d1 = add(div(logRatio(v128.load(forwards + i), v128.load(strikes + i)), s), mul(half(), s));
    v128.store(d1s(work) + i, d1);
    v128.store(d2s(work) + i, sub(d1, s));
  }
}

function finish(table: usize, work: usize, from: usize, size: usize): void {
  const signs = column(table, 0) + from, forwards = column(table, 1) + from, strikes = column(table, 2) + from;
  const vols = column(table, 3) + from, expiries = column(table, 4) + from, discounts = column(table, 5) + from;
  const premiums = column(table, 6) + from, deltas = column(table, 7) + from, gammas = column(table, 8) + from;
  const vegas = column(table, 9) + from, thetas = column(table, 10) + from, rhos = column(table, 11) + from;
  for (let i: usize = 0; i < size; i += 16) {
    const sign = v128.load(signs + i), forward = v128.load(forwards + i), expiry = v128.load(expiries + i);
    const density = v128.load(densities(work) + i), tail1 = v128.load(tails1(work) + i);
    const tail2 = mul(forward, v128.load(tails2(work) + i));
    const leg1 = signedLeg(sign, v128.load(d1s(work) + i), tail1, one());
    const leg2 = signedLeg(sign, v128.load(d2s(work) + i), tail2, v128.load(strikes + i));
    const discount = v128.load(discounts + i);
    const premium = mul(discount, most(sub(mul(forward, leg1), leg2), splat(0)));
    v128.store(premiums + i, premium);
    v128.store(deltas + i, mul(discount, leg1));
    v128.store(rhos + i, f64x2.neg(mul(expiry, premium)));
    const vol = v128.load(vols + i);
    const rootTime = f64x2.sqrt(expiry);
    const inverse = div(one(), mul(vol, rootTime));
    const legDensity = mul(mul(discount, forward), density);
    v128.store(gammas + i, div(mul(mul(discount, density), inverse), forward));
    v128.store(vegas + i, mul(legDensity, rootTime));
    const rate = div(f64x2.neg(logOf(discount)), expiry);
    // 1/sqrt(T) = vol / s
    const decay = mul(mul(mul(minusHalf(), legDensity), mul(vol, vol)), inverse);
    v128.store(thetas + i, add(decay, mul(rate, premium)));
  }
}
