import type { z } from 'zod';
import { hashOf } from '../core/hash.ts';
import type { Problem } from '../core/problem.ts';
import type { Result } from '../core/result.ts';
import { readToml } from '../core/toml.ts';
import { checkPlan } from './plan-checks.ts';
import { planSchema } from './plan-schema.ts';

type Frozen<T> = T extends readonly unknown[] | object ? { readonly [K in keyof T]: Frozen<T[K]> } : T;

/**
 * The versioned rule set: every number the strategy uses (methodology section 3 with the amendments of 3.0). Rates,
 * vols and shares of NAV are decimals; prices are index points; what each number means stands beside it in plans/*.toml.
 */
export type TradingPlan = Frozen<z.infer<typeof planSchema>>;
export type Profile = TradingPlan['plan']['profile'];

/**
 * @param file  name shown in problems
 * @returns the plan, or every problem found: file, line, field, value, allowed range and fix
 */
export const parsePlan = (text: string, file: string): Result<TradingPlan, readonly Problem[]> =>
  readToml(planSchema.superRefine(checkPlan), text, file);

/** SHA-256 of the plan's canonical JSON: comments and order of keys do not change it. */
export const planHash = (plan: TradingPlan): string => hashOf(plan);
