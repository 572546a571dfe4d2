import { PreconditionError } from '../core/errors.ts';

const SQRT_TWO_PI = Math.sqrt(2 * Math.PI);
const INV_SQRT_TWO_PI = 1 / SQRT_TWO_PI;
const LOG_SQRT_TWO_PI = 0.5 * Math.log(2 * Math.PI);

/** Adding and taking this away rounds a double to a multiple of 2^-20, so that its square is exact. */
const ROUND_TO_20_BITS = 1.5 * 2 ** 32;
/** Above this M(x) = 1/x to the last bit, and the powers of x would overflow. */
const MILLS_IS_RECIPROCAL = 1e9;

/**
 * exp(-x^2 / 2), good to the last bit or two at any x.
 *
 * Squaring x loses half a bit that the exponential multiplies by x^2; so x is split into h + (x - h) with h^2 exact,
 * and exp(-(x - h)(x + h)/2), whose argument is below 2e-5, is taken by its series.
 */
function gaussian(x: number): number {
  const magnitude = Math.abs(x);
  if (magnitude > 40) return 0;
  const high = magnitude + ROUND_TO_20_BITS - ROUND_TO_20_BITS;
  const rest = -0.5 * (magnitude - high) * (magnitude + high);
  return Math.exp(-0.5 * high * high) * (1 + rest * (1 + rest * (0.5 + rest / 6)));
}

/** Standard normal density. */
export const normalPdf = (x: number): number => INV_SQRT_TWO_PI * gaussian(x);

/**
 * Mills ratio of the standard normal law, M(x) = N(-x) / n(x).
 *
 * For x >= 0 one rational P10/Q11 with positive coefficients, so no cancellation and no branch: worst relative error
 * 2.1e-16 before rounding. For x < 0, M(x) = 1/n(x) - M(-x), which exceeds the range of a double below x = -37.6 and
 * is then Infinity.
 *
 * Prices are differences of Mills ratios, which keeps their relative accuracy in the wings where differences of
 * normal distribution functions keep only their absolute one.
 *
 * @see numerics.md section 10 of the design for the coefficients (minimax fit)
 */
export function millsRatio(x: number): number {
  if (x < 0) return SQRT_TWO_PI / gaussian(x) - millsRatio(-x);
  if (x > MILLS_IS_RECIPROCAL) return 1 / x;
  return millsRational(x);
}

/**
 * The rational of `millsRatio` by itself, for 0 <= x < 1e27: one small function, which an engine builds into the loops of
 * the batch kernels.
 */
export function millsRational(x: number): number {
  let p = 0.9999999999999999 * x + 26.58458648432843;
  p = p * x + 353.1074809740606;
  p = p * x + 3024.7820437409205;
  p = p * x + 18303.829721370435;
  p = p * x + 81223.61188538735;
  p = p * x + 266711.9257774117;
  p = p * x + 639111.3754514218;
  p = p * x + 1070483.6786368473;
  p = p * x + 1134848.3781024453;
  p = p * x + 579669.645558189;
  let q = x + 26.584586484328256;
  q = q * x + 354.10748097414427;
  q = q * x + 3051.366630210184;
  q = q * x + 18654.937203722744;
  q = q * x + 84195.22468137793;
  q = q * x + 284319.5431849107;
  q = q * x + 714551.2038163396;
  q = q * x + 1304046.1930356857;
  q = q * x + 1639777.253134101;
  q = q * x + 1274507.157543768;
  q = q * x + 462509.46055694827;
  return p / q;
}

/**
 * Standard normal distribution function N(x), with full relative accuracy in the lower tail down to the smallest
 * double (x = -38.5); the upper tail is N(-x).
 */
export function normalCdf(x: number): number {
  if (x === 0) return 0.5; // the product below rounds to the double above it
  return x < 0 ? normalPdf(x) * millsRatio(-x) : 1 - normalPdf(x) * millsRatio(x);
}

/** Standard normal survival function 1 - N(x), with full relative accuracy in the upper tail. */
export const normalSurvival = (x: number): number => normalCdf(-x);

/**
 * ln N(x), with full relative accuracy everywhere: in the lower tail from the Mills ratio, far past where N(x) itself is
 * zero to a double; above zero from the small survival function.
 */
export const logNormalCdf = (x: number): number =>
  x <= 0
    ? Math.log(millsRatio(-x)) - 0.5 * x * x - LOG_SQRT_TWO_PI
    : Math.log1p(-normalPdf(x) * millsRatio(x));

/** Where Wichura's central rational ends: |p - 1/2| <= 0.425. */
const CENTRAL = 0.425;

/**
 * The x with N(x) = p.
 *
 * Near 1/2 Wichura's rational in p - 1/2, which keeps relative accuracy through zero. In the tails a rough guess
 * (Hastings 1955, error 4.5e-4) and three Newton steps on ln N(x) = ln p, whose slope is 1/M(-x): well conditioned
 * down to the smallest p a double can hold. Upper tail by N(-x) = 1 - p, exact for p >= 1/2.
 *
 * @throws PreconditionError unless 0 < p < 1
 * @see Wichura (1988), Algorithm AS 241, Appl. Stat. 37(3), 477-484, doi 10.2307/2347330 (PPND16, central region)
 * @see Abramowitz and Stegun (1964), 26.2.23, for the guess
 */
export function normalQuantile(p: number): number {
  if (!(p > 0 && p < 1)) throw new PreconditionError('p', 'must be > 0 and < 1', p);
  if (Math.abs(p - 0.5) <= CENTRAL) return centralQuantile(p - 0.5);
  return p < 0.5 ? lowerQuantile(p) : -lowerQuantile(1 - p);
}

function centralQuantile(q: number): number {
  const r = CENTRAL * CENTRAL - q * q;
  let top = 2509.0809287301227 * r + 33430.57558358813;
  top = top * r + 67265.7709270087;
  top = top * r + 45921.95393154987;
  top = top * r + 13731.69376550946;
  top = top * r + 1971.5909503065513;
  top = top * r + 133.14166789178438;
  top = top * r + 3.3871328727963665;
  let bottom = 5226.495278852854 * r + 28729.085735721943;
  bottom = bottom * r + 39307.89580009271;
  bottom = bottom * r + 21213.794301586597;
  bottom = bottom * r + 5394.196021424751;
  bottom = bottom * r + 687.1870074920579;
  bottom = bottom * r + 42.31333070160091;
  return (q * top) / (bottom * r + 1);
}

function lowerQuantile(p: number): number {
  const logP = Math.log(p);
  const t = Math.sqrt(-2 * logP);
  const guess =
    t - (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)));
  let h = guess; // minus x
  for (let step = 0; step < 3; step++) {
    const ratio = millsRatio(h);
    h += (Math.log(ratio) - 0.5 * h * h - LOG_SQRT_TWO_PI - logP) * ratio;
  }
  return -h;
}
