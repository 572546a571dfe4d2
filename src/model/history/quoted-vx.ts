import type { EpochMs } from '../../core/units.ts';
import type { VxCurve } from '../../market/history.ts';
import { yearsToExpiry } from '../../market/settlement.ts';
import type { JointModel } from '../joint-model.ts';
import type { FactorState } from '../two-factor.ts';
import { vixLaw } from '../vix-law.ts';
import { type VxPair, type VxShift, vxShift } from '../vx-shift.ts';

/** A settled VX curve beside the model's, and what turns the one into the other. */
export interface QuotedVx {
  /** Nearest first. */
  readonly pairs: readonly VxPair[];
  readonly shift: VxShift;
  /** Largest |ln(quoted / model)|: how far the curve is from what VIX and VIX3M alone say. */
  readonly size: number;
}

/**
 * The curve as it is asked for, worked out then and once: it takes three times what the factors take, and a book without
 * VIX legs never asks.
 *
 * @returns undefined when no future of the curve settles after `asOf`
 */
export function quotedVx(
  model: JointModel,
  state: FactorState,
  curve: VxCurve,
  asOf: EpochMs,
): (() => QuotedVx) | undefined {
  const alive = curve.contracts
    .map(({ expiration, settle }) => ({ quoted: settle, years: yearsToExpiry(asOf, 'VX', expiration) }))
    .filter(({ years }) => years > 0);
  if (alive.length === 0) return undefined;
  let made: QuotedVx | undefined;
  return () => {
    made ??= beside(
      alive.map(({ quoted, years }) => ({
        years,
        quoted,
        model: vixLaw(model.parameters, model.vix, state, years).future,
      })),
    );
    return made;
  };
}

const beside = (pairs: readonly VxPair[]): QuotedVx => ({
  pairs,
  shift: vxShift(pairs),
  size: Math.max(...pairs.map(({ quoted, model }) => Math.abs(Math.log(quoted / model)))),
});
