import { logMoneyness } from '../black76.ts';
import { bachelierGuess, impliedStdDev, LEAST_SHARE, SETTLED, stepFromRatio } from '../implied-vol.ts';
import { millsDecline } from '../mills-decline.ts';
import { isSmallStep, millsSeries } from '../mills-difference.ts';
import { type ImpliedVols, IV_CODE, type PremiumQuotes } from './columns.ts';
import { BLOCK, fillMills } from './plain-tails.ts';

const column = (): Float64Array => new Float64Array(BLOCK);

/** What one stage leaves for the next; see `plain-tails.ts` for why there are stages. */
const WORK = {
  /** Time value as a share of min(F, K), and |ln F/K|. */
  share: column(),
  distance: column(),
  target: column(),
  s: column(),
  before: column(),
  near: column(),
  beyond: column(),
  nearRatio: column(),
  beyondRatio: column(),
} as const;

/** Above this the solver works on ln(1 - share), which is left to the scalar one. */
const LARGEST_SHARE = 0.5;

/** Implied vols over columns that were checked: the solver of `impliedStdDev`, two steps for all rows, the rest by itself. */
export function plainImpliedVol(quotes: PremiumQuotes, vols: ImpliedVols): void {
  for (let from = 0; from < quotes.sign.length; from += BLOCK) {
    const rows = Math.min(BLOCK, quotes.sign.length - from);
    start(quotes, from, rows);
    step(rows);
    step(rows);
    finish(quotes, from, rows, vols);
  }
}

/** Rows that are not to be solved here take part with numbers that do no harm. */
function start(
  { sign, premium, forward, strike, discount }: PremiumQuotes,
  from: number,
  rows: number,
): void {
  const { share, distance, target, s } = WORK;
  for (let i = 0; i < rows; i++) {
    const row = from + i;
    const F = forward[row] as number;
    const K = strike[row] as number;
    const intrinsic = (sign[row] as number) * (F - K);
    const timeValue = (premium[row] as number) / (discount[row] as number) - (intrinsic > 0 ? intrinsic : 0);
    share[i] = timeValue / (F < K ? F : K);
    distance[i] = Math.abs(logMoneyness(F, K));
  }
  for (let i = 0; i < rows; i++) {
    const part = share[i] as number;
    const solvable = part > LEAST_SHARE && part < LARGEST_SHARE ? part : LARGEST_SHARE;
    const x = distance[i] as number;
    target[i] = Math.log(solvable);
    s[i] = bachelierGuess(solvable * Math.exp(-0.5 * x), x);
  }
}

const SQRT_TWO_PI = Math.sqrt(2 * Math.PI);

/** One Householder step: first the Mills ratios of all rows, then what follows from them. */
function step(rows: number): void {
  const { distance, target, s, before, near, beyond } = WORK;
  for (let i = 0; i < rows; i++) {
    const sd = s[i] as number;
    const h = (distance[i] as number) / sd;
    const t = 0.5 * sd;
    const isSmall = isSmallStep(h, t);
    near[i] = isSmall ? h : h - t;
    beyond[i] = h + t;
  }
  fillMills(near, WORK.nearRatio, rows);
  fillMills(beyond, WORK.beyondRatio, rows);
  for (let i = 0; i < rows; i++) {
    const sd = s[i] as number;
    const h = (distance[i] as number) / sd;
    const t = 0.5 * sd;
    const ratio = isSmallStep(h, t)
      ? millsSeries(h, t, WORK.nearRatio[i] as number, millsDecline(h))
      : differenceFrom(near[i] as number, WORK.nearRatio[i] as number) - (WORK.beyondRatio[i] as number);
    near[i] = ratio;
  }
  for (let i = 0; i < rows; i++) {
    const sd = s[i] as number;
    const next = sd + stepFromRatio(sd, distance[i] as number, target[i] as number, near[i] as number);
    const least = 0.25 * sd;
    const most = 4 * sd;
    before[i] = sd;
    s[i] = next < least ? least : next > most ? most : next;
  }
}

/** M(u) from M(|u|). */
const differenceFrom = (u: number, ratio: number): number =>
  u < 0 ? SQRT_TWO_PI * Math.exp(0.5 * u * u) - ratio : ratio;

function finish({ expiry }: PremiumQuotes, from: number, rows: number, { vol, code }: ImpliedVols): void {
  const { share, distance, s, before } = WORK;
  for (let i = 0; i < rows; i++) {
    const row = from + i;
    const part = share[i] as number;
    const sd = s[i] as number;
    const rootTime = Math.sqrt(expiry[row] as number);
    code[row] = part < 0 ? IV_CODE['below-intrinsic'] : part >= 1 ? IV_CODE['above-maximum'] : IV_CODE.solved;
    if (part > LEAST_SHARE && part < LARGEST_SHARE && Math.abs(sd - (before[i] as number)) <= SETTLED * sd) {
      vol[row] = sd / rootTime;
    } else if (part < 0 || part >= 1) vol[row] = Number.NaN;
    else vol[row] = part <= LEAST_SHARE ? 0 : impliedStdDev(part, distance[i] as number) / rootTime;
  }
}
