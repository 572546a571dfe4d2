import { requireFinite, requirePositive } from '../../core/errors.ts';
import type { IsoDate } from '../../core/units.ts';
import { expectedVariance } from '../averaged-variance.ts';
import { meanJump } from '../jump-law.ts';
import { type FactorState, spotVariance } from '../two-factor.ts';
import { jumpDraw, poissonCount } from './jump-draw.ts';
import { normalStream } from './normal-stream.ts';
import { diffusionOf, jumpsOf, type StepLaw } from './step-law.ts';
import { type CoJump, TILT_VARIANCE } from './world.ts';
import type { WorldPlan } from './world-plan.ts';
import { worldStreams } from './world-seed.ts';

/** Where a path begins: index points and factors at the close of the first session. */
export interface WorldStart extends FactorState {
  readonly spx: number;
}

/**
 * One history, a column per quantity and a row per session. Opening values settle contracts that settle in the morning:
 * the SET is the index at the open, the VRO is VIX at the factors of the open. The first row is the start, open and close
 * alike.
 */
export interface WorldPath {
  readonly sessions: readonly IsoDate[];
  readonly spxOpen: Float64Array;
  readonly spxClose: Float64Array;
  readonly xOpen: Float64Array;
  readonly yOpen: Float64Array;
  readonly xClose: Float64Array;
  readonly yClose: Float64Array;
}

/** A daily deviation is of a trading day. */
const SESSIONS_PER_YEAR = 252;

/** The state while it moves. */
interface Walk {
  logSpx: number;
  x: number;
  y: number;
}

/**
 * One path of a world. The variance of each step is known when it starts, so the index, discounted at its carry, is a
 * martingale step by step wherever `reward` is 0; under the pricing drift that variance is the expected one over the step,
 * so the sum of them has the mean that VIX measures.
 *
 * @throws PreconditionError naming `seed` unless it is an integer in [0, 2^32); or a start that is not finite and > 0
 */
export function worldPath(plan: WorldPlan, start: WorldStart, seed: number): WorldPath {
  const advance = stepper(plan, seed);
  requirePositive('start.spx', start.spx);
  requireFinite('start.x', start.x);
  requireFinite('start.y', start.y);
  const { sessions, overnight, daytime } = plan;
  const column = (): Float64Array => new Float64Array(sessions.length);
  const [spxOpen, xOpen, yOpen] = [column(), column(), column()];
  const [spxClose, xClose, yClose] = [column(), column(), column()];
  const walk: Walk = { logSpx: Math.log(start.spx), x: start.x, y: start.y };
  for (let i = 0; i < sessions.length; i++) {
    const [night, day] = [overnight[i], daytime[i]];
    if (i > 0 && night !== undefined) advance(walk, night.law, night.steps);
    spxOpen[i] = Math.exp(walk.logSpx);
    xOpen[i] = walk.x;
    yOpen[i] = walk.y;
    if (i > 0 && day !== undefined) advance(walk, day.law, day.steps);
    spxClose[i] = Math.exp(walk.logSpx);
    xClose[i] = walk.x;
    yClose[i] = walk.y;
  }
  return { sessions, spxOpen, spxClose, xOpen, yOpen, xClose, yClose };
}

/** Moves a walk by so many steps of a law, in place. */
function stepper(
  { world, model }: WorldPlan,
  seed: number,
): (walk: Walk, law: StepLaw, steps: number) => void {
  const { diffusion, jumpTimes, jumpSizes } = worldStreams(seed);
  const normal = normalStream(diffusion);
  const { share: shareAtTilt, tilt, rhoX, rhoY } = diffusionOf(world, model);
  const rest = Math.sqrt(1 - rhoX * rhoX - rhoY * rhoY);
  const { perVariance, varianceCap, law: jumpLaw } = jumpsOf(world, model);
  const compensator = meanJump(jumpLaw);
  const { carry, reward, floor } = world;

  return (walk, law, steps) => {
    const { years, decay, ahead } = law;
    for (let step = 0; step < steps; step++) {
      const { x, y } = walk;
      const v = ahead === undefined ? spotVariance(model, x + y) : expectedVariance(ahead, 0, x, y);
      const [gx, gy, g] = [normal(), normal(), normal()];
      const share = tilt === 0 ? shareAtTilt : shareAtTilt * (v / TILT_VARIANCE) ** tilt;
      const arrivals = perVariance * Math.min(v, varianceCap) * years;
      walk.x = decay.xx * x + decay.xy * y + law.shiftX + law.noiseX * gx;
      walk.y = decay.yx * x + decay.yy * y + law.shiftY + law.noiseY * gy;
      walk.logSpx +=
        (carry + (reward - share / 2) * v) * years +
        Math.sqrt(share * v * years) * (rhoX * gx + rhoY * gy + rest * g) -
        arrivals * compensator;
      for (let left = poissonCount(arrivals, jumpTimes()); left > 0; left--)
        jump(walk, world.coJump, v, jumpDraw(jumpLaw, jumpSizes));
      if (floor !== undefined) reflect(walk, floor);
    }
  };
}

/** A log-jump of the index, and what it does to the factors at a spot variance v. */
function jump(walk: Walk, coJump: CoJump | undefined, v: number, size: number): void {
  walk.logSpx += size;
  if (coJump === undefined) return;
  const { perJump, perSurprise, threshold, most } = coJump;
  const surprise = Math.min(Math.max(-size / Math.sqrt(v / SESSIONS_PER_YEAR) - threshold, 0), most);
  walk.x += perJump.x * size + perSurprise.x * surprise;
  walk.y += perJump.y * size + perSurprise.y * surprise;
}

function reflect(walk: Walk, floor: FactorState): void {
  if (walk.x < floor.x) walk.x = 2 * floor.x - walk.x;
  if (walk.y < floor.y) walk.y = 2 * floor.y - walk.y;
}
