import { millsRational } from '../normal.ts';

// Kernels go over their rows a block at a time, one stage for all rows of the block before the next. Each stage is a loop
// small enough for an engine to build its functions into, and the steps of one row, which wait for each other, overlap
// with those of the rows after it.

/** Rows of a block: its work columns stay in the fastest cache. */
export const BLOCK = 256;

const column = (): Float64Array => new Float64Array(BLOCK);

/** What one stage leaves for the next. */
export const WORK = {
  /** x / s + s / 2 and that less s. */
  d1: column(),
  d2: column(),
  /** n(d1). */
  density: column(),
  /** N(-|d1|). */
  tail1: column(),
  /** n(d1) M(|d2|): times the forward leg it is the strike leg's tail, for F n(d1) = K n(d2). */
  tail2: column(),
  /** Discount factors, where rows differ in them. */
  yieldDiscount: column(),
  strikeLeg: column(),
} as const;

const INV_SQRT_TWO_PI = 0.3989422804014327;
/** Where a distance stops mattering: keeps the powers in the Mills ratio finite. */
const FAR = 1e12;
/** exp(-x^2/2) is below 1e-307 beyond this: the least that needs no denormals. */
const REACH = 37.6;
/** Adding and taking this away rounds to a multiple of 2^-20, whose square is exact. */
const ROUND_TO_20_BITS = 1.5 * 2 ** 32;

/** The stage all European kernels share: one exponential and two Mills ratios. */
export function fillTails(rows: number): void {
  const { d1, d2, density, tail1, tail2 } = WORK;
  fillMills(d1, tail1, rows);
  fillMills(d2, tail2, rows);
  for (let i = 0; i < rows; i++) {
    const far = Math.abs(d1[i] as number);
    const held = far < REACH ? far : REACH;
    const high = held + ROUND_TO_20_BITS - ROUND_TO_20_BITS;
    const rest = -0.5 * (held - high) * (held + high);
    const n = INV_SQRT_TWO_PI * Math.exp(-0.5 * high * high) * (1 + rest * (1 + 0.5 * rest));
    density[i] = n;
    tail1[i] = n * (tail1[i] as number);
    tail2[i] = n * (tail2[i] as number);
  }
}

/** Mills ratios of |distance|, held to where their powers are finite. */
export function fillMills(distances: Float64Array, ratios: Float64Array, rows: number): void {
  for (let i = 0; i < rows; i++) {
    const far = Math.abs(distances[i] as number);
    ratios[i] = millsRational(far < FAR ? far : FAR);
  }
}

/** w N(w d) x whole, from the tail N(-|d|) x whole: one leg of a premium, with the sign it enters by. */
export const signedLeg = (w: number, d: number, tail: number, whole: number): number =>
  w * (w * d < 0 ? tail : whole - tail);
