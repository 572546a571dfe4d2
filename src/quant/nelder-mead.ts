import { PreconditionError } from '../core/errors.ts';

export interface NelderMeadOptions {
  /** Size of the first simplex along each axis; none may be 0. */
  readonly steps: readonly number[];
  /** Stop when the simplex is smaller than this share of `steps` on every axis. */
  readonly sizeTolerance?: number;
  /** Stop when values over the simplex differ by less than this share of the best. */
  readonly valueTolerance?: number;
  readonly maxEvaluations?: number;
}

export interface Minimum {
  readonly at: readonly number[];
  readonly value: number;
  readonly evaluations: number;
}

interface Vertex {
  readonly at: readonly number[];
  readonly value: number;
}

/**
 * Least value of a function by the downhill simplex, without derivatives. Deterministic; finds a local minimum.
 *
 * An infinite value is a wall the simplex turns away from.
 *
 * @throws PreconditionError if `steps` does not match `start`, or holds 0
 * @see Nelder and Mead (1965), Computer Journal 7(4), 308-313, doi 10.1093/comjnl/7.4.308
 * @see Lagarias, Reeds, Wright, Wright (1998), SIAM J. Optim. 9(1), for the order of the tests
 */
export function nelderMead(
  f: (x: readonly number[]) => number,
  start: readonly number[],
  {
    steps,
    sizeTolerance = 1e-8,
    valueTolerance = 1e-10,
    maxEvaluations = 200 * start.length,
  }: NelderMeadOptions,
): Minimum {
  if (steps.length !== start.length || steps.some((step) => step === 0)) {
    throw new PreconditionError('steps', `must hold ${start.length} numbers other than 0`, steps);
  }
  let evaluations = 0;
  const vertexAt = (at: readonly number[]): Vertex => {
    evaluations += 1;
    return { at, value: f(at) };
  };
  let simplex = [
    start,
    ...start.map((_, axis) => start.map((x, i) => (i === axis ? x + (steps[i] ?? 0) : x))),
  ]
    .map(vertexAt)
    .sort(byValue);
  while (evaluations < maxEvaluations && !settled(simplex, steps, sizeTolerance, valueTolerance)) {
    simplex = improved(simplex, vertexAt);
  }
  const [best] = simplex as [Vertex];
  return { ...best, evaluations };
}

const byValue = (a: Vertex, b: Vertex): number => a.value - b.value;

/** One step: reflect the worst vertex, then expand, contract or shrink; the simplex stays sorted, best first. */
function improved(simplex: Vertex[], vertexAt: (at: readonly number[]) => Vertex): Vertex[] {
  const worst = simplex[simplex.length - 1] as Vertex;
  const second = simplex[simplex.length - 2] as Vertex;
  const [best] = simplex as [Vertex];
  const others = simplex.slice(0, -1);
  const centre = best.at.map(
    (_, i) => others.reduce((sum, { at }) => sum + (at[i] as number), 0) / others.length,
  );
  const along = (t: number): Vertex => vertexAt(centre.map((c, i) => c + t * (c - (worst.at[i] as number))));
  const reflected = along(1);
  if (reflected.value < best.value) {
    const expanded = along(2);
    return inserted(others, expanded.value < reflected.value ? expanded : reflected);
  }
  if (reflected.value < second.value) return inserted(others, reflected);
  const contracted = reflected.value < worst.value ? along(0.5) : along(-0.5);
  if (contracted.value < Math.min(reflected.value, worst.value)) return inserted(others, contracted);
  const shrunk = simplex
    .slice(1)
    .map(({ at }) => vertexAt(at.map((x, i) => ((best.at[i] as number) + x) / 2)));
  return [best, ...shrunk].sort(byValue);
}

function inserted(others: readonly Vertex[], vertex: Vertex): Vertex[] {
  const place = others.findIndex(({ value }) => vertex.value < value);
  return place < 0 ? [...others, vertex] : [...others.slice(0, place), vertex, ...others.slice(place)];
}

function settled(
  simplex: readonly Vertex[],
  steps: readonly number[],
  size: number,
  spread: number,
): boolean {
  const [best] = simplex as [Vertex];
  const worst = simplex[simplex.length - 1] as Vertex;
  if (worst.value - best.value <= spread * Math.abs(best.value) && Number.isFinite(worst.value)) return true;
  return steps.every((step, i) =>
    simplex.every(({ at }) => Math.abs((at[i] as number) - (best.at[i] as number)) <= size * Math.abs(step)),
  );
}
