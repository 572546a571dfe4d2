import { fail, ok, type Result } from '../../core/result.ts';
import type { Contract, OptionContract } from '../../market/contract.ts';
import type { JointModel } from '../../model/joint-model.ts';
import { type ModelMarket, modelMarket } from '../../model/model-market.ts';
import { volState } from '../../model/vol-state.ts';
import type { VxShift } from '../../model/vx-shift.ts';
import { type ForwardCurve, forwardCurve } from './forward-curve.ts';
import { type IndexAnchor, type IndexRoot, indexAnchors } from './index-anchor.ts';
import type { QuotedMarket } from './quoted-market.ts';
import type { NoStart } from './scenario-failure.ts';
import { type VixAnchor, vixAnchors } from './vix-anchor.ts';
import { vxBasis } from './vx-basis.ts';

/**
 * Today's market as scenarios move it: the joint model at the factors that show today's VIX and VIX3M, and beside it what
 * the real quotes are over the model's prices. A shock moves the factors; what quotes and model differ by goes with it,
 * with moneyness for vols and with time to settlement for VX futures, so that no shock is no change.
 */
export interface ScenarioMarket {
  readonly quoted: QuotedMarket;
  /** The model at today's factors, VX futures as quoted. */
  readonly today: ModelMarket;
  readonly forwards: ForwardCurve;
  readonly shift: VxShift;
  readonly indexAnchor: (contract: OptionContract, root: IndexRoot) => IndexAnchor;
  readonly vixAnchor: (contract: Contract) => VixAnchor;
}

/** @returns `no-start` when no factors of the model show today's VIX and VIX3M together */
export function scenarioMarket(quoted: QuotedMarket, model: JointModel): Result<ScenarioMarket, NoStart> {
  const { vix, vix3m, spot, surface, riskFree } = quoted;
  const state = volState(model.vix, model.vix3m, vix, vix3m);
  if (!state.ok) return fail({ code: 'no-start', vix, vix3m, nearest: state.failure.nearest });
  const forwards = forwardCurve(quoted);
  const basis = vxBasis(quoted, { model, state: state.value });
  const today = modelMarket({
    model,
    asOf: surface.asOf,
    state: state.value,
    spot,
    rate: riskFree,
    dividendYield: riskFree - forwards.carry,
    shift: basis.shift,
  });
  return ok({
    quoted,
    today,
    forwards,
    shift: basis.shift,
    indexAnchor: indexAnchors(quoted, forwards, today),
    vixAnchor: vixAnchors(quoted, basis, forwards.rateAt, today),
  });
}
