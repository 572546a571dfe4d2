import { z } from 'zod';
import { real, share, whole } from './plan-field.ts';

/** Caps, hurdle, density and Kelly fraction (methodology 3.3, 3.7 as amended by E2, E3, E10, E11). */
export const sizingSchema = z.strictObject({
  maxLossPerTrade: share(0.0001, 0.25),
  maxCoreLoss: share(0.0001, 0.5),
  maxMargin: share(0.0001, 1),
  maxStressLoss: share(0.0001, 0.5),
  hurdleAddOn: real(0, 1),
  kelly: share(0.001, 1),
  /** XSP is used when the SPX count before flooring is below this. */
  xspBelow: real(0, 100),
  scoreScale: z.strictObject({ floor: share(), span: share(), fullAt: real(1, 100) }),
  capital: z.strictObject({
    equityRiskPremium: real(0, 0.2),
    betaFloor: real(0, 2),
    betaWindow: whole(20, 2520),
    betaShrink: share(),
    betaShrinkTo: real(0, 2),
    debtRate: real(0, 0.3),
    longTermTax: share(),
    shortTermTax: share(),
    longTermShare: share(),
  }),
  density: z.strictObject({
    impliedFloor: real(0, 2),
    realisedWeight: real(0, 1),
    impliedWeight: real(0, 1),
    rv20Share: share(),
    ewmaLambda: real(0.5, 0.999),
  }),
  hedgeCost: z.strictObject({ seed: real(0, 2), sessions: whole(20, 2520) }),
});
