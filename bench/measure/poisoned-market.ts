import type { MarketData } from '../../src/app/read-market-data.ts';
import { type EpochMs, points } from '../../src/core/units.ts';
import type { Series, VxCurve } from '../../src/market/history.ts';

/** Every value known only after `asOf` replaced by garbage; what was known by then left as it is. */
function poisonedSeries(series: Series, asOf: EpochMs): Series {
  return {
    ...series,
    values: series.values.map((value, i) => ((series.availableAt[i] ?? 0) > asOf ? -1e9 + i : value)),
    // A copy, so that nothing remembered about the honest column is mistaken for this one.
    availableAt: series.availableAt.slice(),
  };
}

const poisonedCurve = (curve: VxCurve, asOf: EpochMs): VxCurve =>
  curve.availableAt <= asOf
    ? curve
    : { ...curve, contracts: curve.contracts.map((contract) => ({ ...contract, settle: points(1e6) })) };

/** A lake whose future is garbage: a decision at `asOf` that changes has looked ahead. */
export function poisonedMarket(market: MarketData, asOf: EpochMs): MarketData {
  return {
    ...market,
    series: new Map([...market.series].map(([name, series]) => [name, poisonedSeries(series, asOf)])),
    vx: market.vx.map((curve) => poisonedCurve(curve, asOf)),
  };
}
