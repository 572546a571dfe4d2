import { requirePositive } from '../../core/errors.ts';
import { type Random, seededRandom } from '../../core/random.ts';
import { cappedVariance, type FactorState, type TwoFactorModel } from '../two-factor.ts';

/**
 * Functionals of factor paths up to one maturity, from one starting state; one entry per path.
 *
 *     i = integral of v dt,   mx = integral of sqrt(v) dWx,   my = integral of sqrt(v) dWy
 *
 * They do not depend on the correlations or the jumps, so one simulation serves every choice of those.
 */
export interface PathFunctionals {
  readonly i: Float64Array;
  readonly mx: Float64Array;
  readonly my: Float64Array;
}

export interface PathRequest {
  readonly model: TwoFactorModel;
  readonly states: readonly FactorState[];
  /** Calendar days, ascending. */
  readonly maturities: readonly number[];
  /** Independent paths; each is run with its mirror image. */
  readonly pairs: number;
  /** Integer. Each block of paths has a stream of its own, so neither states nor later maturities change a path. */
  readonly seed: number;
  /** Time steps this many times finer than usual. */
  readonly refine?: number;
}

/** Receives the functionals of one block of paths whenever a maturity is reached. The columns are reused afterwards. */
export type PathVisitor = (state: number, maturity: number, paths: PathFunctionals) => void;

const DAYS_PER_YEAR = 365;
/** Pairs simulated together: their columns for ten states stay in the second cache. */
const BLOCK = 128;

/** Usual step at a time ahead, days: quarter days to ten days, half to 60, whole to 180, two beyond. */
const usualStep = (day: number): number => (day < 10 ? 0.25 : day < 60 ? 0.5 : day < 180 ? 1 : 2);

/** Ends of the time steps, days, every maturity among them. */
function timeGrid(maturities: readonly number[], refine: number): number[] {
  const ends: number[] = [];
  let day = 0;
  for (const maturity of maturities) {
    while (day < maturity - 1e-9) {
      day = Math.min(day + usualStep(day) / refine, maturity);
      ends.push(day);
    }
  }
  return ends;
}

/** Exact joint law of a Brownian increment and the noise it adds to an OU factor over `dt` years. */
function incrementLaw(k: number, dt: number) {
  // Cov(dW, noise) = sqrt(2k) (1 - e^{-k dt}) / k, Var(noise) = 1 - e^{-2k dt}
  const slope = (Math.sqrt(2 * k) * -Math.expm1(-k * dt)) / (k * dt);
  const own = Math.sqrt(Math.max(-Math.expm1(-2 * k * dt) - slope * slope * dt, 0));
  return { decay: Math.exp(-k * dt), sdW: Math.sqrt(dt), slope, own };
}

/** Standard normals in pairs (Box and Muller 1958), both of each pair used. */
function fillNormals(random: Random, column: Float64Array): void {
  for (let i = 0; i < column.length; i += 2) {
    const radius = Math.sqrt(-2 * Math.log(1 - random()));
    const angle = 2 * Math.PI * random();
    column[i] = radius * Math.cos(angle);
    column[i + 1] = radius * Math.sin(angle);
  }
}

/** Noise of one block: what both factors have gathered so far, and the Brownian increments of the present step. */
interface Noise {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly dWx: Float64Array;
  readonly dWy: Float64Array;
  /** e^{c1 Z} and e^{c2 Z} of the noise in Z = X + Y: what every starting state shares. */
  readonly slow: Float64Array;
  readonly fast: Float64Array;
  readonly normals: Float64Array;
}

const emptyNoise = (n: number): Noise => {
  const column = (): Float64Array => new Float64Array(n);
  return {
    x: column(),
    y: column(),
    dWx: column(),
    dWy: column(),
    slow: column().fill(1),
    fast: column().fill(1),
    normals: new Float64Array(2 * n),
  };
};

/** Moves the noise on by `dt` years; the second half of the columns mirrors the first. */
function advance({ kx, ky, c1, c2 }: TwoFactorModel, noise: Noise, dt: number, random: Random): void {
  const { x, y, dWx, dWy, slow, fast, normals } = noise;
  const [lawX, lawY] = [incrementLaw(kx, dt), incrementLaw(ky, dt)];
  const half = x.length / 2;
  fillNormals(random, normals);
  for (let p = 0; p < half; p++) {
    const wx = lawX.sdW * (normals[4 * p] ?? 0);
    const wy = lawY.sdW * (normals[4 * p + 1] ?? 0);
    const addX = lawX.slope * wx + lawX.own * (normals[4 * p + 2] ?? 0);
    const addY = lawY.slope * wy + lawY.own * (normals[4 * p + 3] ?? 0);
    const mirror = half + p;
    dWx[p] = wx;
    dWy[p] = wy;
    dWx[mirror] = -wx;
    dWy[mirror] = -wy;
    x[p] = (x[p] ?? 0) * lawX.decay + addX;
    y[p] = (y[p] ?? 0) * lawY.decay + addY;
    x[mirror] = -(x[p] ?? 0);
    y[mirror] = -(y[p] ?? 0);
  }
  for (let p = 0; p < x.length; p++) {
    const z = (x[p] ?? 0) + (y[p] ?? 0);
    slow[p] = Math.exp(c1 * z);
    fast[p] = Math.exp(c2 * z);
  }
}

interface OwnPaths extends PathFunctionals {
  readonly state: FactorState;
  readonly v: Float64Array;
}

/** Spot variances of one state's paths at a time ahead, from the noise all states share. */
function fillVariances(
  { kx, ky, v0, w1, c1, w2, c2, vMax }: TwoFactorModel,
  { state: { x, y }, v }: OwnPaths,
  { slow, fast }: Noise,
  years: number,
): void {
  const z = x * Math.exp(-kx * years) + y * Math.exp(-ky * years);
  const [a, b] = [w1 * Math.exp(c1 * z), w2 * Math.exp(c2 * z)];
  for (let p = 0; p < v.length; p++)
    v[p] = cappedVariance(v0 + a * (slow[p] ?? 0) + b * (fast[p] ?? 0), vMax);
}

/**
 * Simulates both factors with their exact law at the time steps, with the same noise for every state: what differs between
 * neighbouring states is then the state, not the draw.
 *
 * The variance integral is a trapezoid; the stochastic integrals take the variance at the start of each step, so they
 * stay martingales.
 */
export function visitPaths(request: PathRequest, visit: PathVisitor): void {
  const { maturities, pairs, seed, refine = 1 } = request;
  requirePositive('pairs', pairs);
  const ends = timeGrid(maturities, refine);
  for (let first = 0; first < pairs; first += BLOCK)
    runBlock(request, ends, 2 * Math.min(BLOCK, pairs - first), seededRandom(seed + first), visit);
}

function runBlock(
  { model, states, maturities }: PathRequest,
  ends: readonly number[],
  n: number,
  random: Random,
  visit: PathVisitor,
): void {
  const noise = emptyNoise(n);
  const column = (): Float64Array => new Float64Array(n);
  const all = states.map(
    (state): OwnPaths => ({ state, i: column(), mx: column(), my: column(), v: column() }),
  );
  for (const own of all) fillVariances(model, own, noise, 0);
  let [start, reached] = [0, 0];
  for (const end of ends) {
    const dt = (end - start) / DAYS_PER_YEAR;
    advance(model, noise, dt, random);
    for (const own of all) {
      integrate(own, noise, dt);
      fillVariances(model, own, noise, end / DAYS_PER_YEAR);
      const { i, v } = own;
      for (let p = 0; p < n; p++) i[p] = (i[p] ?? 0) + (dt / 2) * (v[p] ?? 0);
    }
    start = end;
    if (Math.abs(end - (maturities[reached] ?? Number.NaN)) > 1e-9) continue;
    all.forEach((own, s) => {
      visit(s, reached, own);
    });
    reached += 1;
  }
}

/** The start of a step: stochastic integrals whole, the variance integral's first half. */
function integrate({ i, mx, my, v }: OwnPaths, { dWx, dWy }: Noise, dt: number): void {
  for (let p = 0; p < v.length; p++) {
    const before = v[p] ?? 0;
    const root = Math.sqrt(before);
    mx[p] = (mx[p] ?? 0) + root * (dWx[p] ?? 0);
    my[p] = (my[p] ?? 0) + root * (dWy[p] ?? 0);
    i[p] = (i[p] ?? 0) + (dt / 2) * before;
  }
}

/** All functionals at once, by state, then by maturity: for few states, where memory allows it. */
export function gatherPaths(request: PathRequest): PathFunctionals[][] {
  const column = (): Float64Array => new Float64Array(2 * request.pairs);
  const gathered = request.states.map(() =>
    request.maturities.map(() => ({ i: column(), mx: column(), my: column(), filled: 0 })),
  );
  visitPaths(request, (s, m, paths) => {
    const to = gathered[s]?.[m];
    if (to === undefined) return;
    for (const name of ['i', 'mx', 'my'] as const) to[name].set(paths[name], to.filled);
    to.filled += paths.i.length;
  });
  return gathered;
}
