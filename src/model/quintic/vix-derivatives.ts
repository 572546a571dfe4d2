import { PreconditionError, requirePositive } from '../../core/errors.ts';
import type { Result } from '../../core/result.ts';
import { type Points, points, type Vol } from '../../core/units.ts';
import { gaussLegendre } from '../../quant/gauss-legendre.ts';
import { type IvFailure, impliedVol } from '../../quant/implied-vol.ts';
import { normalPdf } from '../../quant/normal.ts';
import { brentRoot } from '../../quant/roots.ts';
import { polynomialAt } from './polynomial.ts';
import type { QuinticVixLaw } from './vix-slices.ts';

/** Normal deviates integrated over: beyond 12, even g^10 has a mean below 1e-20. */
const REACH = 12;
/** Pieces of that range, and Gauss-Legendre nodes in each: half as many pieces would be right to 1e-12. */
const PIECES = 96;
const NODES = 12;

/** The VIX future, E[VIX_T]; points. */
export const vixFuture = (law: QuinticVixLaw): Points => points(mean(law, (vix) => vix));

/** E[VIX_T^2] over 100^2, by the same quadrature: the forward variance of the window, whatever the parameters. */
export const meanVixSquared = (law: QuinticVixLaw): number => mean(law, (vix) => vix * vix) / 1e4;

export interface VixOption {
  readonly right: 'call' | 'put';
  /** Points. */
  readonly strike: number;
}

/**
 * Undiscounted premium of a VIX option, E[max(+-(VIX_T - K), 0)].
 *
 * A Gauss-Hermite rule laid across the kink at K is more than a vol point out with 80 nodes, and converges slowly. Here
 * the range is cut where the polynomial VIX^2 crosses K^2 (twice or more, VIX not being monotone) and every piece is smooth.
 *
 * @throws PreconditionError unless the strike is finite and > 0
 */
export function vixOption(law: QuinticVixLaw, { right, strike }: VixOption): Points {
  requirePositive('strike', strike);
  const sign = right === 'call' ? 1 : -1;
  return points(mean(law, (vix) => Math.max(sign * (vix - strike), 0), strike));
}

/**
 * The Black-76 vol of a VIX option on its own future, from whichever of call and put is out of the money.
 *
 * @throws PreconditionError unless the strike is finite and > 0
 */
export function vixImpliedVol(law: QuinticVixLaw, strike: number): Result<Vol, IvFailure> {
  const forward = vixFuture(law);
  const right = strike >= forward ? 'call' : 'put';
  const premium = vixOption(law, { right, strike });
  return impliedVol({ right, premium, forward, strike, expiry: law.settlement, discount: 1 });
}

/** E f(VIX_T), for an f that is smooth except perhaps at `kink`. */
function mean({ slices }: QuinticVixLaw, f: (vix: number) => number, kink?: number): number {
  let sum = 0;
  for (const { chance, vixSquared } of slices) sum += chance * normalMean(vixSquared, f, kink);
  return sum;
}

function normalMean(vixSquared: Float64Array, f: (vix: number) => number, kink?: number): number {
  const density = (g: number): number =>
    f(Math.sqrt(Math.max(polynomialAt(vixSquared, g), 0))) * normalPdf(g);
  const aboveKink = (g: number): number => polynomialAt(vixSquared, g) - (kink ?? 0) ** 2;
  const step = (2 * REACH) / PIECES;
  let sum = 0;
  for (let i = 0; i < PIECES; i++) {
    const from = -REACH + i * step;
    const to = from + step;
    if (kink !== undefined && aboveKink(from) < 0 !== aboveKink(to) < 0) {
      const cut = crossing(aboveKink, from, to);
      sum += integral(density, from, cut) + integral(density, cut, to);
    } else {
      sum += integral(density, from, to);
    }
  }
  return sum;
}

function crossing(f: (g: number) => number, from: number, to: number): number {
  const root = brentRoot(f, from, to);
  if (!root.ok) throw new PreconditionError('VIX^2 - K^2', 'must change sign between', [from, to]);
  return root.value;
}

function integral(f: (g: number) => number, from: number, to: number): number {
  const { nodes, weights } = gaussLegendre(NODES);
  const half = (to - from) / 2;
  let sum = 0;
  for (let i = 0; i < NODES; i++) sum += (weights[i] ?? 0) * f(from + half * (1 + (nodes[i] ?? 0)));
  return half * sum;
}
