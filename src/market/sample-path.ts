import { normalDraw, type Random } from '../core/random.ts';
import type { IsoDate } from '../core/units.ts';

/** One close of the simulated market. */
export interface SampleClose {
  readonly session: IsoDate;
  readonly spx: number;
  /** Log return of the session, decimal. */
  readonly move: number;
  /** Vol points. */
  readonly vix: number;
}

/** Where the index ends, whatever the seed, so that strikes and premiums look like the year's; its drift is 7 % a year. */
const LAST_SPX = 7126.35;
const DRIFT = 0.07 / 252;
/** Index moves realise this share of VIX: the variance premium of quiet years. */
const REALISED_SHARE = 0.68;
/** ln VIX returns to ln 15.4 with a half-life of 20 sessions and moves 6 % a day. */
const VIX_HOME = Math.log(15.4);
const VIX_PULL = Math.LN2 / 20;
const VIX_VOL = 0.06;
/** Correlation of the day's index move with the day's ln VIX move; -0.72 on 1990-2026. */
const LEVERAGE = -0.75;
/** One session in fifty is 2.5 times as wild. */
const WILD = { chance: 0.02, scale: 2.5 };

const hundredths = (x: number): number => Math.round(x * 100) / 100;

/** A joint walk of SPX and VIX: plausible at a glance, calibrated to nothing. */
export function samplePath(random: Random, sessions: readonly IsoDate[]): SampleClose[] {
  let lnVix = VIX_HOME;
  const walk = sessions.map((session) => {
    const scale = random() < WILD.chance ? WILD.scale : 1;
    const shock = scale * normalDraw(random);
    const own = scale * normalDraw(random);
    const move = DRIFT + (REALISED_SHARE * Math.exp(lnVix) * shock) / 100 / Math.sqrt(252);
    lnVix +=
      VIX_PULL * (VIX_HOME - lnVix) + VIX_VOL * (LEVERAGE * shock + Math.sqrt(1 - LEVERAGE ** 2) * own);
    return { session, move, vix: hundredths(Math.exp(lnVix)) };
  });
  let after = 0;
  const closes = walk.map((_, back) => {
    const spx = hundredths(LAST_SPX * Math.exp(-after));
    after += walk.at(-1 - back)?.move ?? 0;
    return spx;
  });
  return walk.map((day, i) => ({ ...day, spx: closes.at(-1 - i) ?? LAST_SPX }));
}

/** Forward variance returns to (21 vol points)^2 at a speed of 4 a year. */
const LONG_VARIANCE = 21 ** 2;
const SPEED = 4;
const VIX_DAYS = 30;
/** The share of a present excess of variance that is left, on average, over the next `years`. */
const meanLeft = (years: number): number => -Math.expm1(-SPEED * years) / (SPEED * years);

/**
 * VIX-style vol to a horizon, in vol points, given VIX: forward variance is `long + excess exp(-4 t)`, so VIX9D, VIX,
 * VIX3M, VIX6M, every VX future and every expiration of the chain belong to one curve.
 */
export function sampleVol(vix: number, years: number): number {
  const excess = (vix ** 2 - LONG_VARIANCE) / meanLeft(VIX_DAYS / 365);
  return Math.sqrt(Math.max(LONG_VARIANCE + excess * meanLeft(years), 1));
}

/** VX settle for `years` ahead: the root of forward variance, less the convexity `proxiedVxForward` also takes off. */
export function sampleFuture(vix: number, years: number): number {
  const variance = LONG_VARIANCE + (vix ** 2 - LONG_VARIANCE) * Math.exp(-SPEED * years);
  return Math.sqrt(Math.max(variance, 1)) * (1 - 0.075 * -Math.expm1(-years / 0.2));
}
