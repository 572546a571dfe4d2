import { z } from 'zod';
import { clockTime, dte, real, share, whole } from './plan-field.ts';

const guard = z.strictObject({ points: real(0, 50), shareOfMid: share(0, 5) });

/** Clock, execution guard, limits and slippage (methodology 3.1, 3.8 as amended by E21). */
export const executionSchema = z.strictObject({
  decisionTime: clockTime(),
  windowStart: clockTime(),
  windowEnd: clockTime(),
  skipOpenMinutes: whole(0, 390),
  skipCloseMinutes: whole(0, 390),
  maxQuoteAgeSeconds: real(0, 86_400),
  /** Widest spread of a short leg: the larger of points and share of mid. */
  shortLeg: guard,
  wingLeg: guard,
  limit: z.strictObject({
    maxConcession: share(),
    ticksPerStep: whole(1, 100),
    stepSeconds: real(1, 3600),
    retries: whole(0, 20),
  }),
  size: z.strictObject({ shareOfDisplayed: share(), openInterestDivisor: real(1, 10_000) }),
  maxEtfPremium: share(0, 0.1),
  /** Points per leg, whatever the half-spread. */
  minSlippage: z.strictObject({ SPX: real(0, 5), XSP: real(0, 5), VIX: real(0, 5) }),
  parity: z.strictObject({
    strikes: whole(1, 100),
    minEdge: real(0, 100),
    costMultiple: real(0, 100),
    maxHalfSpreads: real(0, 100),
  }),
});

/** Sessions relative to the event (0 is its day) on which the core is scaled. */
const blackout = z.strictObject({ from: whole(-20, 20), to: whole(-20, 20), coreScale: share() });

/** Event calendar rules (methodology 3.10, resolution 3.0(5)). */
export const eventsSchema = z.strictObject({
  mode: z.enum(['abstain', 'ignore', 'postOnly']),
  FOMC: blackout,
  CPI: blackout,
  PPI: blackout,
  shortDated: z.strictObject({
    maxDte: dte(),
    sessionsBefore: whole(0, 20),
    action: z.enum(['close', 'keep-if-far']),
    keepDistance: real(0, 10),
  }),
  /** Post-event press: allowed when VIX is at most this share of its value the session before the event. */
  postEventVixShare: share(0, 2),
});
