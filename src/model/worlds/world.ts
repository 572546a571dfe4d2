import { PreconditionError, requireFinite, requirePositive } from '../../core/errors.ts';
import { checkedJumpLaw, type JumpLaw } from '../jump-law.ts';
import type { FactorState } from '../two-factor.ts';
import type { Matrix2 } from './matrix-exponential.ts';

/** What moves the factors back: d(x, y) = -A ((x, y) - mean) dt, per year. */
export interface FactorDrift {
  readonly reversion: Matrix2;
  readonly mean: FactorState;
}

/**
 * The index's continuous part: its variance as a share of the spot variance, and its correlations with the factors.
 *
 *     share (v / TILT_VARIANCE)^tilt
 */
export interface Diffusion {
  readonly share: number;
  /** 0 where the share is one number; above 0 where calm markets move less, and wild ones more, than VIX says. */
  readonly tilt: number;
  readonly rhoX: number;
  readonly rhoY: number;
}

/** Variance at which a tilted share is what it says: 20 vol points, near the mean VIX. */
export const TILT_VARIANCE = 0.04;

/** Jumps at `perVariance` min(v, varianceCap) a year; the mean jump is taken out of the drift. */
export interface JumpFlow {
  readonly perVariance: number;
  readonly varianceCap: number;
  readonly law: JumpLaw;
}

/**
 * What a jump J of the index does to the factors.
 *
 *     x += perJump.x J + perSurprise.x e,   e = min(max(-J / sqrt(v/252) - threshold, 0), most)
 *
 * and the same for y. Surprise is counted in daily deviations of the moment: counted in percent, every fall in a panic
 * would count as one, and raise the variance that the next fall is drawn from, without end.
 */
export interface CoJump {
  readonly perJump: FactorState;
  readonly perSurprise: FactorState;
  readonly threshold: number;
  readonly most: number;
}

/**
 * What time means between sessions. `calendar`: minutes of the calendar over 525,600, as option pricing counts them.
 * `sessions`: 1/252 of a year from close to close, whatever lies between.
 */
export type WorldClock = 'calendar' | 'sessions';

/**
 * How the index and the two volatility factors move from session to session. Option prices come from the pricing model in
 * every world; a world says only what happens. `pricing` where the world does as the pricing model says.
 *
 *     d ln S = (carry + reward v - share v / 2) dt + sqrt(share v) (rhoX dWx + rhoY dWy + rest dW') + J dN - compensator
 */
export interface World {
  readonly name: string;
  readonly clock: WorldClock;
  /** Steps a day of the clock; an overnight and a day part have at least one each. */
  readonly stepsPerDay: number;
  readonly drift: 'pricing' | FactorDrift;
  /** Multiples of the pricing model's factor volatilities. */
  readonly factorVol: FactorState;
  readonly diffusion: 'pricing' | Diffusion;
  readonly jumps: 'pricing' | JumpFlow;
  readonly coJump?: CoJump;
  /** Factors are reflected here. */
  readonly floor?: FactorState;
  /** Index drift per year: a constant, and a multiple of the spot variance. */
  readonly carry: number;
  readonly reward: number;
}

/** @throws PreconditionError naming the parameter that breaks its rule */
export function checkedWorld(world: World): World {
  const { stepsPerDay, drift, factorVol, diffusion, jumps } = world;
  if (!(Number.isInteger(stepsPerDay) && stepsPerDay >= 2))
    throw new PreconditionError('stepsPerDay', 'must be an integer >= 2', stepsPerDay);
  requirePositive('factorVol.x', factorVol.x);
  requirePositive('factorVol.y', factorVol.y);
  requireFinite('carry', world.carry);
  requireFinite('reward', world.reward);
  if (drift !== 'pricing') checkDrift(drift);
  if (diffusion !== 'pricing') checkDiffusion(diffusion);
  if (jumps !== 'pricing') {
    requirePositive('jumps.perVariance', jumps.perVariance);
    if (!(jumps.varianceCap > 0))
      throw new PreconditionError('jumps.varianceCap', 'must be > 0', jumps.varianceCap);
    checkedJumpLaw(jumps.law);
  }
  return world;
}

function checkDrift({ reversion: { xx, xy, yx, yy }, mean }: FactorDrift): void {
  requireFinite('drift.mean.x', mean.x);
  requireFinite('drift.mean.y', mean.y);
  requirePositive('drift.reversion.xx', xx);
  requirePositive('drift.reversion.yy', yy);
  // With a positive trace this is what makes both eigenvalues positive: the factors come back.
  const determinant = xx * yy - xy * yx;
  requirePositive('drift.reversion determinant', determinant);
}

function checkDiffusion({ share, rhoX, rhoY }: Diffusion): void {
  if (!(share > 0 && share <= 1)) throw new PreconditionError('diffusion.share', 'must be in (0, 1]', share);
  const shared = rhoX ** 2 + rhoY ** 2;
  if (!(shared < 1)) throw new PreconditionError('diffusion.rhoX^2 + rhoY^2', 'must be < 1', shared);
}

/** Jumps of the design's P-world: small and frequent, a sixth of the spot variance where the pricing model has a third. */
const SPECIFIED_JUMPS: JumpFlow = {
  perVariance: 220,
  // Beyond 50 vol points more variance no longer means more jumps; it keeps a panic from feeding itself.
  varianceCap: 0.25,
  law: { kind: 'normal', mean: -0.01, sd: 0.026 },
};

/**
 * The P-world as the design states it, tuned by hand on 1990-2026 in about ten trials: level, width and persistence of
 * VIX, return moments and term structure lie near history's; the stylised-facts rows say which do not.
 */
export const SPECIFIED_P_WORLD: World = checkedWorld({
  name: 'p-specified',
  clock: 'sessions',
  stepsPerDay: 4,
  // The weekly regression of inverted states gave ((22, 0), (-2.1, 2.4)); slowed for the persistence of 1990-2025.
  drift: { reversion: { xx: 15, xy: 0, yx: -1, yy: 1.1 }, mean: { x: -0.23, y: -0.56 } },
  // Below 1, because VIX moves less than its options charge for.
  factorVol: { x: 0.8, y: 0.72 },
  diffusion: { share: 0.681, tilt: 0, rhoX: -0.69, rhoY: -0.607 },
  jumps: SPECIFIED_JUMPS,
  coJump: { perJump: { x: -1, y: -0.3 }, perSurprise: { x: 0.4, y: 0.09 }, threshold: 2.2, most: 4 },
  carry: 0.02,
  reward: 1.8,
});

/**
 * The pricing law itself: every fairly priced strategy earns nothing before costs, so an edge found here is an error or
 * luck. Its index drifts at rate less dividend; 0 unless the chains it is priced with say otherwise.
 */
export const qWorld = (carry = 0): World =>
  checkedWorld({
    name: 'q',
    // Fair prices are fair only over the time the pricing model counts, weekends included.
    clock: 'calendar',
    // Three hours: at six, the skew that builds up inside a step is missed by .05 vol points at a week, .02 at 24 days.
    stepsPerDay: 8,
    drift: 'pricing',
    factorVol: { x: 1, y: 1 },
    diffusion: 'pricing',
    jumps: 'pricing',
    carry,
    reward: 0,
  });
