import { type AveragedVariance, averagedVariance } from '../averaged-variance.ts';
import { logContractCost } from '../jump-law.ts';
import type { TwoFactorModel } from '../two-factor.ts';
import { decayMatrix, type Matrix2 } from './matrix-exponential.ts';
import type { Diffusion, FactorDrift, JumpFlow, World } from './world.ts';

/** How the factors and the index move over one step of the world's clock. */
export interface StepLaw {
  readonly years: number;
  /** (x, y) becomes decay (x, y) + shift + noise (normal, normal'). */
  readonly decay: Matrix2;
  readonly shiftX: number;
  readonly shiftY: number;
  readonly noiseX: number;
  readonly noiseY: number;
  /**
   * Gives the expected variance over the step, for worlds whose factors follow the pricing law; elsewhere the variance
   * where the step starts is used.
   */
  readonly ahead: AveragedVariance | undefined;
}

/** Plenty for the variance of hours: 12 nodes miss an expectation over 30 days by 5e-5 VIX points. */
const HERMITE_ORDER = 12;

/** The drift a world states, or the pricing model's: each factor back to zero at its own speed. */
const driftOf = ({ drift }: World, { kx, ky }: TwoFactorModel): FactorDrift =>
  drift === 'pricing' ? { reversion: { xx: kx, xy: 0, yx: 0, yy: ky }, mean: { x: 0, y: 0 } } : drift;

export const diffusionOf = ({ diffusion }: World, { eta, rhoX, rhoY }: TwoFactorModel): Diffusion =>
  diffusion === 'pricing' ? { share: 1 - eta, tilt: 0, rhoX, rhoY } : diffusion;

/** The jumps a world states, or the pricing model's at eta v / phi. */
export const jumpsOf = ({ jumps }: World, { eta, jumps: law }: TwoFactorModel): JumpFlow =>
  jumps === 'pricing'
    ? { perVariance: eta / logContractCost(law), varianceCap: Number.POSITIVE_INFINITY, law }
    : jumps;

/**
 * The law of one step. Under the pricing drift each factor is exact:
 *
 *     x' = x e^{-kx t} + sqrt(1 - e^{-2 kx t}) g,   dWx = sqrt(t) g
 *
 * One normal serves the factor and its Brownian motion: their exact correlation is 1 - (k t)^2/24, within 1e-6 of 1 at
 * these steps. A coupled drift decays by its matrix exponential, and its noise as if uncoupled, which is off by
 * (A t)^2/12 of itself.
 */
export function stepLaw(world: World, model: TwoFactorModel, years: number): StepLaw {
  const { reversion, mean } = driftOf(world, model);
  const decay = decayMatrix(reversion, years);
  const noise = (k: number, speed: number): number =>
    Math.sqrt((k / speed) * -Math.expm1(-2 * speed * years));
  return {
    years,
    decay,
    shiftX: mean.x - decay.xx * mean.x - decay.xy * mean.y,
    shiftY: mean.y - decay.yx * mean.x - decay.yy * mean.y,
    noiseX: world.factorVol.x * noise(model.kx, reversion.xx),
    noiseY: world.factorVol.y * noise(model.ky, reversion.yy),
    ahead: followsPricing(world) ? averagedVariance(model, [years / 2], HERMITE_ORDER) : undefined,
  };
}

/** True where the factors move by the pricing law, so that its expectations are the world's. */
const followsPricing = ({ drift, factorVol, coJump, floor }: World): boolean =>
  drift === 'pricing' &&
  factorVol.x === 1 &&
  factorVol.y === 1 &&
  coJump === undefined &&
  floor === undefined;
