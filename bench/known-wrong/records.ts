import { excelXirr } from './excel-xirr.ts';
import { jesseShuffledTrades } from './jesse-shuffled-trades.ts';
import type { KnownWrong } from './known-wrong.ts';
import { LATER } from './later.ts';
import { leanCondorMargin } from './lean-condor-margin.ts';
import { leanSpxSettlement, leanThirdFridaySpxw } from './lean-spx-settlement.ts';
import { nautilusDaysToExpiry } from './nautilus-days-to-expiry.ts';
import { jstatNormalTail, mathjsNormalTail, simpleStatisticsNormalTail } from './normal-tail.ts';
import { npmBlackScholesTail } from './npm-black-scholes-tail.ts';
import { npmFinancialIrr } from './npm-financial-irr.ts';
import { npmImpliedVolatilityCents } from './npm-implied-volatility-cents.ts';
import { npmXirrLoss } from './npm-xirr-loss.ts';
import { optionlabChanceOfProfit } from './optionlab-chance-of-profit.ts';
import { quantlibImpliedStdDev } from './quantlib-implied-std-dev.ts';
import { quantlibLiRs } from './quantlib-li-rs.ts';
import { quantlibQdFpBelowIntrinsic } from './quantlib-qdfp-below-intrinsic.ts';
import { quantstatsRollingSharpe } from './quantstats-rolling-sharpe.ts';
import { stdlibNormalQuantile } from './stdlib-normal-quantile.ts';
import { taLibStdDevCancellation } from './ta-lib-std-dev-cancellation.ts';
import { technicalindicatorsRsiRounding } from './technicalindicators-rsi-rounding.ts';

/** Every question kept: pricing first, then series, returns, positions, and what is still to come. */
export const KNOWN_WRONG: readonly KnownWrong[] = [
  npmBlackScholesTail,
  npmImpliedVolatilityCents,
  quantlibImpliedStdDev,
  quantlibLiRs,
  quantlibQdFpBelowIntrinsic,
  nautilusDaysToExpiry,
  simpleStatisticsNormalTail,
  jstatNormalTail,
  mathjsNormalTail,
  stdlibNormalQuantile,
  technicalindicatorsRsiRounding,
  taLibStdDevCancellation,
  excelXirr,
  npmXirrLoss,
  npmFinancialIrr,
  optionlabChanceOfProfit,
  quantstatsRollingSharpe,
  jesseShuffledTrades,
  leanCondorMargin,
  leanSpxSettlement,
  leanThirdFridaySpxw,
  ...LATER,
];
