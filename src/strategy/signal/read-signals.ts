import type { SignalContext } from './context.ts';
import { vixMacdDivergence } from './s01-vix-macd-divergence.ts';
import { spxRsi } from './s02-spx-rsi.ts';
import { vixRsi } from './s03-vix-rsi.ts';
import { curveRsi } from './s04-curve-rsi.ts';
import { contango } from './s05-contango.ts';
import { variancePremium } from './s06-variance-premium.ts';
import { breadthDivergence } from './s07-breadth-divergence.ts';
import { valuationBreadth } from './s08-valuation-breadth.ts';
import { inflationSurprise } from './s09-inflation-surprise.ts';
import { rateDifferential } from './s10-rate-differential.ts';
import { reerVolatility } from './s11-reer-volatility.ts';
import { gdpGrowth } from './s12-gdp-growth.ts';
import { bankLiquidity } from './s13-bank-liquidity.ts';
import { reitRelative } from './s14-reit-relative.ts';
import { highBetaRelative } from './s15-high-beta-relative.ts';
import { spyLiquidity } from './s16-spy-liquidity.ts';
import { researchWatch } from './s17-research-watch.ts';
import type { Reading } from './signal.ts';

const SIGNALS: readonly ((context: SignalContext) => Reading)[] = [
  vixMacdDivergence,
  spxRsi,
  vixRsi,
  curveRsi,
  contango,
  variancePremium,
  breadthDivergence,
  valuationBreadth,
  inflationSurprise,
  rateDifferential,
  reerVolatility,
  gdpGrowth,
  bankLiquidity,
  reitRelative,
  highBetaRelative,
  spyLiquidity,
  researchWatch,
];

/**
 * Every signal of the session, S01 to S17, present or absent with its reason.
 *
 * Keys of `inputs` other rules rely on (`signalInput`): S02 rsiSpx; S03 rsiVix; S04 dRsi, rsiCm30; S05 c1, vixToVix3m,
 * cm30, cm60; S06 vix, rv20, vrp, vix9d, edr; S07 adDivergence (1 or 0); S11 reerVolPct; S14 r60VnqSpy;
 * S15 r60SphbSpy. RSIs and percentiles run 0 to 100, c1 and the r60 differences are decimals, vix, rv20, vix9d and the
 * cm values vol points, vrp vol points squared, edr percent of the index.
 */
export const readSignals = (context: SignalContext): readonly Reading[] =>
  SIGNALS.map((read) => read(context));
