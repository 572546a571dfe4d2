import {
  abs, add, at, below, choose, div, far, inverseRootTwoPi, least, leftOver, madd, MILLS, minusHalf, mul, rounded, splat, storeExps,
  sub, withinGaussian,
} from './vector-math';
import { workColumn } from './blocks';

@inline export function d1s(work: usize): usize { return work; }
@inline export function d2s(work: usize): usize { return workColumn(work, 1); }
/** n(d1). */
@inline export function densities(work: usize): usize { return workColumn(work, 2); }
/** N(-|d1|). */
@inline export function tails1(work: usize): usize { return workColumn(work, 3); }
/** n(d1) M(|d2|): times the forward leg it is the strike leg's tail, for F n(d1) = K n(d2). */
@inline export function tails2(work: usize): usize { return workColumn(work, 4); }

/** Mills ratios of a work column of distances, held to where their powers are finite; four rows at a time share the coefficients. */
function fillMills(distances: usize, ratios: usize, size: usize): void {
  for (let i: usize = 0; i < size; i += 32) {
    const x = least(abs(v128.load(distances + i)), far()), y = least(abs(v128.load(distances + i + 16)), far());
    let c = at(MILLS, 0), next = at(MILLS, 1);
    let p = madd(c, x, next), r = madd(c, y, next);
    c = at(MILLS, 2);
    p = madd(p, x, c);
    r = madd(r, y, c);
    c = at(MILLS, 3);
    p = madd(p, x, c);
    r = madd(r, y, c);
    c = at(MILLS, 4);
    p = madd(p, x, c);
    r = madd(r, y, c);
    c = at(MILLS, 5);
    p = madd(p, x, c);
    r = madd(r, y, c);
    c = at(MILLS, 6);
    p = madd(p, x, c);
    r = madd(r, y, c);
    c = at(MILLS, 7);
    p = madd(p, x, c);
    r = madd(r, y, c);
    c = at(MILLS, 8);
    p = madd(p, x, c);
    r = madd(r, y, c);
    c = at(MILLS, 9);
    p = madd(p, x, c);
    r = madd(r, y, c);
    c = at(MILLS, 10);
    p = madd(p, x, c);
    r = madd(r, y, c);
    c = at(MILLS, 11);
    let q = add(x, c), s = add(y, c);
    c = at(MILLS, 12);
    q = madd(q, x, c);
    s = madd(s, y, c);
    c = at(MILLS, 13);
    q = madd(q, x, c);
    s = madd(s, y, c);
    c = at(MILLS, 14);
    q = madd(q, x, c);
    s = madd(s, y, c);
    c = at(MILLS, 15);
    q = madd(q, x, c);
    s = madd(s, y, c);
    c = at(MILLS, 16);
    q = madd(q, x, c);
    s = madd(s, y, c);
    c = at(MILLS, 17);
    q = madd(q, x, c);
    s = madd(s, y, c);
    c = at(MILLS, 18);
    q = madd(q, x, c);
    s = madd(s, y, c);
    c = at(MILLS, 19);
    q = madd(q, x, c);
    s = madd(s, y, c);
    c = at(MILLS, 20);
    q = madd(q, x, c);
    s = madd(s, y, c);
    c = at(MILLS, 21);
    q = madd(q, x, c);
    s = madd(s, y, c);
    v128.store(ratios + i, div(p, q));
    v128.store(ratios + i + 16, div(r, s));
  }
}

/** exp(-d1^2/2); d1 is split so that its square loses nothing, and what is left goes into the exponential's remainder. */
function fillGaussians(work: usize, size: usize): void {
  for (let i: usize = 0; i < size; i += 32) {
    const x = withinGaussian(v128.load(d1s(work) + i)), y = withinGaussian(v128.load(d1s(work) + i + 16));
    const highX = rounded(x), highY = rounded(y);
    storeExps(
      mul(mul(minusHalf(), highX), highX), leftOver(x, highX), densities(work) + i,
      mul(mul(minusHalf(), highY), highY), leftOver(y, highY), densities(work) + i + 16,
    );
  }
}

/** The stage all European kernels share: one exponential and two Mills ratios. */
export function fillTails(work: usize, size: usize): void {
  fillMills(d1s(work), tails1(work), size);
  fillMills(d2s(work), tails2(work), size);
  fillGaussians(work, size);
  for (let i: usize = 0; i < size; i += 16) {
    const density = mul(inverseRootTwoPi(), v128.load(densities(work) + i));
    v128.store(densities(work) + i, density);
    v128.store(tails1(work) + i, mul(density, v128.load(tails1(work) + i)));
    v128.store(tails2(work) + i, mul(density, v128.load(tails2(work) + i)));
  }
}

/** sign N(sign d) x whole, from the tail N(-|d|) x whole: one leg of a premium, with the sign it enters by. */
@inline export function signedLeg(sign: v128, d: v128, tail: v128, whole: v128): v128 {
  return mul(sign, choose(tail, sub(whole, tail), below(mul(sign, d), splat(0))));
}
