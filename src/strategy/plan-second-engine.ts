import { z } from 'zod';
import { dte, real, share, whole } from './plan-field.ts';

/** Gated leverage matched by a VIX call-spread package (methodology 3.7.5 as amended by E7, E10, E20). */
export const secondEngineSchema = z.strictObject({
  variant: z.enum(['long-convexity', 'carry', 'none']),
  maxLambda: real(1, 5),
  regimes: z.array(z.enum(['CALM', 'NORMAL', 'ELEVATED', 'STRESS', 'RECOVERY'])).max(5),
  gate: z.strictObject({
    minContango: real(-0.5, 0.5),
    contangoCloses: whole(1, 60),
    minBankLiquidity: real(-1, 1),
    maxHighBetaLead: real(-1, 1),
    maxDRsi: real(-100, 100),
    dRsiSessions: whole(1, 60),
    missingLegs: z.enum(['ignore', 'strict']),
    closeAfter: whole(1, 60),
    minHoldSessions: whole(0, 252),
    maxDvolPercentile: real(0, 100),
  }),
  scale: z.strictObject({
    fairValueFrom: real(0, 5),
    fairValueSpan: real(0.001, 5),
    scoreFrom: real(0, 100),
    scoreSpan: real(0.1, 100),
    medianYears: whole(1, 50),
    minMedianYears: whole(1, 50),
    minRateLessGrowth: real(0, 0.2),
    longGrowth: real(-0.05, 0.15),
    shortGrowth: real(-0.1, 0.3),
    halfLifeYears: real(0.1, 50),
  }),
  overlay: z.strictObject({
    minDte: dte(),
    maxDte: dte(),
    longDelta: share(),
    shortDelta: share(),
    minCover: real(0, 5),
    maxThetaShare: real(0, 5),
  }),
});

/** Split of the month's realised net gain (methodology 3.10). */
export const compoundingSchema = z.strictObject({ core: share(), reserve: share(), hedge: share() });
