import { proxiedContango, termStructure } from '../../market/vix-term-structure.ts';
import type { MarketReading } from '../market-reading.ts';
import type { Reason } from '../reason.ts';
import { asNumber, asPercent, atLeast, below, holds } from '../reasons.ts';
import type { TradingPlan } from '../trading-plan.ts';
import type { CoreState } from './core-state.ts';

/** c1 = CM60/CM30 - 1 of the VX curve, or its proxy from the VIX family (methodology 3.0, E8). */
function contangoOf({ vxCurve, family }: MarketReading): number | undefined {
  const listed = vxCurve === undefined ? undefined : termStructure(vxCurve).contango;
  if (listed !== undefined) return listed;
  return family?.vix3m === undefined ? undefined : proxiedContango(family.vix, family.vix3m);
}

const orUnknown = (rule: string, x: number | undefined, judge: (x: number) => Reason): Reason =>
  x === undefined ? holds(rule, false, 'unknown', 'a known value') : judge(x);

/**
 * R-P1: what the market must look like before a rung takes a second condor beyond one per tenor (resolution 3.0(13)).
 * The first condor of a rung is not judged by it. `bigtop-strict` asks for readings a day's entry does not carry (VIX over
 * its 200-session mean, a 30-session realised vol); as a documented null (E22: 0 of 3,669 days) it simply never presses.
 */
export function pressReasons(
  rung: number,
  state: CoreState,
  score: number,
  market: MarketReading,
  plan: TradingPlan,
): readonly Reason[] {
  if (!state.open.some((open) => open.rung === rung)) return [];
  const { preset, minContango, minScore, maxEdr } = plan.core.press;
  if (preset === 'bigtop-strict')
    return [holds('R-P1.bigtop-strict', false, 'a documented null', 'never presses')];
  const { family, rv20, edr } = market;
  const premium =
    family === undefined || rv20 === undefined ? undefined : (family.vix / 100) ** 2 - rv20 ** 2;
  return [
    orUnknown('R-P1.contango', contangoOf(market), (c1) =>
      atLeast('R-P1.contango', c1, minContango, asPercent(2)),
    ),
    orUnknown('R-P1.variance-premium', premium, (x) =>
      holds('R-P1.variance-premium', x > 0, `VIX^2 - RV20^2 = ${x.toFixed(4)}`, '> 0'),
    ),
    atLeast('R-P1.score', score, minScore, asNumber(1)),
    orUnknown('R-P1.edr', edr, (x) => below('R-P1.edr', x / 100, maxEdr / 100, asPercent(2))),
  ];
}
