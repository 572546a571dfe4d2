import { clip } from '../../quant/stats.ts';
import { signalInput, signalValue } from '../readings.ts';
import type { RegimeLabel } from '../regime-types.ts';
import type { Reading } from '../signal/signal.ts';
import type { TradingPlan } from '../trading-plan.ts';

/** Hedge depth D and what moved it off the regime's own value. */
export interface HedgeDepth {
  readonly depth: number;
  readonly parts: readonly { readonly why: string; readonly add: number }[];
}

/**
 * How deep the hedge should be, as a multiple of the coverage target (methodology 3.6, E7, E13, E16).
 *
 *     D = clip(D_regime + breadth + window + flow - overbought, D_min, D_max)
 *
 * An absent signal moves nothing: it is no evidence either way.
 */
export function hedgeDepth(
  readings: readonly Reading[],
  regime: RegimeLabel,
  vix: number | undefined,
  plan: TradingPlan,
): HedgeDepth {
  const rules = plan.hedge.depth;
  const dRsi = signalInput(readings, 'S04', 'dRsi');
  const flows = [signalInput(readings, 'S14', 'r60VnqSpy'), signalInput(readings, 'S15', 'r60SphbSpy')];
  const rsis = [signalInput(readings, 'S03', 'rsiVix'), signalInput(readings, 'S04', 'rsiCm30')];
  const triggers: readonly (readonly [boolean, number, string])[] = [
    [signalValue(readings, 'S07') === -1, rules.breadthAdd, 'breadth diverges from the index'],
    [
      dRsi !== undefined && dRsi >= rules.windowMinDRsi && vix !== undefined && vix < rules.windowMaxVix,
      rules.windowAdd,
      `VX curve firmer than spot VIX (dRSI >= ${rules.windowMinDRsi}) below VIX ${rules.windowMaxVix}`,
    ],
    [
      flows.some((r) => r !== undefined && r <= rules.flowReturn),
      rules.flowAdd,
      'REITs or high beta lag SPY',
    ],
    [
      rsis.some((r) => r !== undefined && r >= rules.overboughtRsi),
      -rules.overboughtCut,
      `VIX or VX RSI >= ${rules.overboughtRsi}`,
    ],
  ];
  const base = plan.regime.rules[regime].hedgeDepth;
  const parts = [
    { why: `${regime} regime`, add: base },
    ...triggers.filter(([fired]) => fired).map(([, add, why]) => ({ why, add })),
  ];
  const depth = clip(
    parts.reduce((sum, { add }) => sum + add, 0),
    rules.min,
    rules.max,
  );
  return { depth, parts };
}
