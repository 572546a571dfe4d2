import { addAt, type Banded, banded, solveBanded } from './banded-cholesky.ts';
import type { EssviLogs } from './essvi-logs.ts';
import { essviMisfit, linearisedMisfit } from './essvi-misfit.ts';
import { fillRuleSlopes, fillRules, RULES, ruleCount } from './essvi-rules.ts';
import type { SviColumns } from './svi-columns.ts';

/** Where a search stands: the slices, and what each rule is worth (its multiplier). Both change as it goes. */
export interface InteriorState {
  readonly logs: EssviLogs;
  readonly worth: Float64Array;
}

/** What is fitted: half the weighted sum of squared residuals times `unit`. */
export interface InteriorAim {
  readonly slices: readonly SviColumns[];
  readonly unit: number;
}

/** Each step aims at this share of the mean of worth times room, the measure of how far the rules still push. */
const TOWARDS = 0.15;
/** No step takes more than this share of any room or worth. */
const MOST_TAKEN = 0.99;
/** No log moves by more than this in a step. */
const LONGEST = 1;
const MAX_STEPS = 100;
const MAX_CUTS = 25;
/** A misfit this far below 1 is rounding. */
const NEGLIGIBLE = 1e-13;
/** Added to the diagonal: next to nothing, until a step fails. */
const RIDGE = { least: 1e-10, afterBad: 1e-4, tighten: 100, ease: 0.1, most: 1e6 };
/** Logs by which one rule is felt: three of a slice and three of the next. */
const FELT = 6;

export function interiorState(start: EssviLogs): InteriorState {
  const room = new Float64Array(ruleCount(start));
  fillRules(start, room);
  return { logs: start.slice(), worth: room.map((x) => 1 / x) };
}

/** Scratch of one search. */
interface Work {
  readonly matrix: Banded;
  readonly gradient: Float64Array;
  readonly step: Float64Array;
  readonly room: Float64Array;
  readonly slopes: Float64Array;
  readonly worthStep: Float64Array;
  readonly trial: Float64Array;
  readonly trialRoom: Float64Array;
}

function workFor({ logs, worth }: InteriorState): Work {
  const [size, count] = [logs.length, worth.length];
  return {
    matrix: banded(size, FELT - 1),
    gradient: new Float64Array(size),
    step: new Float64Array(size),
    room: new Float64Array(count),
    slopes: new Float64Array(FELT * count),
    worthStep: new Float64Array(count),
    trial: new Float64Array(size),
    trialRoom: new Float64Array(count),
  };
}

/**
 * Least misfit of slices within the rules of `essvi-rules`, by a primal-dual interior-point method: Newton steps (for the
 * misfit those of Gauss and Newton) on the conditions of a minimum, with worth times room held at a level that falls
 * towards 0. Every place it goes to obeys every rule, so wherever it stops the surface is free of arbitrage. Rules join
 * neighbours only, so a step is one banded system, O(slices).
 *
 * @param state  a start strictly within the rules; moved to the minimum
 * @param tolerance  the search stops when the misfit can fall by no more than this share of itself
 * @see Nocedal and Wright (2006), Numerical Optimization, 2nd edition, chapter 19
 */
export function searchInterior(state: InteriorState, aim: InteriorAim, tolerance: number): void {
  const { logs, worth } = state;
  const work = workFor(state);
  fillRules(logs, work.room);
  let misfit = essviMisfit(logs, aim.slices, aim.unit);
  let ridge = RIDGE.least;
  for (let done = 0; done < MAX_STEPS && ridge < RIDGE.most; done++) {
    const gap = dot(worth, work.room);
    const level = (TOWARDS * gap) / worth.length;
    const moved = solveStep(work, state, aim, level, ridge)
      ? move(work, logs, aim, misfit, level)
      : undefined;
    if (moved === undefined) {
      ridge = Math.max(ridge * RIDGE.tighten, RIDGE.afterBad);
      continue;
    }
    moveWorth(work, worth);
    logs.set(work.trial);
    work.room.set(work.trialRoom);
    const fall = misfit - moved.misfit;
    misfit = moved.misfit;
    ridge = Math.max(ridge * RIDGE.ease, RIDGE.least);
    const isSmall = Math.abs(fall) <= tolerance * misfit || moved.length < 1e-4;
    if (gap <= tolerance * misfit + NEGLIGIBLE && isSmall) return;
  }
}

/** Fills the Newton system of one step and solves it for `work.step` and `work.worthStep`. */
function solveStep(
  work: Work,
  { logs, worth }: InteriorState,
  { slices, unit }: InteriorAim,
  level: number,
  ridge: number,
): boolean {
  const { matrix, gradient, step, room, slopes, worthStep } = work;
  matrix.entries.fill(0);
  linearisedMisfit(logs, slices, unit, gradient, matrix);
  for (let v = 0; v < step.length; v++) {
    step[v] = -(gradient[v] as number);
    addAt(matrix, v, v, ridge);
  }
  fillRuleSlopes(logs, slopes);
  for (let j = 0; j < worth.length; j++) {
    const from = 3 * Math.floor(j / RULES);
    const pull = level / (room[j] as number);
    const stiffness = (worth[j] as number) / (room[j] as number);
    for (let p = 0; p < FELT && from + p < step.length; p++) {
      const slope = slopes[FELT * j + p] as number;
      if (slope === 0) continue;
      (step[from + p] as number) += pull * slope;
      for (let q = 0; q <= p; q++)
        addAt(matrix, from + p, from + q, stiffness * slope * (slopes[FELT * j + q] as number));
    }
  }
  if (!solveBanded(matrix, step)) return false;
  for (let j = 0; j < worth.length; j++) {
    const from = 3 * Math.floor(j / RULES);
    let change = 0;
    for (let p = 0; p < FELT && from + p < step.length; p++)
      change += (slopes[FELT * j + p] as number) * (step[from + p] as number);
    worthStep[j] = (level - (worth[j] as number) * change) / (room[j] as number) - (worth[j] as number);
  }
  return true;
}

/**
 * Goes along the step as far as the rules allow and the misfit with its barrier, misfit - level sum ln room, does not rise.
 *
 * @returns undefined if not even a small part of it will do; else the misfit there, with the place in `work.trial`
 */
function move(
  { step, room, trial, trialRoom }: Work,
  logs: EssviLogs,
  { slices, unit }: InteriorAim,
  misfit: number,
  level: number,
): { readonly misfit: number; readonly length: number } | undefined {
  const longest = step.reduce((most, x) => Math.max(most, Math.abs(x)), 0);
  const before = misfit - level * sumOfLogs(room);
  const allowed = before + 1e-10 * Math.abs(before);
  let share = Math.min(1, LONGEST / longest);
  for (let cut = 0; cut < MAX_CUTS; cut++) {
    for (let v = 0; v < logs.length; v++) trial[v] = (logs[v] as number) + share * (step[v] as number);
    const isWithin =
      fillRules(trial, trialRoom) && trialRoom.every((x, j) => x >= (1 - MOST_TAKEN) * (room[j] as number));
    if (isWithin) {
      const there = essviMisfit(trial, slices, unit);
      if (there - level * sumOfLogs(trialRoom) <= allowed) return { misfit: there, length: share * longest };
    }
    share *= isWithin ? 0.5 : 0.7;
  }
  return undefined;
}

function moveWorth({ worthStep }: Work, worth: Float64Array): void {
  let share = 1;
  for (let j = 0; j < worth.length; j++) {
    const change = worthStep[j] as number;
    if (change < 0) share = Math.min(share, (-MOST_TAKEN * (worth[j] as number)) / change);
  }
  for (let j = 0; j < worth.length; j++) (worth[j] as number) += share * (worthStep[j] as number);
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number);
  return sum;
}

function sumOfLogs(x: Float64Array): number {
  let sum = 0;
  for (const value of x) sum += Math.log(value);
  return sum;
}
