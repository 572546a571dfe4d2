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

/** @returns undefined when no future of the curve settles after `asOf` */
export function quotedVx(
  model: JointModel,
  state: FactorState,
  curve: VxCurve,
  asOf: EpochMs,
): QuotedVx | undefined {
  const pairs = curve.contracts.flatMap(({ expiration, settle }): readonly VxPair[] => {
    const years = yearsToExpiry(asOf, 'VX', expiration);
    if (!(years > 0)) return [];
    return [{ years, quoted: settle, model: vixLaw(model.parameters, model.vix, state, years).future }];
  });
  if (pairs.length === 0) return undefined;
  const size = Math.max(...pairs.map(({ quoted, model }) => Math.abs(Math.log(quoted / model))));
  return { pairs, shift: vxShift(pairs), size };
}
