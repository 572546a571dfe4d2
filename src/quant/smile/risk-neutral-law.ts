import { PreconditionError, requireFinite, requirePositive } from '../../core/errors.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import { otmPremium } from '../black76.ts';
import { type PowerTail, powerTail } from './power-tail.ts';
import { digitalAbove, digitalBelow } from './smile-digital.ts';
import { durrleman, type SviSlice } from './svi.ts';

/** Any smile of one expiration: SVI, eSSVI, or another curve of total variance. */
export interface LawInputs {
  /** Index points. */
  readonly forward: number;
  /** Total variance and its two derivatives at k = ln(K/F). */
  readonly slice: (k: number) => SviSlice;
  /** The smile is taken at its word between these, low < 0 < high; beyond them the tails are powers. */
  readonly low: number;
  readonly high: number;
}

/** Law of the index at expiration that the option prices of one smile imply; made by `riskNeutralLaw`. */
export interface RiskNeutralLaw extends LawInputs {
  readonly below: PowerTail;
  readonly above: PowerTail;
}

export type LawFailure =
  /** The smile allows a butterfly worth less than nothing: its density is negative at k. */
  | { readonly code: 'butterfly-arbitrage'; readonly k: number }
  /** Price and slope of the smile at an edge belong to no law. */
  | { readonly code: 'no-tail'; readonly edge: 'low' | 'high' };

/** Intervals between the edges at whose ends the density is looked at. */
const GRID = 200;

/**
 * The law whose density is the second derivative of the call price by strike.
 *
 * Between `low` and `high` it is that of the smile, skew included. Beyond them it is that of `powerTail`, joined so that the
 * chance and the option price at the edge agree: mass is 1 and the mean is the forward to rounding, and every option struck
 * between the edges has its price. Only the density may jump at an edge.
 *
 * @returns the law; or why there is none
 * @throws PreconditionError unless forward > 0 and low < 0 < high, all finite
 * @see Breeden and Litzenberger (1978), Prices of state-contingent claims implicit in option prices, J. Business 51(4),
 *   621-651, doi 10.1086/296025
 */
export function riskNeutralLaw(inputs: LawInputs): Result<RiskNeutralLaw, LawFailure> {
  const { forward, slice, low, high } = inputs;
  requirePositive('forward', forward);
  requireFinite('low', low);
  requireFinite('high', high);
  if (!(low < 0)) throw new PreconditionError('low', 'must be < 0', low);
  if (!(high > 0)) throw new PreconditionError('high', 'must be > 0', high);
  for (let i = 0; i <= GRID; i++) {
    const k = Math.min(low + ((high - low) * i) / GRID, high); // rounding must not step over the edge
    const at = slice(k);
    if (!(at.w > 0 && durrleman(at, k) >= 0)) return fail({ code: 'butterfly-arbitrage', k });
  }
  const below = tailAt(inputs, -1, low);
  if (below === undefined) return fail({ code: 'no-tail', edge: 'low' });
  const above = tailAt(inputs, 1, high);
  if (above === undefined) return fail({ code: 'no-tail', edge: 'high' });
  return ok({ ...inputs, below, above });
}

function tailAt({ forward, slice }: LawInputs, side: -1 | 1, k: number): PowerTail | undefined {
  const strike = forward * Math.exp(k);
  const at = slice(k);
  const chance = side < 0 ? digitalBelow(at, k) : digitalAbove(at, k);
  return powerTail(side, strike, chance, otmPremium(forward, strike, Math.sqrt(at.w)));
}

/** By this share the edge at fault is pulled in at a time. */
const TRIM = 0.05;
/** Below this share of its own distance from the money an edge is not pulled. */
const LEAST_KEPT = 0.1;

/**
 * The law of a smile that implies none out to its edges: they are pulled in, the one at fault by a twentieth at a time, until
 * it does. A smile may price a far call above a nearer one though its g is >= 0 between its quotes; real ones do, at their
 * last few strikes. What edges the law has in the end it says itself.
 *
 * @returns the law; or the last failure, when an edge would come nearer the money than a tenth of where it was
 * @throws PreconditionError as `riskNeutralLaw`
 */
export function trimmedLaw(inputs: LawInputs): Result<RiskNeutralLaw, LawFailure> {
  let [low, high] = [inputs.low, inputs.high];
  for (;;) {
    const law = riskNeutralLaw({ ...inputs, low, high });
    if (law.ok) return law;
    if (isBelow(law.failure)) low *= 1 - TRIM;
    else high *= 1 - TRIM;
    if (low > LEAST_KEPT * inputs.low || high < LEAST_KEPT * inputs.high) return law;
  }
}

const isBelow = (failure: LawFailure): boolean =>
  failure.code === 'no-tail' ? failure.edge === 'low' : failure.k < 0;
