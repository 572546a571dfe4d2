import { PreconditionError, requireFinite, requireNonNegative, requirePositive } from '../../core/errors.ts';
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
  const { stepsPerDay, drift, factorVol, diffusion, jumps, coJump } = world;
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
  if (coJump !== undefined) {
    requireNonNegative('coJump.threshold', coJump.threshold);
    requireNonNegative('coJump.most', coJump.most);
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

function checkDiffusion({ share, tilt, rhoX, rhoY }: Diffusion): void {
  requirePositive('diffusion.share', share);
  requireFinite('diffusion.tilt', tilt);
  const shared = rhoX ** 2 + rhoY ** 2;
  if (!(shared < 1)) throw new PreconditionError('diffusion.rhoX^2 + rhoY^2', 'must be < 1', shared);
}

/** Where the factors would come to rest without chance: a start for paths whose first years are dropped. */
export const restingState = ({ drift }: World): FactorState =>
  drift === 'pricing' ? { x: 0, y: 0 } : drift.mean;
