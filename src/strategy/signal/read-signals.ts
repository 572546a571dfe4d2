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

/** Every signal of the session, S01 to S17, present or absent with its reason. */
export const readSignals = (context: SignalContext): readonly Reading[] =>
  SIGNALS.map((read) => read(context));
