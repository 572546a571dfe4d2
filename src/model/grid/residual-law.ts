import { normalCdf } from '../../quant/normal.ts';
import { type JumpLaw, jumpTransform, logContractCost, meanJump, meanSquareJump } from '../jump-law.ts';
import type { TwoFactorModel } from '../two-factor.ts';

/**
 * What is left of the log-return once the factors' path is known: a Levy process run to the path's integrated variance.
 *
 *     E e^{zD} = exp(i psi(z)),   psi(z) = (1 - R2)(1 - eta)(z^2 - z)/2 + eta/phi (E e^{zJ} - 1 - z (E e^J - 1))
 *
 * with R2 = rhoX^2 + rhoY^2 and phi the log-contract cost of a jump; psi(1) = 0, so e^D is a martingale. Because the law
 * depends on the path through i alone, option values on it are one table for all states, maturities and strikes, and the
 * number of jumps is integrated out instead of drawn.
 */
export interface ResidualLaw {
  /** Table rows: log integrated variance from `firstLog`, by LOG_STEP. */
  readonly firstLog: number;
  readonly rows: number;
  /** Standard deviation of D per square root of integrated variance. */
  readonly sd: number;
  readonly calls: Float64Array;
  readonly puts: Float64Array;
}

const LOG_STEP = 0.25;
/** Columns: strikes d = sd sqrt(i) STRETCH sinh(q / STRETCH), q = -Q_REACH ... Q_REACH by Q_STEP: fine at the money, far in the wings. */
const Q_STEP = 0.125;
const Q_REACH = 9;
const STRETCH = 1.5;
const COLUMNS = 2 * (Q_REACH / Q_STEP) + 1;
/** Where the Fourier integral ends: the Gaussian part is gone by e^-38, or the jumps' part has fallen below 1e-11. */
const NEGLIGIBLE_EXPONENT = -38;
const LARGEST_FREQUENCY = 2000;
/** Steps of the Fourier integral; twice as many move no premium by 1e-11. */
const FOURIER_STEPS = 2048;

/** The parts of psi, worked out once. */
interface Exponent {
  readonly jumps: JumpLaw;
  /** Gaussian variance per unit of integrated variance. */
  readonly gaussian: number;
  /** Jumps per unit of integrated variance, and the mean relative jump they are compensated for. */
  readonly intensity: number;
  readonly compensator: number;
  /** Standard deviation of D per square root of integrated variance. */
  readonly sd: number;
}

function exponentOf({ eta, jumps, rhoX, rhoY }: TwoFactorModel): Exponent {
  const gaussian = (1 - rhoX ** 2 - rhoY ** 2) * (1 - eta);
  const intensity = eta / logContractCost(jumps);
  const sd = Math.sqrt(gaussian + intensity * meanSquareJump(jumps));
  return { jumps, gaussian, intensity, compensator: meanJump(jumps), sd };
}

/**
 * @param least, most  integrated variances the law will be asked for
 * @see Lewis (2001), A simple option formula for general jump-diffusion and other exponential Levy processes, eq. 3.11
 */
export function residualLaw(model: TwoFactorModel, least: number, most: number): ResidualLaw {
  const exponent = exponentOf(model);
  const firstLog = Math.log(least) - LOG_STEP;
  const rows = Math.ceil((Math.log(most) + LOG_STEP - firstLog) / LOG_STEP) + 2;
  const calls = new Float64Array(rows * COLUMNS);
  const puts = new Float64Array(rows * COLUMNS);
  for (let row = 0; row < rows; row++) {
    const i = Math.exp(firstLog + row * LOG_STEP);
    fillRow(exponent, i, calls.subarray(row * COLUMNS), puts.subarray(row * COLUMNS));
  }
  return { firstLog, rows, sd: exponent.sd, calls, puts };
}

/**
 * One row: paths without a jump by Black's formula, those with one by Fourier. Taking the first out leaves a transform
 * that decays like that of the jumps, however short the time.
 */
function fillRow(exponent: Exponent, i: number, calls: Float64Array, puts: Float64Array): void {
  const { gaussian, intensity, compensator, sd } = exponent;
  const noJump = Math.exp(-i * intensity);
  const quietForward = Math.exp(-i * intensity * compensator);
  const quietSd = Math.sqrt(i * gaussian);
  const { frequencies, sizes, angles } = jumpPart(exponent, i);
  for (let q = 0; q < COLUMNS; q++) {
    const d = strikeOf(q, sd * Math.sqrt(i));
    const strike = Math.exp(d);
    let sum = 0;
    for (let n = 0; n < frequencies.length; n++)
      sum += (sizes[n] ?? 0) * Math.cos((angles[n] ?? 0) - (frequencies[n] ?? 0) * d);
    const capped = (Math.exp(d / 2) * sum) / Math.PI; // E[min(e^D, e^d)] over paths with a jump
    const quiet = blackPair(quietForward, strike, quietSd);
    calls[q] = noJump * quiet.call + (1 - noJump * quietForward) - capped;
    puts[q] = noJump * quiet.put + (1 - noJump) * strike - capped;
  }
}

/** Call and put on a forward, undiscounted. */
function blackPair(
  forward: number,
  strike: number,
  sd: number,
): { readonly call: number; readonly put: number } {
  const d1 = Math.log(forward / strike) / sd + sd / 2;
  return {
    call: forward * normalCdf(d1) - strike * normalCdf(d1 - sd),
    put: strike * normalCdf(sd - d1) - forward * normalCdf(-d1),
  };
}

/**
 * The transform of paths with a jump on the line z = 1/2 + iu, over u^2 + 1/4, at u = sinh(w) / 2 with w evenly spaced:
 * that spacing follows the 1 / (u^2 + 1/4), which is narrow, and the transform, which may be a thousand times wider.
 */
function jumpPart({ jumps, gaussian, intensity, compensator }: Exponent, i: number) {
  const end = Math.min(Math.sqrt((-2 * NEGLIGIBLE_EXPONENT) / (i * gaussian)), LARGEST_FREQUENCY);
  const step = Math.asinh(2 * end) / FOURIER_STEPS;
  const [frequencies, sizes, angles] = [0, 0, 0].map(() => new Float64Array(FOURIER_STEPS)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  for (let n = 0; n < FOURIER_STEPS; n++) {
    const w = (n + 0.5) * step;
    const u = Math.sinh(w) / 2;
    const [re, im] = jumpTransform(jumps, 0.5, u);
    // exp(i psi) less its value without jumps: exp(common) (exp(i intensity E e^{zJ}) - 1)
    const grown = Math.exp(i * intensity * re);
    const [x, y] = [grown * Math.cos(i * intensity * im) - 1, grown * Math.sin(i * intensity * im)];
    const common = -(i * gaussian * (0.25 + u * u)) / 2 - i * intensity * (1 + compensator / 2);
    frequencies[n] = u;
    sizes[n] = (Math.exp(common) * Math.hypot(x, y) * step * 2) / Math.cosh(w); // du / (u^2 + 1/4) = 2 dw / cosh w
    angles[n] = Math.atan2(y, x) - i * intensity * compensator * u;
  }
  return { frequencies, sizes, angles };
}

const strikeOf = (column: number, sd: number): number =>
  sd * STRETCH * Math.sinh((-Q_REACH + column * Q_STEP) / STRETCH);

/** Weights of Lagrange's cubic through t = -1, 0, 1, 2, written to four places of a column. */
function cubicWeights(t: number, weights: Float64Array, at: number): void {
  const [u, v, w] = [t + 1, t - 1, t - 2];
  weights[at] = (-t * v * w) / 6;
  weights[at + 1] = (u * v * w) / 2;
  weights[at + 2] = (-u * t * w) / 2;
  weights[at + 3] = (u * t * v) / 6;
}

/**
 * Adds the out-of-the-money option on one path to each strike's sum: E[(e^D - e^d)^+] when d >= 0, else
 * E[(e^d - e^D)^+]; but always the side the strike itself is on, so that a strike's sum is one option over all paths.
 *
 * @param i  integrated variance of the path
 * @param shift  log of what the path alone makes of the forward
 * @param weight  how many paths this one stands for
 * @param logStrikes  of strike over forward; calls from 0 on, puts below
 */
export function addPathOptions(
  law: ResidualLaw,
  i: number,
  shift: number,
  weight: number,
  logStrikes: Float64Array,
  sums: Float64Array,
): void {
  const { firstLog, rows, sd, calls, puts } = law;
  const place = Math.min(Math.max((Math.log(i) - firstLog) / LOG_STEP, 1), rows - 3);
  const row = place | 0;
  cubicWeights(place - row, ROW_WEIGHTS, 0);
  const a = ROW_WEIGHTS[0] ?? 0;
  const b = ROW_WEIGHTS[1] ?? 0;
  const c = ROW_WEIGHTS[2] ?? 0;
  const e = ROW_WEIGHTS[3] ?? 0;
  const scale = 1 / (sd * Math.sqrt(i) * STRETCH);
  const forward = weight * Math.exp(shift);
  for (let n = 0; n < logStrikes.length; n++) {
    const logStrike = logStrikes[n] ?? 0;
    const d = logStrike - shift;
    // asinh, at a third of the cost of the library's
    const far = Math.abs(d * scale);
    const q = STRETCH * Math.log(far + Math.sqrt(far * far + 1));
    const across = Math.min(Math.max(((d >= 0 ? q : -q) + Q_REACH) / Q_STEP, 1), COLUMNS - 3);
    const column = across | 0;
    const table = d >= 0 ? calls : puts;
    const t = across - column;
    const [u, v, w] = [t + 1, t - 1, t - 2];
    const [w0, w1, w2, w3] = [(-t * v * w) / 6, (u * v * w) / 2, (-u * t * w) / 2, (u * t * v) / 6];
    const at = row * COLUMNS + column;
    let option = 0;
    for (let r = 0; r < 4; r++) {
      const from = at + (r - 1) * COLUMNS;
      const share = r === 0 ? a : r === 1 ? b : r === 2 ? c : e;
      option +=
        share *
        (w0 * (table[from - 1] ?? 0) +
          w1 * (table[from] ?? 0) +
          w2 * (table[from + 1] ?? 0) +
          w3 * (table[from + 2] ?? 0));
    }
    if (logStrike >= 0 && d < 0) option += 1 - Math.exp(d);
    else if (logStrike < 0 && d >= 0) option += Math.exp(d) - 1;
    sums[n] = (sums[n] ?? 0) + forward * option;
  }
}

const ROW_WEIGHTS = new Float64Array(4);
