import { PreconditionError } from '../../core/errors.ts';
import type { World } from '../worlds/world.ts';
import { P_Q_JUMPS_WORLD, P_WORLD, qWorld } from '../worlds/world-presets.ts';

/** Continuously compounded, per year, for the whole ten years: one rate, so that no result of a strategy is a result of it. */
export const DEMO_RATE = 0.038;
/** About that of SPX in 2026. */
export const DEMO_DIVIDEND_YIELD = 0.0125;

const WORLDS = {
  p: P_WORLD,
  // Its index drifts as its forwards do, or calls would be cheap.
  q: qWorld(DEMO_RATE - DEMO_DIVIDEND_YIELD),
  'p-q-jumps': P_Q_JUMPS_WORLD,
} as const satisfies Readonly<Record<string, World>>;

export type DemoWorldName = keyof typeof WORLDS;

export const DEMO_WORLD_NAMES: readonly DemoWorldName[] = ['p', 'q', 'p-q-jumps'];

export const isDemoWorldName = (name: string): name is DemoWorldName => Object.hasOwn(WORLDS, name);

/** @throws PreconditionError naming the worlds there are */
export function demoWorld(name: string): World {
  if (!isDemoWorldName(name))
    throw new PreconditionError('world', `must be one of ${DEMO_WORLD_NAMES.join(', ')}`, name);
  return WORLDS[name];
}
