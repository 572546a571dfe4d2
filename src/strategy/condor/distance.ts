import type { RegimeLabel } from '../regime-types.ts';
import type { TradingPlan } from '../trading-plan.ts';

/** The readings rule R-C3 widens or narrows on; an absent reading moves nothing. */
export interface DistanceInputs {
  readonly rsiSpx?: number;
  readonly rsiVix?: number;
  /** Percentile of REER volatility, 0 to 100; absent when stale, and then neither low nor high. */
  readonly reerPercentile?: number;
  readonly regime: RegimeLabel;
}

export interface StrikeDistance {
  /** Short strikes this many expected moves from the forward. */
  readonly k: number;
  /** True when an RSI trigger fired: rule R-W1 then lengthens the wings. */
  readonly widened: boolean;
  readonly notes: readonly string[];
}

type Rules = TradingPlan['core']['distance'];

const rsiNotes = (
  { rsiSpx, rsiVix }: DistanceInputs,
  rules: Rules,
): readonly (readonly [number, string])[] => [
  ...(rsiSpx !== undefined && (rsiSpx >= rules.rsiSpxHigh || rsiSpx <= rules.rsiSpxLow)
    ? [
        [
          rules.rsiSpxAdd,
          `RSI(SPX) ${rsiSpx.toFixed(1)} outside ${rules.rsiSpxLow}-${rules.rsiSpxHigh}`,
        ] as const,
      ]
    : []),
  ...(rsiVix !== undefined && rsiVix >= rules.rsiVixHigh
    ? [[rules.rsiVixAdd, `RSI(VIX) ${rsiVix.toFixed(1)} >= ${rules.rsiVixHigh}`] as const]
    : []),
];

const reerNotes = (
  { reerPercentile, regime }: DistanceInputs,
  rules: Rules,
): readonly (readonly [number, string])[] => {
  if (reerPercentile === undefined) return [];
  if (reerPercentile > rules.reerHighPercentile)
    return [[rules.reerHighAdd, `REER vol high (${reerPercentile.toFixed(0)}th pct)`]];
  const narrows = reerPercentile < rules.reerLowPercentile && regime === 'CALM';
  return narrows
    ? [[-rules.reerLowCalmCut, `REER vol low (${reerPercentile.toFixed(0)}th pct) in CALM`]]
    : [];
};

/**
 * How far from the forward the short strikes stand, in expected moves (R-C3).
 *
 *     k = k_base + a [RSI(SPX) extreme] + b [RSI(VIX) high] + c [REER vol high] - d [REER vol low and CALM]
 *
 * clamped to one range while REER volatility is low and to a wider, further one otherwise. A base below the second range
 * (the promoter's) is thereby felt only while REER volatility is low, as resolution 3.0(2) asks.
 *
 * Both sides get the same distance: the skew tilt of the rule needs 60 own observations of skew, which nobody keeps yet,
 * and until then the rule itself says no tilt.
 */
export function strikeDistance(inputs: DistanceInputs, plan: TradingPlan): StrikeDistance {
  const rules = plan.core.distance;
  const rsi = plan.core.widening.moveShorts ? rsiNotes(inputs, rules) : [];
  const moved = [...rsi, ...reerNotes(inputs, rules)];
  const raw = moved.reduce((k, [add]) => k + add, rules.kBase);
  const isLow = inputs.reerPercentile !== undefined && inputs.reerPercentile < rules.reerLowPercentile;
  const [low, high] = isLow ? [rules.reerLowMin, rules.reerLowMax] : [rules.otherMin, rules.otherMax];
  return {
    k: Math.min(high, Math.max(low, raw)),
    widened: rsiNotes(inputs, rules).length > 0,
    notes: moved.map(([add, why]) => `${add >= 0 ? '+' : ''}${add.toFixed(2)} ${why}`),
  };
}
