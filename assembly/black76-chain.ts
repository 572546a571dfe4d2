import { column, scalar } from './columns';
import { BLOCK } from './blocks';
import { d1s, d2s, densities, fillTails, signedLeg, tails1, tails2 } from './tails';
import { add, div, half, most, mul, one, splat, sub } from './vector-math';


/**
 * premium, delta, gamma, vega, theta, rho of Black-76 for the options of one expiration, whose forward, ln(F / anchor),
 * expiry, discount and rate are the scalars of the table; the log-strikes are ln(K / anchor).
 */
export function black76Chain(table: usize, first: i32, beyond: i32): void {
  const work = column(table, 10);
  const end = <usize>beyond << 3;
  for (let from = <usize>first << 3; from < end; from += BLOCK) {
    const size = min(BLOCK, end - from);
    start(table, work, from, size);
    fillTails(work, size);
    finish(table, work, from, size);
  }
}

function start(table: usize, work: usize, from: usize, size: usize): void {
  const logStrikes = column(table, 2) + from, vols = column(table, 3) + from;
  const x0 = splat(scalar(table, 1)), root = splat(Math.sqrt(scalar(table, 2)));
  for (let i: usize = 0; i < size; i += 16) {
    const s = mul(v128.load(vols + i), root);
    const d1 = add(div(sub(x0, v128.load(logStrikes + i)), s), mul(half(), s));
    v128.store(d1s(work) + i, d1);
    v128.store(d2s(work) + i, sub(d1, s));
  }
}

function finish(table: usize, work: usize, from: usize, size: usize): void {
  const signs = column(table, 0) + from, strikes = column(table, 1) + from, vols = column(table, 3) + from;
  const premiums = column(table, 4) + from, deltas = column(table, 5) + from, gammas = column(table, 6) + from;
  const vegas = column(table, 7) + from, thetas = column(table, 8) + from, rhos = column(table, 9) + from;
  const forward = scalar(table, 0), expiry = scalar(table, 2), discount = scalar(table, 3), rate = scalar(table, 4);
  const rootTime = Math.sqrt(expiry);
  const f = splat(forward), df = splat(discount), r = splat(rate), minusExpiry = splat(-expiry);
  const gammaScale = splat(discount / (forward * rootTime)), vegaScale = splat(discount * forward * rootTime);
  const decayScale = splat(-0.5 / expiry);
  for (let i: usize = 0; i < size; i += 16) {
    const sign = v128.load(signs + i), vol = v128.load(vols + i);
    const density = v128.load(densities(work) + i), tail1 = v128.load(tails1(work) + i);
    const tail2 = mul(f, v128.load(tails2(work) + i));
    const leg1 = signedLeg(sign, v128.load(d1s(work) + i), tail1, one());
    const leg2 = signedLeg(sign, v128.load(d2s(work) + i), tail2, v128.load(strikes + i));
    const premium = mul(df, most(sub(mul(f, leg1), leg2), splat(0)));
    const vega = mul(vegaScale, density);
    v128.store(premiums + i, premium);
    v128.store(deltas + i, mul(df, leg1));
    v128.store(gammas + i, div(mul(gammaScale, density), vol));
    v128.store(vegas + i, vega);
    v128.store(thetas + i, add(mul(mul(vega, vol), decayScale), mul(r, premium)));
    v128.store(rhos + i, mul(minusExpiry, premium));
  }
}
