import { join } from 'node:path';
import { closest } from '../core/closest.ts';
import type { Problem } from '../core/problem.ts';
import { fail, ok, type Result } from '../core/result.ts';
import { parsePlan, planHash, type TradingPlan } from '../strategy/trading-plan.ts';
import { readText } from './read-text.ts';

/** The plans that come with the package. */
export const BUILT_IN_PLANS = ['steward', 'promoter'] as const;
type BuiltInPlan = (typeof BUILT_IN_PLANS)[number];

/** `plans/` of the package: two folders up, from `src/app` in the checkout as from `dist/app` when installed. */
const PLANS = join(import.meta.dirname, '..', '..', 'plans');

export interface LoadedPlan {
  readonly plan: TradingPlan;
  /** SHA-256 of its canonical JSON. */
  readonly hash: string;
  /** The file it was read from. */
  readonly file: string;
}

const isBuiltIn = (name: string): name is BuiltInPlan => BUILT_IN_PLANS.some((known) => known === name);

/** A name that was meant for a built-in plan gets that as its fix. */
function notFound(problem: Problem, given: string): Problem {
  const meant = closest(given, BUILT_IN_PLANS);
  const known = BUILT_IN_PLANS.join(', ');
  return {
    ...problem,
    fix: meant === undefined ? `give a path, or one of ${known}` : `write ${meant}, or check the path`,
  };
}

/**
 * Loads a plan by the name of a built-in one or by path; a file that is called like a built-in is reached as `./steward`.
 *
 * @returns every problem of the file, located
 */
export function loadPlan(nameOrPath: string): Result<LoadedPlan, readonly Problem[]> {
  const file = isBuiltIn(nameOrPath) ? join(PLANS, `${nameOrPath}.toml`) : nameOrPath;
  const text = readText(file, 'usage');
  if (!text.ok)
    return fail([text.failure.what === 'does not exist' ? notFound(text.failure, nameOrPath) : text.failure]);
  const plan = parsePlan(text.value, file);
  return plan.ok ? ok({ plan: plan.value, hash: planHash(plan.value), file }) : plan;
}
