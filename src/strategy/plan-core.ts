import { z } from 'zod';
import { dte, real, share, whole } from './plan-field.ts';

/** One tenor of the condor ladder (R-C1) with what depends on the tenor. */
const rung = z.strictObject({
  targetDte: dte(),
  minDte: dte(),
  maxDte: dte(),
  /** Share of the forward. */
  wingWidth: share(0.0005, 0.1),
  /** Days ahead R-C5 projects. */
  projectionDays: whole(1, 60),
  /** R-X1: closed at this many days or fewer ... */
  timeExitDte: dte(),
  /** ... unless the index is this many expected moves from both shorts; absent means always closed. */
  holdBeyond: real(0, 5).optional(),
});

const distance = z.strictObject({
  kBase: real(0.5, 3),
  rsiSpxHigh: real(50, 100),
  rsiSpxLow: real(0, 50),
  rsiSpxAdd: real(0, 1),
  rsiVixHigh: real(50, 100),
  rsiVixAdd: real(0, 1),
  reerHighAdd: real(0, 1),
  reerLowCalmCut: real(0, 1),
  reerLowPercentile: real(0, 100),
  reerHighPercentile: real(0, 100),
  /** Clamp while REER volatility is low. */
  reerLowMin: real(0.5, 3),
  reerLowMax: real(0.5, 3),
  /** Clamp otherwise. */
  otherMin: real(0.5, 3),
  otherMax: real(0.5, 3),
  skewTilt: share(0, 0.5),
  skewClip: real(0, 5),
  skewMinObservations: whole(1, 1000),
  edrMultiplier: real(0.5, 2),
  edrVix9dWeight: share(),
  edrHv20Weight: share(),
  shortDatedMaxDte: dte(),
  shortDatedMinEdr: real(0, 5),
});

const press = z.strictObject({
  preset: z.enum(['standard', 'bigtop-strict']),
  minContango: real(-0.5, 0.5),
  minScore: real(0, 100),
  /** Percent of the index per day, exclusive. */
  maxEdr: real(0, 10),
  bigtop: z.strictObject({
    smaSessions: whole(2, 500),
    minIvPremium: share(),
    minContango: real(-0.5, 0.5),
    minRsiSpx: real(0, 100),
  }),
});

/** The condor ladder: R-C1 to R-C5, R-W1, R-P1, R-X1, R-R1 (methodology 3.5 as amended by 3.0). */
export const coreSchema = z.strictObject({
  minScore: real(0, 100),
  maxOpenPerRung: whole(1, 10),
  maxOpenPerExpiration: whole(1, 10),
  maxNewPerDay: whole(1, 10),
  minWing: real(0, 500),
  rungs: z.array(rung).min(1).max(10),
  distance,
  widening: z.strictObject({ widthFactor: real(1, 3), moveShorts: z.boolean(), lengthenWings: z.boolean() }),
  credit: z.strictObject({ floorFactor: real(0, 2), minCreditToCosts: real(1, 100) }),
  breakEven: z.strictObject({
    minDistance: real(0, 5),
    projectedMinDistance: real(0, 5),
    adverseMove: real(0, 3),
    volShock: real(0, 2),
  }),
  press,
  exits: z.strictObject({
    takeProfit: share(0.05, 1),
    lossMultiple: real(1, 100),
    maxShortDelta: share(),
    stressCloseDte: dte(),
    stressKeepDelta: share(),
  }),
  roll: z.strictObject({
    /** Distance of the index to a short strike, in remaining expected moves, exclusive. */
    testedDistance: real(0, 3),
    minEdr: real(0, 10),
    minVix: real(0, 100),
    targetDte: dte(),
    minNetCredit: real(-10, 100),
    maxPerLineage: whole(0, 20),
  }),
  oneDte: z.strictObject({
    conservativeCredit: real(0, 20),
    balancedCredit: real(0, 20),
    aggressiveCredit: real(0, 20),
  }),
});

export type CorePlan = z.infer<typeof coreSchema>;
export type RungRules = CorePlan['rungs'][number];
