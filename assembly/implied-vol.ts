import {
  abs, add, at, below, choose, div, expOf, half, least, logOf, logRatio, madd, millsBottom, millsTop, most, mul, one, splat, sub, two,
} from './vector-math';
import { column } from './columns';
import { BLOCK, workColumn } from './blocks';

/** 0.39894, 1e-10, then P6 of the Bachelier inverse highest power first, 24, 8. */
const GUESS = memory.data<f64>([
  0.39894, 1e-10, -1.9877513642089453, -11.006343548550733, 30.58411144574588, -23.592831832299296, 5.812266276827727,
  0.532883795291095, 1.0062800186051537, 24, 8,
]);

/** Rough s of an out-of-the-money premium, sqrt(F K) / `inverseShare`: Bachelier's formula inverted, then made lognormal. */
@inline function bachelierGuess(inverseShare: v128, distance: v128): v128 {
  const x = most(distance, at(GUESS, 1));
  const root = f64x2.sqrt(logOf(add(one(), mul(mul(at(GUESS, 0), x), inverseShare))));
  const t = div(root, add(one(), root));
  let fit = madd(at(GUESS, 2), t, at(GUESS, 3));
  fit = madd(fit, t, at(GUESS, 4));
  fit = madd(fit, t, at(GUESS, 5));
  fit = madd(fit, t, at(GUESS, 6));
  fit = madd(fit, t, at(GUESS, 7));
  fit = madd(fit, t, at(GUESS, 8));
  const h = mul(mul(root, t), fit);
  const s = div(x, h);
  const square = mul(s, s);
  return add(s, mul(s, div(square, add(at(GUESS, 9), mul(at(GUESS, 10), mul(h, h))))));
}

const DECLINE = memory.data<f64>([
  30.37737196147724, 464.94454837227187, 4631.332285433475, 32927.49118928773, 173743.82578007373, 688063.3812435566,
  2022819.3182348807, 4247131.677388262, 5809733.848255816, 4009180.2542612525, 30.37737196147731, 467.9445483722335,
  4722.464401326499, 34316.32483340456, 187455.55847503277, 784098.1842254017, 2517538.760681844, 6132867.864680642,
  11017718.94605077, 13816978.606039084, 10834496.139967581, 4009180.2542612525,
]);

/** -M'(x) = 1 - x M(x) as one rational P10/Q12; `mills-decline.ts` says why. */
@inline function millsDecline(x: v128): v128 {
  let p = add(x, at(DECLINE, 0));
  p = madd(p, x, at(DECLINE, 1));
  p = madd(p, x, at(DECLINE, 2));
  p = madd(p, x, at(DECLINE, 3));
  p = madd(p, x, at(DECLINE, 4));
  p = madd(p, x, at(DECLINE, 5));
  p = madd(p, x, at(DECLINE, 6));
  p = madd(p, x, at(DECLINE, 7));
  p = madd(p, x, at(DECLINE, 8));
  p = madd(p, x, at(DECLINE, 9));
  let q = add(x, at(DECLINE, 10));
  q = madd(q, x, at(DECLINE, 11));
  q = madd(q, x, at(DECLINE, 12));
  q = madd(q, x, at(DECLINE, 13));
  q = madd(q, x, at(DECLINE, 14));
  q = madd(q, x, at(DECLINE, 15));
  q = madd(q, x, at(DECLINE, 16));
  q = madd(q, x, at(DECLINE, 17));
  q = madd(q, x, at(DECLINE, 18));
  q = madd(q, x, at(DECLINE, 19));
  q = madd(q, x, at(DECLINE, 20));
  q = madd(q, x, at(DECLINE, 21));
  return div(p, q);
}

/** Reach of the series; 1/6, 1/20, 1/42, 1/72, 1/110, 1/156, 1/210, 1/272; and, from entry 9, the orders 3 to 16. */
const SERIES = memory.data<f64>([
  0.25, 0.16666666666666666, 0.05, 0.023809523809523808, 0.013888888888888888, 0.00909090909090909, 0.00641025641025641,
  0.004761904761904762, 0.003676470588235294, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16,
]);

/** n M^(n-1), the second half of the recurrence. */
@inline function times(n: usize, m: v128): v128 { return mul(at(SERIES, n + 6), m); }

/** M(h - t) - M(h + t) by Taylor's series about h, for t(1 + h) < 0.25. */
@inline function seriesDifference(h: v128, t: v128): v128 {
  const m0 = div(millsTop(h), millsBottom(h));
  const m1 = f64x2.neg(millsDecline(h));
  const m2 = madd(h, m1, m0);
  const m3 = madd(h, m2, mul(two(), m1));
  const m4 = madd(h, m3, times(3, m2));
  const m5 = madd(h, m4, times(4, m3));
  const m6 = madd(h, m5, times(5, m4));
  const m7 = madd(h, m6, times(6, m5));
  const m8 = madd(h, m7, times(7, m6));
  const m9 = madd(h, m8, times(8, m7));
  const m10 = madd(h, m9, times(9, m8));
  const m11 = madd(h, m10, times(10, m9));
  const m12 = madd(h, m11, times(11, m10));
  const m13 = madd(h, m12, times(12, m11));
  const m14 = madd(h, m13, times(13, m12));
  const m15 = madd(h, m14, times(14, m13));
  const m16 = madd(h, m15, times(15, m14));
  const m17 = madd(h, m16, times(16, m15));
  const t2 = mul(t, t);
  let sum = madd(mul(t2, at(SERIES, 8)), m17, m15);
  sum = madd(mul(t2, at(SERIES, 7)), sum, m13);
  sum = madd(mul(t2, at(SERIES, 6)), sum, m11);
  sum = madd(mul(t2, at(SERIES, 5)), sum, m9);
  sum = madd(mul(t2, at(SERIES, 4)), sum, m7);
  sum = madd(mul(t2, at(SERIES, 3)), sum, m5);
  sum = madd(mul(t2, at(SERIES, 2)), sum, m3);
  sum = madd(mul(t2, at(SERIES, 1)), sum, m1);
  return mul(mul(f64x2.neg(two()), t), sum);
}

const ROOT_TWO_PI = memory.data<f64>([2.5066282746310002, 0.9189385332046727, 37]);

/** M(h - t) - M(h + t) as it stands, over one denominator; M(-x) = sqrt(2 pi) exp(x^2/2) - M(x) where h < t. */
@inline function directDifference(h: v128, t: v128): v128 {
  const u = sub(h, t);
  const near = abs(u);
  const beyond = add(h, t);
  const nearBottom = millsBottom(near);
  const beyondBottom = millsBottom(beyond);
  const nearTop = mul(millsTop(near), beyondBottom);
  const beyondTop = mul(millsTop(beyond), nearBottom);
  const bottom = mul(nearBottom, beyondBottom);
  const crossed = below(u, splat(0));
  if (!v128.any_true(crossed)) return div(sub(nearTop, beyondTop), bottom);
  const held = least(near, at(ROOT_TWO_PI, 2));
  const grown = mul(at(ROOT_TWO_PI, 0), expOf(mul(mul(half(), held), held), splat(0)));
  const sum = sub(grown, div(add(nearTop, beyondTop), bottom));
  return choose(sum, div(sub(nearTop, beyondTop), bottom), crossed);
}

@inline function millsDifference(h: v128, t: v128): v128 {
  const isSmall = below(mul(t, add(one(), h)), at(SERIES, 0));
  if (i64x2.all_true(isSmall)) return seriesDifference(h, t);
  const direct = directDifference(h, t);
  return v128.any_true(isSmall) ? choose(seriesDifference(h, t), direct, isSmall) : direct;
}

/** 0.25, 3, 1/6, 4. */
const STEP = memory.data<f64>([0.25, 3, 0.16666666666666666, 4]);

/** u^2/2 aside, what a step needs to know of (distance, s): h = distance / s and t = s / 2. */
@inline function ratioAt(s: v128, distance: v128): v128 {
  return millsDifference(div(distance, s), mul(half(), s));
}

/**
 * s after one fourth-order Householder step on ln premium(s) = ln share. With r = premium / vega, b = vega'/vega and
 * b2 = vega''/vega (see the scalar solver), multiplied through by r so that nothing is divided by it:
 *
 *     s - e r [1 - e (r b - 1)/2] / [1 - e (r b - 1) + e^2 (r^2 b2 - 3 r b + 2)/6]
 */
@inline function improved(s: v128, distance: v128, inverseShare: v128, r: v128): v128 {
  const inverse = div(one(), s);
  const h = mul(distance, inverse);
  const t = mul(half(), s);
  const u = sub(h, t);
  const e = sub(sub(logOf(mul(r, inverseShare)), mul(mul(half(), u), u)), at(ROOT_TWO_PI, 1));
  const bend = mul(mul(u, add(h, t)), inverse);
  const tilt = mul(h, inverse);
  const bend2 = sub(sub(mul(bend, bend), mul(at(STEP, 1), mul(tilt, tilt))), at(STEP, 0));
  const rb = mul(r, bend);
  const lean = mul(e, sub(rb, one()));
  const curl = add(sub(mul(mul(r, r), bend2), mul(at(STEP, 1), rb)), two());
  const top = mul(mul(e, r), sub(one(), mul(half(), lean)));
  const bottom = add(sub(one(), lean), mul(mul(mul(e, e), curl), at(STEP, 2)));
  const next = sub(s, div(top, bottom));
  return least(most(next, mul(at(STEP, 0), s)), mul(at(STEP, 3), s));
}

/** Least share of min(F, K); largest share solved here; a settled step, relative. */
const LIMIT = memory.data<f64>([1e-290, 0.5, 3e-5]);
/** Solved, below intrinsic, above the maximum, left to the scalar solver; and, inside, worth nothing. */
const CODE = memory.data<f64>([0, 1, 2, 3, 4]);

/**
 * Implied vol of rows of quotes. Codes: 0 solved, 1 below intrinsic, 2 above the maximum, 3 left to the scalar solver
 * (premiums above half of min(F, K), or not settled after two steps).
 */
export function impliedVol(table: usize, first: i32, beyond: i32): void {
  const expiries = column(table, 4), vols = column(table, 6), codes = column(table, 7);
  const work = column(table, 8);
  const end = <usize>beyond << 3;
  for (let from = <usize>first << 3; from < end; from += BLOCK) {
    const size = min(BLOCK, end - from);
    start(table, work, from, size);
    guess(work, size);
    step(work, size);
    step(work, size);
    finish(work, size, expiries + from, vols + from, codes + from);
  }
}

// Work columns: |ln F/K|, min(F, K) / time value, s, the s before, the code so far, and premium / vega.

@inline function distances(work: usize): usize { return work; }
@inline function inverseShares(work: usize): usize { return workColumn(work, 1); }
@inline function deviations(work: usize): usize { return workColumn(work, 2); }
@inline function before(work: usize): usize { return workColumn(work, 3); }
@inline function verdicts(work: usize): usize { return workColumn(work, 4); }
@inline function ratios(work: usize): usize { return workColumn(work, 5); }

/** Time value, its place between the bounds, and the distance from the money. */
function start(table: usize, work: usize, from: usize, size: usize): void {
  const signs = column(table, 0) + from, premiums = column(table, 1) + from, forwards = column(table, 2) + from;
  const strikes = column(table, 3) + from, discounts = column(table, 5) + from;
  for (let i: usize = 0; i < size; i += 16) {
    const forward = v128.load(forwards + i), strike = v128.load(strikes + i);
    const intrinsic = most(mul(v128.load(signs + i), sub(forward, strike)), splat(0));
    const timeValue = sub(div(v128.load(premiums + i), v128.load(discounts + i)), intrinsic);
    const cap = least(forward, strike);
    const inverse = div(one(), timeValue);
    v128.store(inverseShares(work) + i, mul(cap, inverse));
    v128.store(before(work) + i, mul(f64x2.sqrt(mul(forward, strike)), inverse));
    v128.store(distances(work) + i, abs(logRatio(forward, strike)));
    let code = choose(splat(0), at(CODE, 3), below(timeValue, mul(at(LIMIT, 1), cap)));
    code = choose(at(CODE, 4), code, f64x2.le(timeValue, mul(at(LIMIT, 0), cap)));
    code = choose(at(CODE, 2), code, f64x2.ge(timeValue, cap));
    v128.store(verdicts(work) + i, choose(at(CODE, 1), code, below(timeValue, splat(0))));
  }
}

function guess(work: usize, size: usize): void {
  for (let i: usize = 0; i < size; i += 16) {
    const s = bachelierGuess(v128.load(before(work) + i), v128.load(distances(work) + i));
    v128.store(deviations(work) + i, s);
  }
}

function step(work: usize, size: usize): void {
  for (let i: usize = 0; i < size; i += 16) {
    v128.store(ratios(work) + i, ratioAt(v128.load(deviations(work) + i), v128.load(distances(work) + i)));
  }
  for (let i: usize = 0; i < size; i += 16) {
    const s = v128.load(deviations(work) + i);
    const next = improved(s, v128.load(distances(work) + i), v128.load(inverseShares(work) + i), v128.load(ratios(work) + i));
    v128.store(before(work) + i, s);
    v128.store(deviations(work) + i, next);
  }
}

/** Vol from s, and the last word on each row. */
function finish(work: usize, size: usize, expiries: usize, vols: usize, codes: usize): void {
  for (let i: usize = 0; i < size; i += 16) {
    const s = v128.load(deviations(work) + i);
    const settled = f64x2.le(abs(sub(s, v128.load(before(work) + i))), mul(at(LIMIT, 2), s));
    const code = v128.load(verdicts(work) + i);
    const worthless = f64x2.eq(code, at(CODE, 4));
    const unsettled = v128.andnot(f64x2.eq(code, splat(0)), settled);
    v128.store(codes + i, choose(splat(0), choose(at(CODE, 3), code, unsettled), worthless));
    v128.store(vols + i, choose(splat(0), div(s, f64x2.sqrt(v128.load(expiries + i))), worthless));
  }
}
