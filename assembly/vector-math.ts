// Two lanes of double arithmetic: exponential, logarithm, normal density and Mills ratio.
// No fused multiply-add: its result would depend on the machine.

@inline export function add(a: v128, b: v128): v128 { return f64x2.add(a, b); }
@inline export function sub(a: v128, b: v128): v128 { return f64x2.sub(a, b); }
@inline export function mul(a: v128, b: v128): v128 { return f64x2.mul(a, b); }
@inline export function div(a: v128, b: v128): v128 { return f64x2.div(a, b); }
@inline export function splat(x: f64): v128 { return f64x2.splat(x); }
@inline export function abs(a: v128): v128 { return f64x2.abs(a); }
@inline export function least(a: v128, b: v128): v128 { return f64x2.pmin(a, b); }
@inline export function most(a: v128, b: v128): v128 { return f64x2.pmax(a, b); }
@inline export function below(a: v128, b: v128): v128 { return f64x2.lt(a, b); }
/** Per lane: `yes` where the mask is set. */
@inline export function choose(yes: v128, no: v128, mask: v128): v128 { return v128.bitselect(yes, no, mask); }
/** a b + c, rounded twice. */
@inline export function madd(a: v128, b: v128, c: v128): v128 { return add(mul(a, b), c); }
/**
 * A number of a table in both lanes. One load: engines build a constant written in the code anew from its bits each
 * time round a loop, which took as long as the arithmetic.
 */
@inline export function at(table: usize, index: usize): v128 { return v128.load64_splat(table + (index << 3)); }

/** The plain numbers every kernel needs, each loaded where it is used. */
const PLAIN = memory.data<f64>([1, 0.5, -0.5, 2, 0.3989422804014327, 1e12, 37.6, 6442450944.0, 708, -708]);
@inline export function one(): v128 { return at(PLAIN, 0); }
@inline export function half(): v128 { return at(PLAIN, 1); }
@inline export function minusHalf(): v128 { return at(PLAIN, 2); }
@inline export function two(): v128 { return at(PLAIN, 3); }
/** 1 / sqrt(2 pi) */
@inline export function inverseRootTwoPi(): v128 { return at(PLAIN, 4); }
/** Where a distance stops mattering: keeps the powers in the Mills ratio finite. */
@inline export function far(): v128 { return at(PLAIN, 5); }

const EXP = memory.data<f64>([
  1.4426950408889634, 0.6931471803691238, 1.9082149292705877e-10, 2.510038549551032e-08, 2.7620088445409746e-07,
  2.7557268459997064e-06, 2.4801521295954376e-05, 0.00019841269863053618, 0.0013888888917213717, 0.008333333333330062,
  0.04166666666662413, 0.16666666666666669, 0.5, 1, 6755399441055744.0,
]);

/**
 * exp(y + extra) for |y| < 708 and |extra| < 1e-3: y = n ln 2 + r, then 1 + r + r^2 q(r), q a minimax of degree 9
 * (relative error 1.6e-17 before rounding), and n added to the exponent.
 */
@inline export function expOf(y: v128, extra: v128): v128 {
  const shifted = madd(y, at(EXP, 0), at(EXP, 14));
  const n = sub(shifted, at(EXP, 14));
  const r = add(sub(sub(y, mul(n, at(EXP, 1))), mul(n, at(EXP, 2))), extra);
  let q = madd(at(EXP, 3), r, at(EXP, 4));
  q = madd(q, r, at(EXP, 5));
  q = madd(q, r, at(EXP, 6));
  q = madd(q, r, at(EXP, 7));
  q = madd(q, r, at(EXP, 8));
  q = madd(q, r, at(EXP, 9));
  q = madd(q, r, at(EXP, 10));
  q = madd(q, r, at(EXP, 11));
  q = madd(q, r, at(EXP, 12));
  const p = add(at(EXP, 13), add(r, mul(mul(r, r), q)));
  return i64x2.add(p, i64x2.shl(shifted, 52));
}

/**
 * exp(y + extra) of two arguments at once, each stored at its place: the same numbers as `expOf`, whose coefficients are
 * then loaded once for both.
 */
@inline export function storeExps(y: v128, extra: v128, place: usize, z: v128, more: v128, other: usize): void {
  let c = at(EXP, 0), d = at(EXP, 14);
  const shiftedY = madd(y, c, d), shiftedZ = madd(z, c, d);
  const n = sub(shiftedY, d), m = sub(shiftedZ, d);
  c = at(EXP, 1);
  d = at(EXP, 2);
  const r = add(sub(sub(y, mul(n, c)), mul(n, d)), extra);
  const s = add(sub(sub(z, mul(m, c)), mul(m, d)), more);
  c = at(EXP, 3);
  d = at(EXP, 4);
  let p = madd(c, r, d), q = madd(c, s, d);
  c = at(EXP, 5);
  p = madd(p, r, c);
  q = madd(q, s, c);
  c = at(EXP, 6);
  p = madd(p, r, c);
  q = madd(q, s, c);
  c = at(EXP, 7);
  p = madd(p, r, c);
  q = madd(q, s, c);
  c = at(EXP, 8);
  p = madd(p, r, c);
  q = madd(q, s, c);
  c = at(EXP, 9);
  p = madd(p, r, c);
  q = madd(q, s, c);
  c = at(EXP, 10);
  p = madd(p, r, c);
  q = madd(q, s, c);
  c = at(EXP, 11);
  p = madd(p, r, c);
  q = madd(q, s, c);
  c = at(EXP, 12);
  p = madd(p, r, c);
  q = madd(q, s, c);
  c = at(EXP, 13);
  v128.store(place, i64x2.add(add(c, add(r, mul(mul(r, r), p))), i64x2.shl(shiftedY, 52)));
  v128.store(other, i64x2.add(add(c, add(s, mul(mul(s, s), q))), i64x2.shl(shiftedZ, 52)));
}

/** An argument a caller chose, held to the range of a double. */
@inline export function withinExp(y: v128): v128 {
  return most(least(y, at(PLAIN, 8)), at(PLAIN, 9));
}

/** |x| held to 37.6: exp(-x^2/2) is 1e-307 there, the least that needs no denormals. */
@inline export function withinGaussian(x: v128): v128 {
  return least(abs(x), at(PLAIN, 6));
}

/** x rounded to a multiple of 2^-20 by adding and taking away 1.5 x 2^32, so that its square is exact. */
@inline export function rounded(x: v128): v128 {
  return sub(add(x, at(PLAIN, 7)), at(PLAIN, 7));
}

/** What rounding x to `high` leaves of -x^2/2. */
@inline export function leftOver(x: v128, high: v128): v128 {
  return mul(mul(minusHalf(), sub(x, high)), add(x, high));
}

const LOG = memory.data<f64>([
  0.1461793403127802, 0.15331601446484086, 0.1818289274199408, 0.22222211085127702, 0.2857142862627991,
  0.39999999999898833, 0.666666666666667,
]);

/** R(z) with ln(1 + f) = f - (f^2/2 - s (f^2/2 + z R)), s = f/(2 + f), z = s^2: minimax of degree 6, 5e-18. */
@inline function logTail(z: v128): v128 {
  let p = madd(at(LOG, 0), z, at(LOG, 1));
  p = madd(p, z, at(LOG, 2));
  p = madd(p, z, at(LOG, 3));
  p = madd(p, z, at(LOG, 4));
  p = madd(p, z, at(LOG, 5));
  p = madd(p, z, at(LOG, 6));
  return mul(p, z);
}

/** Bits of sqrt(1/2); the mask of sign and exponent; the bits of 1. */
const BITS = memory.data<i64>([0x3fe6a09e667f3bcd, -4503599627370496, 0x3ff0000000000000]);
/** 1.5 x 2^52 + 1023: takes the magic number and the exponent's bias away at once. */
const BIAS = memory.data<f64>([6755399441056767.0]);

/** ln(1 + f) + n ln 2 for 1 + f in [sqrt(1/2), sqrt(2)). */
@inline function logFrom(f: v128, n: v128): v128 {
  const s = div(f, add(two(), f));
  const halfSquare = mul(mul(half(), f), f);
  const tail = mul(s, add(halfSquare, logTail(mul(s, s))));
  const low = add(tail, mul(n, at(EXP, 2)));
  return add(mul(n, at(EXP, 1)), sub(f, sub(halfSquare, low)));
}

/** x = m 2^n with m in [sqrt(1/2), sqrt(2)): n as a double. Signed 64-bit shifts are slow in every engine, so the bias stays on. */
@inline function exponentOf(fromRootHalf: v128): v128 {
  const biased = i64x2.shr_u(i64x2.add(fromRootHalf, at(BITS, 2)), 52);
  return sub(i64x2.add(biased, at(EXP, 14)), at(BIAS, 0));
}

/** ln x for normal x > 0. */
@inline export function logOf(x: v128): v128 {
  const fromRootHalf = i64x2.sub(x, at(BITS, 0));
  const mantissa = i64x2.sub(x, v128.and(fromRootHalf, at(BITS, 1)));
  return logFrom(sub(mantissa, one()), exponentOf(fromRootHalf));
}

/** ln(a / b): while a/b stays within sqrt(2) of one, from a - b, which is exact where the quotient is not. */
@inline export function logRatio(a: v128, b: v128): v128 {
  const ratio = div(a, b);
  const fromRootHalf = i64x2.sub(ratio, at(BITS, 0));
  const bits = v128.and(fromRootHalf, at(BITS, 1));
  const f = choose(div(sub(a, b), b), sub(i64x2.sub(ratio, bits), one()), i64x2.eq(bits, splat(0)));
  return logFrom(f, exponentOf(fromRootHalf));
}

export const MILLS = memory.data<f64>([
  0.9999999999999999, 26.58458648432843, 353.1074809740606, 3024.7820437409205, 18303.829721370435, 81223.61188538735,
  266711.9257774117, 639111.3754514218, 1070483.6786368473, 1134848.3781024453, 579669.645558189,
  26.584586484328256, 354.10748097414427, 3051.366630210184, 18654.937203722744, 84195.22468137793, 284319.5431849107,
  714551.2038163396, 1304046.1930356857, 1639777.253134101, 1274507.157543768, 462509.46055694827,
]);

/** Numerator of the Mills ratio N(-x)/n(x) = P10/Q11 for 0 <= x < 1e27; all positive, 2.1e-16 before rounding. */
@inline export function millsTop(x: v128): v128 {
  let p = madd(at(MILLS, 0), x, at(MILLS, 1));
  p = madd(p, x, at(MILLS, 2));
  p = madd(p, x, at(MILLS, 3));
  p = madd(p, x, at(MILLS, 4));
  p = madd(p, x, at(MILLS, 5));
  p = madd(p, x, at(MILLS, 6));
  p = madd(p, x, at(MILLS, 7));
  p = madd(p, x, at(MILLS, 8));
  p = madd(p, x, at(MILLS, 9));
  return madd(p, x, at(MILLS, 10));
}

/** Denominator of the Mills ratio. */
@inline export function millsBottom(x: v128): v128 {
  let q = add(x, at(MILLS, 11));
  q = madd(q, x, at(MILLS, 12));
  q = madd(q, x, at(MILLS, 13));
  q = madd(q, x, at(MILLS, 14));
  q = madd(q, x, at(MILLS, 15));
  q = madd(q, x, at(MILLS, 16));
  q = madd(q, x, at(MILLS, 17));
  q = madd(q, x, at(MILLS, 18));
  q = madd(q, x, at(MILLS, 19));
  q = madd(q, x, at(MILLS, 20));
  return madd(q, x, at(MILLS, 21));
}
