/**
 * `alvh/quant`: what the mathematics offers to others, by subject. Runs in Node and in a browser and needs no package.
 * Nothing inside the project imports this file; each module is also there by itself, `alvh/quant/black76` for one.
 */

// European options, one at a time

export { type BlackScholesInputs, blackScholes } from './black-scholes.ts';
export { type BlackScholesGreeks, blackScholesGreeks } from './black-scholes-greeks.ts';
export { type Black76Inputs, black76, otmPremium } from './black76.ts';
export { condorTailPayout } from './condor-tail.ts';
export { type Black76Greeks, black76Greeks } from './greeks.ts';
export { type ImpliedVolInputs, type IvFailure, impliedVol } from './implied-vol.ts';
export {
  type CondorStrikes,
  callSpread,
  condorPayout,
  type Lognormal,
  probabilityBelow,
  probabilityBetween,
  putSpread,
} from './lognormal.ts';
export { logNormalCdf, millsRatio, normalCdf, normalPdf, normalQuantile, normalSurvival } from './normal.ts';

// European options in batches

export { chainStrikes } from './batch/chain-strikes.ts';
export {
  type Black76Book,
  type Black76Chain,
  type BlackScholesBook,
  type ChainStrikes,
  type EuropeanValues,
  type ImpliedVols,
  IV_CODE,
  type PremiumQuotes,
  type SecondOrderValues,
} from './batch/columns.ts';
export type { Kernels, Workspace } from './batch/kernels.ts';
export { plainKernels } from './batch/plain-kernels.ts';
export { rightSign, rightSigns } from './batch/right-sign.ts';
export {
  black76ChainSecondOrder,
  black76SecondOrder,
  blackScholesSecondOrder,
} from './batch/second-order.ts';
export { type WasmKernelOptions, type WasmKernels, wasmKernels } from './batch/wasm-kernels.ts';
export { compileKernels } from './batch/wasm-module.ts';
export type { HelperTask, StartHelper } from './batch/wasm-team.ts';
export type { WasmModule } from './batch/web-assembly.ts';

// American options

export type { Accuracy } from './american/accuracy.ts';
export { type AmericanInputs, american, earlyExercisePremium } from './american/american.ts';
export {
  type AmericanBoundary,
  americanBoundary,
  type BoundaryInputs,
  type ExerciseEdge,
} from './american/american-boundary.ts';
export {
  type AmericanDividendInputs,
  type AmericanWithDividends,
  americanWithDividends,
  type ExDateEve,
} from './american/american-dividends.ts';
export { type AmericanGreeks, type AmericanSpotGreeks, americanGreeks } from './american/american-greeks.ts';
export { americanPremium, americanPremiums } from './american/american-premium.ts';
export type { CashDividend } from './american/cash-dividend.ts';
export {
  type RationalExercise,
  type RationalExerciseInputs,
  rationalExercise,
} from './american/rational-exercise.ts';

// Smiles and surfaces

export { type EssviParams, essviAsSvi, essviSlice } from './smile/essvi.ts';
export {
  type EssviFailure,
  type EssviFit,
  fitEssvi,
  type QuotedSlice,
  type SliceQuality,
} from './smile/essvi-fit.ts';
export {
  type EssviNode,
  type EssviSurface,
  essviSurface,
  localVariance,
  type SurfacePoint,
  sliceAt,
  surfacePoint,
} from './smile/essvi-surface.ts';
export {
  callValue,
  chanceAbove,
  chanceBelow,
  chanceBetween,
  densityAt,
  putValue,
  quantile,
} from './smile/law-chances.ts';
export {
  type LawFailure,
  type LawInputs,
  type RiskNeutralLaw,
  riskNeutralLaw,
} from './smile/risk-neutral-law.ts';
export { digitalAbove, digitalBelow, minusD2 } from './smile/smile-digital.ts';
export { type SsviParams, ssviSlice } from './smile/ssvi.ts';
export { fitSsvi, type SsviFit } from './smile/ssvi-fit.ts';
export { durrleman, type SviParams, type SviSlice, sviSlice, sviTotalVariance } from './smile/svi.ts';
export { butterflyFree, leastDurrleman } from './smile/svi-butterfly.ts';
export type { SviColumns } from './smile/svi-columns.ts';
export { fitSvi, fitSviColumns, type SviFailure, type SviFit, type SviPoint } from './smile/svi-fit.ts';

// Variance strips

export {
  kurtosis as logReturnKurtosis,
  type LogReturnMoments,
  logReturnMoments,
  logReturnVariance,
  skewness as logReturnSkewness,
  varianceSwapVariance,
} from './strip/log-return-moments.ts';
export { quotedSmile } from './strip/quoted-smile.ts';
export { type StripSkewness, skewIndex } from './strip/skew-index.ts';
export { type SmileMomentsFailure, smileMoments, type TotalVarianceSmile } from './strip/smile-moments.ts';
export type { StripPrice, StripQuotes, StripSelection } from './strip/strip-selection.ts';
export {
  type StripStrike,
  type VixStrip,
  type VixStripFailure,
  type VixStripInputs,
  vixStrip,
} from './strip/vix-strip.ts';
export {
  type BracketFailure,
  bracketTenor,
  type StripPair,
  type StripVariance,
  VOL_INDEX_DAYS,
  type VolIndexName,
  varianceAtTenor,
  vixFromStrips,
  volIndex,
  volIndexMinutes,
} from './strip/vol-index.ts';

// Series

export { type Aligned, alignedAt } from './series/aligned.ts';
export { type AtrState, atr, atrStream } from './series/atr.ts';
export type { Bar, Bars } from './series/bars.ts';
export { type Bands, bollinger, bollingerStream } from './series/bollinger.ts';
export {
  type Divergence,
  type DivergenceRule,
  divergences,
  newestDivergence,
  type PriceAndOscillator,
} from './series/divergence.ts';
export {
  type DivergenceState,
  divergenceStream,
  type PriceWithOscillator,
} from './series/divergence-stream.ts';
export { type EmaState, ema, emaStream } from './series/ema.ts';
export { type EwmaVolState, ewmaVol, ewmaVolSeries, ewmaVolStream } from './series/ewma-vol.ts';
export { type Gapped, gappedAt } from './series/gapped.ts';
export { type MacdLines, type MacdPeriods, type MacdState, macd, macdStream } from './series/macd.ts';
export type { Ohlc, OhlcBars } from './series/ohlc.ts';
export { type OlsSlopeState, olsSlope, olsSlopeStream, rollingOlsSlope } from './series/ols-slope.ts';
export {
  percentileRankOfLast,
  percentileRankStream,
  rollingPercentileRank,
} from './series/percentile-rank.ts';
export { type Pivot, pivotStream, pivots } from './series/pivots.ts';
export {
  type RealisedVolState,
  realisedVol,
  realisedVolStream,
  rollingRealisedVol,
} from './series/realised-vol.ts';
export { type Moments, momentsStream, rollingMoments } from './series/rolling-moments.ts';
export { rollingStdDev, stdDevStream } from './series/rolling-std-dev.ts';
export { type RsiState, rsi, rsiStream } from './series/rsi.ts';
export { garmanKlass, parkinson, rogersSatchell, type SessionVariance } from './series/session-variance.ts';
export { rollingSessionVol, sessionVol, sessionVolStream } from './series/session-vol.ts';
export { type SmaState, sma, smaStream } from './series/sma.ts';
export type { Stream } from './series/stream.ts';
export {
  rollingYangZhangVol,
  type YangZhangState,
  yangZhangStream,
  yangZhangVol,
} from './series/yang-zhang.ts';
export { rollingZScore, type ZScoreState, zScoreOfLast, zScoreStream } from './series/z-score.ts';

// Finance

export {
  beta,
  downsideBeta,
  type MarketLine,
  type MarketLineFailure,
  type ReturnPair,
} from './finance/beta.ts';
export {
  type DividendModelFailure,
  type DividendValue,
  type GrowthModelInputs,
  gordonGrowth,
  type HModelInputs,
  hModel,
} from './finance/dividend-discount.ts';
export { fairValueRatio, ratioToOwnMedian } from './finance/fair-value-ratio.ts';
export type { InternalRate, InternalRateFailure } from './finance/internal-rate.ts';
export { irr } from './finance/irr.ts';
export { fractionalKelly, type KellyBet, type KellyFailure, kelly, logGrowth } from './finance/kelly.ts';
export {
  type BinaryBet,
  binaryKelly,
  type ContinuousBet,
  continuousKelly,
} from './finance/kelly-closed-form.ts';
export { type MirrFailure, type MirrRates, mirr, xmirr } from './finance/mirr.ts';
export { npv, xnpv } from './finance/npv.ts';
export type { Outcomes } from './finance/outcomes.ts';
export { type CapitalMix, costOfEquity, wacc } from './finance/wacc.ts';
export { xirr } from './finance/xirr.ts';

// Statistics

export {
  benjaminiHochberg,
  benjaminiYekutieli,
  bonferroni,
  holm,
  type PValueAdjustment,
} from './statistics/adjusted-p-values.ts';
export { adjustedSharpe } from './statistics/adjusted-sharpe.ts';
export { autocorrelations, autocovariances } from './statistics/autocorrelation.ts';
export {
  type BacktestOverfitting,
  backtestOverfitting,
  type Degradation,
  type OverfittingFailure,
} from './statistics/backtest-overfitting.ts';
export { type BlockLengths, blockLengths } from './statistics/block-length.ts';
export type { Resampling } from './statistics/block-sampler.ts';
export { type Bootstrap, type BootstrapFailure, bootstrap, type Statistic } from './statistics/bootstrap.ts';
export {
  type BcaFailure,
  basicInterval,
  bcaInterval,
  type Interval,
  percentileInterval,
} from './statistics/bootstrap-interval.ts';
export { bootstrapVariance } from './statistics/bootstrap-variance.ts';
export { calmarRatio, compoundGrowth } from './statistics/calmar.ts';
export { type DeflatedSharpe, deflatedSharpe, type Trials } from './statistics/deflated-sharpe.ts';
export { downsideDeviation, omegaRatio, sortinoRatio } from './statistics/downside.ts';
export {
  averageDrawdown,
  compounded,
  type Drawdown,
  drawdownSeries,
  drawdowns,
  maximumDrawdown,
} from './statistics/drawdown.ts';
export { expectedMaximum, expectedMaximumExact } from './statistics/expected-maximum.ts';
export { expectedShortfall, valueAtRisk } from './statistics/expected-shortfall.ts';
export { haircutSharpes } from './statistics/haircut-sharpe.ts';
export { jackknifeAcceleration } from './statistics/jackknife.ts';
export { effectiveSampleSize, longRunVariance, neweyWestLags } from './statistics/long-run-variance.ts';
export { minimumBacktestLength } from './statistics/minimum-backtest-length.ts';
export { kurtosis, skewness } from './statistics/moments.ts';
export { minimumTrackRecord, probabilisticSharpe } from './statistics/probabilistic-sharpe.ts';
export { type RealityCheck, realityCheck } from './statistics/reality-check.ts';
export { robustSharpeError } from './statistics/robust-sharpe-error.ts';
export { informationRatio, sharpeRatio } from './statistics/sharpe.ts';
export { loAnnualisedSharpe } from './statistics/sharpe-annual.ts';
export { type SharpeEstimate, sharpeEstimate, sharpeStandardError } from './statistics/sharpe-estimate.ts';
export { stochasticDominance } from './statistics/stochastic-dominance.ts';
export { columnOf, type StrategyMatrix, strategyMatrix } from './statistics/strategy-matrix.ts';
export {
  type SpaFailure,
  type SpaResampling,
  type SuperiorPredictiveAbility,
  superiorPredictiveAbility,
} from './statistics/superior-predictive-ability.ts';
export { painIndex, ulcerIndex } from './statistics/ulcer.ts';
export { clip, logReturns, mean, median, percentile, stdDev, type Values } from './stats.ts';
