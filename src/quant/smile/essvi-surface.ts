import { PreconditionError, requireFinite, requirePositive } from '../../core/errors.ts';
import { butterflyRoom, calendarRoom, type EssviParams, essviSlice } from './essvi.ts';
import { durrleman, type SviSlice } from './svi.ts';

/** A slice at its expiry. */
export interface EssviNode extends EssviParams {
  /** Years. */
  readonly expiry: number;
}

/** Slices ascending by expiry, free of butterfly and of calendar arbitrage; made by `essviSurface`. */
export interface EssviSurface {
  readonly nodes: readonly [EssviNode, ...EssviNode[]];
}

/** w and its derivatives by k and by expiry (wt, from the right). */
export interface SurfacePoint extends SviSlice {
  readonly wt: number;
}

/** Rounding in rules that hold with equality: some ulps of 1 over 1 - |rho|, which is a difference. */
const roundingOf = ({ rho }: EssviParams): number => 1e-14 / (1 - Math.abs(rho));

/**
 * A surface through given slices.
 *
 * @throws PreconditionError if there is none, expiries do not ascend from above 0, or a rule against arbitrage is broken
 */
export function essviSurface(nodes: readonly EssviNode[]): EssviSurface {
  const [first, ...rest] = nodes;
  if (first === undefined) throw new PreconditionError('nodes', 'must have an entry', 0);
  requirePositive('expiry', first.expiry);
  for (const node of nodes) checkSlice(node);
  let before = first;
  for (const node of rest) {
    if (!(node.expiry > before.expiry)) throw new PreconditionError('expiry', 'must ascend', node.expiry);
    const room = calendarRoom(before, node);
    if (!(room >= -roundingOf(before) - roundingOf(node)))
      throw new PreconditionError('calendarRoom', `must be >= 0 at expiry ${node.expiry}`, room);
    before = node;
  }
  return { nodes: [first, ...rest] };
}

function checkSlice(node: EssviNode): void {
  requirePositive('theta', node.theta);
  requirePositive('psi', node.psi);
  if (!(Math.abs(node.rho) < 1)) throw new PreconditionError('rho', 'must be between -1 and 1', node.rho);
  const room = butterflyRoom(node);
  if (!(room >= -roundingOf(node)))
    throw new PreconditionError('butterflyRoom', `must be >= 0 at expiry ${node.expiry}`, room);
}

/** theta, psi (1 + rho) and psi (1 - rho) at an expiry, and their slopes in time. */
interface Wings {
  readonly theta: number;
  readonly right: number;
  readonly left: number;
}

const wingsOf = ({ theta, rho, psi }: EssviParams): Wings => ({
  theta,
  right: psi * (1 + rho),
  left: psi * (1 - rho),
});

const paramsOf = ({ theta, right, left }: Wings): EssviParams => ({
  theta,
  rho: (right - left) / (right + left),
  psi: (right + left) / 2,
});

function mixed(from: Wings, to: Wings, share: number): Wings {
  const mix = (a: number, b: number): number => a + share * (b - a);
  return {
    theta: mix(from.theta, to.theta),
    right: mix(from.right, to.right),
    left: mix(from.left, to.left),
  };
}

interface Moving {
  readonly wings: Wings;
  /** Per year. */
  readonly slope: Wings;
}

/**
 * Between slices theta, psi (1 + rho) and psi (1 - rho) are linear in time. All rules then hold in between too: the three
 * rise, psi/theta is monotone as a ratio of linear functions, and psi^2 (1 + |rho|) - 4 theta is convex in time.
 *
 * Before the first slice w shrinks in proportion to time (the smile of vols stays as it is at every k). After the last one
 * theta grows in proportion to time (the vol at the money stays) and psi and rho stay (wings flatten in vol).
 */
function moving({ nodes }: EssviSurface, expiry: number): Moving {
  const [first] = nodes;
  const last = nodes[nodes.length - 1] ?? first;
  if (expiry < first.expiry) {
    const slope = mixed(NOTHING, wingsOf(first), 1 / first.expiry);
    return { wings: mixed(NOTHING, wingsOf(first), expiry / first.expiry), slope };
  }
  if (expiry >= last.expiry) {
    const { theta, right, left } = wingsOf(last);
    const slope = { theta: theta / last.expiry, right: 0, left: 0 };
    return { wings: { theta: theta * (expiry / last.expiry), right, left }, slope };
  }
  const at = nodes.findIndex((node) => node.expiry > expiry);
  const [before, after] = [nodes[at - 1] ?? first, nodes[at] ?? last];
  const span = after.expiry - before.expiry;
  const [from, to] = [wingsOf(before), wingsOf(after)];
  const change = { theta: to.theta - from.theta, right: to.right - from.right, left: to.left - from.left };
  return {
    wings: mixed(from, to, (expiry - before.expiry) / span),
    slope: mixed(NOTHING, change, 1 / span),
  };
}

const NOTHING: Wings = { theta: 0, right: 0, left: 0 };

/**
 * The slice at any expiry, quoted or not.
 *
 * @throws PreconditionError unless expiry > 0
 * @see Corbetta, Cohort, Laachir and Martini (2019), Decis. Econ. Finance 42, 665-677, doi 10.1007/s10203-019-00249-8, for
 *   interpolation free of arbitrage
 */
export function sliceAt(surface: EssviSurface, expiry: number): EssviParams {
  requirePositive('expiry', expiry);
  return paramsOf(moving(surface, expiry).wings);
}

/**
 * Total variance at (k, expiry) with its derivatives.
 *
 * With x and R as in `essviSlice`: 2 dw = (1 + x/R) dx + (R dL + L dR) k^2/2R,  dx = dtheta + (dR - dL) k/2.
 *
 * @throws PreconditionError if k is not finite or expiry is not > 0
 */
export function surfacePoint(surface: EssviSurface, k: number, expiry: number): SurfacePoint {
  requireFinite('k', k);
  requirePositive('expiry', expiry);
  const { wings, slope } = moving(surface, expiry);
  const slice = essviSlice(paramsOf(wings), k);
  const x = wings.theta + 0.5 * (wings.right - wings.left) * k;
  const root = Math.sqrt(x * x + wings.right * wings.left * k * k);
  const dx = slope.theta + 0.5 * (slope.right - slope.left) * k;
  // 1 + x/root = 2 w/root, without cancellation.
  const wt = (slice.w * dx + 0.25 * k * k * (wings.right * slope.left + wings.left * slope.right)) / root;
  return { ...slice, wt };
}

/**
 * Local variance (decimal, per year) of the surface.
 *
 *     sigma_loc^2(k, T) = (dw/dT) / g(k),   g Durrleman's function
 *
 * @see Dupire (1994); Gatheral (2006), The Volatility Surface, chapter 1
 */
export function localVariance(surface: EssviSurface, k: number, expiry: number): number {
  const point = surfacePoint(surface, k, expiry);
  return point.wt / durrleman(point, k);
}
