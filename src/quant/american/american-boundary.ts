import { type Accuracy, type Scheme, schemeOf, schemesFor } from './accuracy.ts';
import { type BoundaryCurve, logBoundary, logBoundaryByRow } from './boundary-curve.ts';
import { depthNearExpiry, logPerpetual, logStart } from './boundary-limits.ts';
import { effectiveExpiry } from './effective-expiry.ts';
import { type EuropeanPut, europeanPut } from './european-put.ts';
import { type ExercisePoints, exercisePoints } from './exercise-points.ts';
import { exerciseCeiling, exerciseRegime } from './exercise-regime.ts';
import { meetingBoundaries } from './meeting-boundaries.ts';
import { solveBoundary } from './solve-boundary.ts';
import { checkTerms, type ExerciseTerms, type UnitPut, unitPut } from './unit-put.ts';

export interface BoundaryInputs extends ExerciseTerms {
  /** `accurate` if absent: about a ten-millionth of the strike. */
  readonly accuracy?: Accuracy;
}

/** A boundary of the exercise region and, on the quadrature of the premium, what depends on it. */
export interface ExerciseEdge {
  readonly curve: BoundaryCurve;
  readonly points: ExercisePoints;
}

/**
 * All that early exercise depends on besides spot and strike, solved once and shared by every strike of an expiration:
 * with it a premium costs an integral over known numbers.
 */
export interface AmericanBoundary {
  readonly terms: ExerciseTerms;
  /** What was solved: the option as a put struck at 1, its time cut where the rest is worth nothing. */
  readonly put: UnitPut;
  /** Of that put, over that time. */
  readonly european: EuropeanPut;
  /** The put is exercised below this; undefined if early exercise never pays. */
  readonly upper: ExerciseEdge | undefined;
  /** And above this, where there are two boundaries. */
  readonly lower: ExerciseEdge | undefined;
  /** Years of time left beyond which nothing is exercised, where two boundaries meet; Infinity otherwise. */
  readonly meeting: number;
  /** The put is exercised now for ln(S/K) in [from, to]; nowhere if from > to. */
  readonly now: { readonly from: number; readonly to: number };
  /** False where no grid would do and the boundary is a rough one, good to some 1e-3 of the strike. */
  readonly isSolved: boolean;
}

/** Of the strike: what early exercise cannot add is not sought. */
const WORTHLESS = 1e-16;
/** A total standard deviation below this is none: its worth is less than 4e-11 of the strike. */
export const NO_DEVIATION = 1e-10;
const NOWHERE = { from: Number.POSITIVE_INFINITY, to: Number.NEGATIVE_INFINITY };

/**
 * The early-exercise boundary of an American option with a continuous yield, at every time to expiry.
 *
 * Spectral collocation after Andersen, Lake and Offengenden, with three changes: Newton's method with the whole Jacobian
 * in place of fixed-point iteration, so that it converges wherever a boundary exists; a quadrature in which both ends of
 * the time integral are smooth; and a boundary interpolated by rows worked out once for all options.
 *
 * @throws PreconditionError if vol or expiry is < 0, or anything is not finite
 * @see Andersen, Lake and Offengenden (2016), High-performance American option pricing, J. Comp. Finance 20(1), 39-87
 */
export function americanBoundary(inputs: BoundaryInputs): AmericanBoundary {
  checkTerms(inputs);
  const { right, vol, expiry, rate, accuracy = 'accurate' } = inputs;
  const terms = { right, vol, expiry, rate, yield: inputs.yield };
  return boundaryBySchemes(terms, schemesFor(accuracy, unitPut(terms)));
}

/** The same by given schemes, the first that succeeds; so that two boundaries can differ in their terms alone. */
export function boundaryBySchemes(terms: ExerciseTerms, schemes: readonly Scheme[]): AmericanBoundary {
  const whole = withoutTraceRate(unitPut(terms));
  const regime = exerciseRegime(whole);
  const hasDeviation = whole.sigma * Math.sqrt(whole.T) >= NO_DEVIATION;
  if (regime === 'never' || !hasDeviation || exerciseCeiling(whole) < WORTHLESS)
    return withoutBoundary(terms, whole, true);
  return regime === 'between'
    ? withTwo(terms, whole, schemes)
    : withOne(terms, { ...whole, T: effectiveExpiry(whole) }, schemes);
}

/** Of a negative yield: a rate smaller than this is none. Less than 0, it would put a lower boundary where no spot goes. */
const TRACE = 1e-12;

const withoutTraceRate = (put: UnitPut): UnitPut =>
  put.q < 0 && Math.abs(put.r) < -TRACE * put.q ? { ...put, r: 0 } : put;

function withoutBoundary(terms: ExerciseTerms, put: UnitPut, isSolved: boolean): AmericanBoundary {
  return {
    terms,
    put,
    european: europeanPut(put),
    upper: undefined,
    lower: undefined,
    meeting: Number.POSITIVE_INFINITY,
    now: NOWHERE,
    isSolved,
  };
}

function withOne(terms: ExerciseTerms, put: UnitPut, schemes: readonly Scheme[]): AmericanBoundary {
  const start = logStart(put);
  for (const scheme of schemes) {
    const problem = { put, side: 1, start, offset: -start, grid: scheme.grid } as const;
    const curve = solveBoundary(problem, scheme.tolerance);
    if (curve !== undefined) return withCurve(terms, put, curve, scheme, true);
  }
  const scheme = schemeOf('accurate');
  return withCurve(terms, put, roughCurve(put, scheme), scheme, false);
}

function withCurve(
  terms: ExerciseTerms,
  put: UnitPut,
  curve: BoundaryCurve,
  { premium, premiumRows }: Scheme,
  isSolved: boolean,
): AmericanBoundary {
  const size = curve.depth.length;
  return {
    ...withoutBoundary(terms, put, isSolved),
    upper: {
      curve,
      points: exercisePoints(put, put.T, premium, (k) => logBoundaryByRow(curve, premiumRows, k * size)),
    },
    now: { from: Number.NEGATIVE_INFINITY, to: curve.start - (curve.depth[0] as number) },
  };
}

/** The lesser of the two limits a boundary lies above: its course near expiry, and the perpetual one. */
function roughCurve(put: UnitPut, { grid: { root } }: Scheme): BoundaryCurve {
  const start = logStart(put);
  const deepest = start - logPerpetual(put);
  const depth = root.map((x) => Math.min(depthNearExpiry(put, put.T * x * x), deepest));
  return { side: 1, start, offset: -start, span: put.T, root, depth };
}

function withTwo(terms: ExerciseTerms, put: UnitPut, schemes: readonly Scheme[]): AmericanBoundary {
  for (const { grid, tolerance, premium } of schemes) {
    const pair = meetingBoundaries(put, grid, tolerance);
    if (pair === undefined) continue;
    const { meeting, upper, lower } = pair;
    const edge = (curve: BoundaryCurve): ExerciseEdge => {
      const logAt = (k: number): number => logBoundary(curve, meeting * (premium.restRoot[k] as number) ** 2);
      return { curve, points: exercisePoints(put, meeting, premium, logAt) };
    };
    return {
      ...withoutBoundary(terms, put, true),
      upper: edge(upper),
      lower: edge(lower),
      meeting: meeting < put.T ? meeting : Number.POSITIVE_INFINITY,
      now: meeting < put.T ? NOWHERE : { from: logBoundary(lower, put.T), to: logBoundary(upper, put.T) },
    };
  }
  return withoutBoundary(terms, put, false);
}
