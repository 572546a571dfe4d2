import { z } from 'zod';
import { coreSchema } from './plan-core.ts';
import { eventsSchema, executionSchema } from './plan-execution.ts';
import { hedgeSchema } from './plan-hedge.ts';
import { regimeSchema } from './plan-regime.ts';
import { compoundingSchema, secondEngineSchema } from './plan-second-engine.ts';
import { signalsSchema } from './plan-signals.ts';
import { sizingSchema } from './plan-sizing.ts';
import { riskSchema, stressSchema } from './plan-stress.ts';

const SEMVER = /^\d+\.\d+\.\d+$/;

/** Keys of the TOML file as they stand: nothing is renamed, nothing has a default. */
export const planSchema = z.strictObject({
  plan: z.strictObject({
    name: z.string().min(1).max(60),
    version: z.string().regex(SEMVER, 'must be a version like 1.1.0'),
    profile: z.enum(['steward', 'promoter']),
  }),
  signals: signalsSchema,
  regime: regimeSchema,
  core: coreSchema,
  sizing: sizingSchema,
  hedge: hedgeSchema,
  stress: stressSchema,
  risk: riskSchema,
  execution: executionSchema,
  events: eventsSchema,
  secondEngine: secondEngineSchema,
  compounding: compoundingSchema,
});
