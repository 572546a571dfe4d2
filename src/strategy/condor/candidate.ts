import { type Cents, cents, type Points, points, type Vol } from '../../core/units.ts';
import type { OptionRoot } from '../../market/contract.ts';
import { contractFacts } from '../../market/contract-registry.ts';
import type { ExpirationView } from '../../market/surface.ts';
import type { Leg } from '../../portfolio/leg.ts';
import { legSlippage } from '../execution-cost.ts';
import type { MarketReading } from '../market-reading.ts';
import type { RungRules } from '../plan-core.ts';
import { pricePoints } from '../price-points.ts';
import type { RegimeLabel } from '../regime-types.ts';
import { sizingVol } from '../sizing/sizing-vol.ts';
import { changeUnder } from '../stress/scenario-table.ts';
import { shockOf } from '../stress/shock.ts';
import type { TradingPlan } from '../trading-plan.ts';
import type { StrikeDistance } from './distance.ts';
import {
  type CondorEconomics,
  type CondorTerms,
  condorEconomics,
  type DensityInputs,
  wingWidth,
} from './economics.ts';
import { halfSpread, type QuotedCondor, quotedCondor } from './quoted-condor.ts';
import { condorStrikes } from './strikes.ts';

/** What a candidate needs to know of the day, the plan and the account. */
export interface CandidateContext {
  readonly market: MarketReading;
  readonly plan: TradingPlan;
  readonly regime: RegimeLabel;
  readonly distance: StrikeDistance;
  /** Hedge cost per year per unit of core max loss. */
  readonly hedgeRate: number;
  /** Fees to open one condor and to let it expire. */
  readonly feesOf: (legs: readonly Leg[]) => Cents;
}

/** One condor of one rung in one root, priced and costed but not yet sized or judged. */
export interface Candidate {
  readonly rung: RungRules;
  readonly root: OptionRoot;
  readonly view: ExpirationView;
  readonly atmVol: Vol;
  /** In the points of the root traded. */
  readonly forward: Points;
  readonly expectedMove: Points;
  readonly quoted: QuotedCondor;
  readonly terms: CondorTerms;
  readonly width: Points;
  readonly slippage: Points;
  readonly fees: Cents;
  readonly sizingVol: Vol;
  readonly density: DensityInputs;
  readonly economics: CondorEconomics;
  readonly stressLoss: Cents;
}

/** The PM-settled expiration nearest the rung's target inside its window; on a tie the later one (methodology 3.1). */
export function rungExpiration(market: MarketReading, rung: RungRules): ExpirationView | undefined {
  const inside = market.surface.expirations.filter(
    ({ chain, dte, smile }) =>
      chain.root === 'SPXW' && smile !== undefined && dte >= rung.minDte && dte <= rung.maxDte,
  );
  const gap = ({ dte }: ExpirationView): number => Math.abs(dte - rung.targetDte);
  return inside.reduce<ExpirationView | undefined>(
    (best, view) => (best === undefined || gap(view) <= gap(best) ? view : best),
    undefined,
  );
}

/** A tenth of the index trades in XSP; its strikes are whole points, so ten SPX points apart. */
const scaleOf = (root: OptionRoot): number => (root === 'XSP' ? 10 : 1);

function strikesFor(
  context: CandidateContext,
  rung: RungRules,
  view: ExpirationView,
  atmVol: Vol,
  root: OptionRoot,
) {
  const { distance, plan } = context;
  const { forward } = view.forward;
  const move = forward * atmVol * Math.sqrt(view.expiry);
  const lengthen = distance.widened && plan.core.widening.lengthenWings ? plan.core.widening.widthFactor : 1;
  const width = rung.wingWidth * forward * lengthen;
  const found = condorStrikes(view.chain, {
    shortPut: forward - distance.k * move,
    shortCall: forward + distance.k * move,
    width,
    step: scaleOf(root),
  });
  if (found === undefined) return undefined;
  const scale = scaleOf(root);
  return {
    longPut: points(found.longPut / scale),
    shortPut: points(found.shortPut / scale),
    shortCall: points(found.shortCall / scale),
    longCall: points(found.longCall / scale),
  };
}

/** Why a rung has no candidate at all. */
export type CandidateFailure =
  | 'no PM expiration in its window'
  | 'no quoted strikes far enough out'
  | 'no realised volatility';

function slippageOf({ plan, regime }: CandidateContext, { legs }: QuotedCondor): Points {
  return pricePoints(
    legs.reduce((sum, leg) => sum + legSlippage(plan, regime, leg.contract.root, halfSpread(leg)), 0),
  );
}

/** @returns the candidate of a rung in a root, or why there is none */
export function condorCandidate(
  context: CandidateContext,
  rung: RungRules,
  root: OptionRoot,
): Candidate | CandidateFailure {
  const { market, plan } = context;
  const view = rungExpiration(market, rung);
  if (view?.smile === undefined) return 'no PM expiration in its window';
  const { atmVol } = view.smile;
  const strikes = strikesFor(context, rung, view, atmVol, root);
  const quoted =
    strikes === undefined ? undefined : quotedCondor(market, root, view.chain.expiration, strikes);
  if (strikes === undefined || quoted === undefined) return 'no quoted strikes far enough out';
  const { rv20, ewma } = market;
  const vol = sizingVol(
    { atmVol, ...(rv20 === undefined ? {} : { rv20 }), ...(ewma === undefined ? {} : { ewma }) },
    plan.sizing.density,
  );
  if (vol === undefined) return 'no realised volatility';
  const { multiplier } = contractFacts(root, market.session);
  const scale = scaleOf(root);
  const slippage = slippageOf(context, quoted);
  const fees = context.feesOf(quoted.legs);
  const terms = {
    ...strikes,
    creditNet: pricePoints(quoted.creditMid - slippage - fees / (100 * multiplier)),
    multiplier,
  };
  const density = {
    forward: view.forward.forward / scale,
    vol,
    expiry: view.expiry,
    discount: view.forward.discount,
  };
  return {
    rung,
    root,
    view,
    atmVol,
    forward: points(density.forward),
    expectedMove: points(density.forward * atmVol * Math.sqrt(view.expiry)),
    quoted,
    terms,
    width: pricePoints(wingWidth(terms)),
    slippage,
    fees,
    sizingVol: vol,
    density,
    economics: condorEconomics(terms, density, context.hedgeRate),
    stressLoss: cents(
      Math.max(0, -changeUnder(market, plan, quoted.legs, shockOf(plan, plan.stress.sizing)).core),
    ),
  };
}
