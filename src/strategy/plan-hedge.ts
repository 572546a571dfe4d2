import { z } from 'zod';
import { dte, real, share, whole } from './plan-field.ts';

const layer = z.strictObject({
  targetDte: dte(),
  minDte: dte(),
  maxDte: dte(),
  /** When nothing is listed inside the window, take the longest listed. */
  orLongestListed: z.boolean(),
  /** Contracts per unit. */
  contracts: whole(1, 100),
  /** R-H1: rolled at this many days or fewer. */
  rollDte: dte(),
  /** Target share of ladder value for the no-trade band. */
  bandWeight: share(),
});

const depth = z.strictObject({
  min: real(0, 3),
  max: real(0, 3),
  breadthAdd: real(0, 1),
  windowAdd: real(0, 1),
  windowMinDRsi: real(-100, 100),
  windowMaxVix: real(0, 100),
  flowAdd: real(0, 1),
  flowReturn: real(-1, 1),
  overboughtCut: real(0, 1),
  overboughtRsi: real(0, 100),
});

/** R-H3 as amended by E17: each slice once per lot. */
const monetise = z.strictObject({
  firstMultiple: real(1, 100),
  firstVix: real(5, 150),
  secondMultiple: real(1, 100),
  secondVix: real(5, 150),
  /** A VIX crossing sells only lots that mark at least this multiple of cost. */
  vixMinMultiple: real(0, 100),
  sellShare: share(0.01, 1),
  recycleShare: share(),
  recycleMaxVix: real(5, 150),
});

/** R-H4 as amended by E13; the cap is min(navCap x NAV, coreShareCap x average core max loss). */
const budget = z.strictObject({
  navCap: share(0, 0.2),
  coreShareCap: share(),
  sessions: whole(20, 2520),
  deltaStep: share(0, 0.5),
  lengthenShare: share(),
  depthStep: real(0, 1),
  stepsPerMonth: whole(0, 31),
});

const irr = z.strictObject({
  maxHorizonDays: whole(1, 365),
  lookbackYears: whole(1, 50),
  windowDays: whole(1, 365),
  floorS2: share(),
  floorS3: share(),
});

const thickening = z.strictObject({
  rungDte: dte(),
  minDte: dte(),
  maxDte: dte(),
  /** Long puts per short put of the rung. */
  ratio: share(0.01, 1),
  /** Share of the rung's max loss. */
  maxDebit: share(),
  vixFrontShare: share(),
  vixFrontStrikeGap: real(0, 100),
});

/** VIX option vols where none are quoted (E12): ATM = VVIX x factor; IV(K) = ATM (1 + slope ln(K/F)/sqrt(T)). */
const volOfVol = z.strictObject({
  days: z.tuple([whole(1, 1000), whole(1, 1000), whole(1, 1000)]),
  factors: z.tuple([real(0.1, 3), real(0.1, 3), real(0.1, 3)]),
  skewSlope: real(-2, 5),
  minRatio: real(0.1, 1),
  maxRatio: real(1, 10),
});

/** The layered VIX hedge (methodology 3.6 and the band of 3.8, as amended by 3.0). */
export const hedgeSchema = z.strictObject({
  delta: share(0.01, 0.99),
  coverageTarget: real(0, 2),
  /** Sizing stress is at least this share of the core cap, so a hedge exists when the core is flat. */
  minCoreShare: share(),
  minL1Contracts: whole(0, 100),
  /** Rounding that lifts coverage above this multiple of the target turns calls into call spreads. */
  maxCoverageOvershoot: real(1, 10),
  spreadWidth: real(0.5, 100),
  layers: z.strictObject({ L1: layer, L2: layer, L3: layer }),
  depth,
  events: z.strictObject({
    lookaheadSessions: whole(0, 60),
    maxL1Dte: dte(),
    rollSessionsBefore: whole(0, 60),
    noPurchaseSessionsBefore: whole(0, 60),
  }),
  monetise,
  budget,
  irr,
  thickening,
  rebalance: z.strictObject({
    band: share(),
    riskAversion: real(0, 100),
    layerVol: real(0, 10),
    horizonSessions: whole(1, 252),
  }),
  volOfVol,
});

export type LayerRules = z.infer<typeof layer>;
