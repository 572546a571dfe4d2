import { z } from 'zod';
import { real, share, whole } from './plan-field.ts';

/** What one regime allows (methodology 3.4). */
const regimeRules = z.strictObject({
  /** Share of the normal core size; 0 opens nothing. */
  corePermission: share(),
  /** D_regime, the starting point of hedge depth. */
  hedgeDepth: real(0, 2),
  /** `proceeds-only`: a due layer is rolled with at most what its own sale brings; nothing is added. */
  hedgeBuys: z.enum(['free', 'proceeds-only']),
  /** Highest credit tier of the `1dte` variant. */
  tierCap: z.enum(['aggressive', 'balanced', 'conservative', 'none']),
  /** Share of the half-spread a fill is assumed to give up, per leg. */
  slippage: share(),
});

/** Regime borders, hysteresis and permissions (methodology 3.4, resolution 3.0(4)). */
export const regimeSchema = z.strictObject({
  stress: z.strictObject({
    vix: real(10, 100),
    vixToVix3m: real(0.5, 2),
    contango: real(-0.5, 0.2),
    spxMove: real(-0.5, 0),
    spxMoveSessions: whole(1, 60),
  }),
  elevated: z.strictObject({ vix: real(10, 100), vixToVix3m: real(0.5, 2) }),
  calm: z.strictObject({ vix: real(5, 100), contango: real(-0.5, 0.5) }),
  recovery: z.strictObject({
    stressWithinSessions: whole(1, 250),
    vixShareOfMax: share(),
    vixMaxSessions: whole(1, 250),
    vixToVix3m: real(0.5, 2),
    closes: whole(1, 20),
    maxSessions: whole(1, 250),
  }),
  exit: z.strictObject({
    closes: whole(1, 20),
    ratioBuffer: share(0, 0.5),
    contango: real(-0.5, 0.2),
    spxMove: real(-0.5, 0),
  }),
  rules: z.strictObject({
    CALM: regimeRules,
    NORMAL: regimeRules,
    ELEVATED: regimeRules,
    STRESS: regimeRules,
    RECOVERY: regimeRules,
  }),
});
