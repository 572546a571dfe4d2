import { PreconditionError } from '../core/errors.ts';
import { gaussLegendre } from '../quant/gauss-legendre.ts';
import { type AveragedVariance, averagedVariance, expectedVariance } from './averaged-variance.ts';
import type { FactorState, TwoFactorModel } from './two-factor.ts';

/** Ends of the panels, days: narrow where the fast factor still decays. */
const PANEL_ENDS = [0, 3, 10, 25, 50, 100, 190, 365, 730, 1095] as const;
const PANELS = PANEL_ENDS.length - 1;
/** Nodes per panel: the forward variance of a panel is the quartic through five of them. */
const ORDER = 5;
const DAYS_PER_YEAR = 365;

/** What every variance curve of one model shares. */
export interface VarianceCurves {
  readonly ahead: AveragedVariance;
  /** Antiderivatives of the Lagrange basis of the five nodes on [-1, 1]: coefficient of t^(p+1) of basis j at j * ORDER + p. */
  readonly basis: Float64Array;
}

/** Coefficients of the Lagrange polynomial that is 1 at node j and 0 at the others, lowest power first. */
function lagrangeBasis(nodes: Float64Array, j: number): Float64Array {
  let coefficients = Float64Array.of(1);
  nodes.forEach((node, m) => {
    if (m === j) return;
    const scale = 1 / ((nodes[j] ?? 0) - node);
    const next = new Float64Array(coefficients.length + 1);
    coefficients.forEach((c, p) => {
      next[p] = (next[p] ?? 0) - c * node * scale;
      next[p + 1] = (next[p + 1] ?? 0) + c * scale;
    });
    coefficients = next;
  });
  return coefficients;
}

/** Works out, once per model, what the variance curve of any state needs. */
export function varianceCurves(model: TwoFactorModel): VarianceCurves {
  const { nodes } = gaussLegendre(ORDER);
  const times = new Float64Array(PANELS * ORDER);
  for (let panel = 0; panel < PANELS; panel++) {
    const [from, to] = [PANEL_ENDS[panel] ?? 0, PANEL_ENDS[panel + 1] ?? 0];
    nodes.forEach((node, j) => {
      times[panel * ORDER + j] = (from + ((to - from) * (1 + node)) / 2) / DAYS_PER_YEAR;
    });
  }
  const basis = new Float64Array(ORDER * ORDER);
  for (let j = 0; j < ORDER; j++)
    lagrangeBasis(nodes, j).forEach((c, p) => {
      basis[j * ORDER + p] = c / (p + 1);
    });
  return { ahead: averagedVariance(model, times), basis };
}

/** Total expected variance from now to any time ahead, for one state. */
export interface VarianceCurve {
  /** At each panel's start: total variance so far. */
  readonly before: Float64Array;
  /** Per panel, the antiderivative of forward variance in t on [-1, 1], lowest power (t^1) first. */
  readonly powers: Float64Array;
}

/** The variance curve of a state: some 45 table look-ups. */
export function varianceCurve({ ahead, basis }: VarianceCurves, { x, y }: FactorState): VarianceCurve {
  const before = new Float64Array(PANELS + 1);
  const powers = new Float64Array(PANELS * ORDER);
  for (let panel = 0; panel < PANELS; panel++) {
    for (let j = 0; j < ORDER; j++) {
      const forward = expectedVariance(ahead, panel * ORDER + j, x, y);
      for (let p = 0; p < ORDER; p++) {
        const at = panel * ORDER + p;
        powers[at] = (powers[at] ?? 0) + forward * (basis[j * ORDER + p] ?? 0);
      }
    }
    const half = ((PANEL_ENDS[panel + 1] ?? 0) - (PANEL_ENDS[panel] ?? 0)) / (2 * DAYS_PER_YEAR);
    before[panel + 1] =
      (before[panel] ?? 0) + half * (antiderivative(powers, panel, 1) - antiderivative(powers, panel, -1));
  }
  return { before, powers };
}

function antiderivative(powers: Float64Array, panel: number, t: number): number {
  let sum = 0;
  for (let p = ORDER - 1; p >= 0; p--) sum = (sum + (powers[panel * ORDER + p] ?? 0)) * t;
  return sum;
}

/** Longest time ahead the curve is known for, years. */
export const LONGEST_YEARS = (PANEL_ENDS[PANELS] ?? 0) / DAYS_PER_YEAR;

/**
 * Total expected variance over the next `years`: integral of E[v], not annualised.
 *
 * @throws PreconditionError for a time that is negative or beyond three years
 */
export function totalVarianceTo({ before, powers }: VarianceCurve, years: number): number {
  if (!(years >= 0 && years <= LONGEST_YEARS))
    throw new PreconditionError('years', `must be in [0, ${LONGEST_YEARS}]`, years);
  const days = years * DAYS_PER_YEAR;
  let panel = 0;
  while (panel < PANELS - 1 && days > (PANEL_ENDS[panel + 1] ?? 0)) panel++;
  const [from, to] = [PANEL_ENDS[panel] ?? 0, PANEL_ENDS[panel + 1] ?? 0];
  const t = (2 * (days - from)) / (to - from) - 1;
  const half = (to - from) / (2 * DAYS_PER_YEAR);
  return (before[panel] ?? 0) + half * (antiderivative(powers, panel, t) - antiderivative(powers, panel, -1));
}
