import { gaussLegendre } from '../../quant/gauss-legendre.ts';
import { alongLine, smoothed, squared } from './polynomial.ts';
import { mixedStdDev, type QuinticModel, varianceScale } from './quintic-model.ts';

/** Nodes in time over the window: twice as many move no published set by 1e-12, even a day ahead. */
const NODES = 32;

/** The share of one instant of the window in VIX^2: a polynomial of degree 10 in sum_j decays[j] state[j]. */
interface WindowInstant {
  readonly coefficients: Float64Array;
  readonly decays: Float64Array;
}

/**
 * VIX^2 at a settlement as a polynomial of degree 10 in the factors' values there:
 *
 *     VIX_T^2 = (100^2 / D) int_T^(T+D) xi_0(u)/g(u) E p(H_u + s_u G)^2 du,   H_u = sum_j w_j e^(-lambda_j (u - T)) X_j(T)
 *
 * with s_u^2 what W adds to Z after T. Kept as one polynomial in H_u per node in u, which needs no multinomial
 * coefficients; `vixSquaredAlong` adds them up on any line.
 *
 * @param settlement  T, years, > 0
 * @param window  D, years, > 0
 * @throws PreconditionError unless the forward variance is finite and > 0 throughout
 * @see Abi Jaber, Illand, Li (2023), equation 3.3; Abi Jaber, Li (2025), equation 2.8
 */
export function vixWindow(model: QuinticModel, settlement: number, window: number): readonly WindowInstant[] {
  const { nodes, weights } = gaussLegendre(NODES);
  const square = squared(model.coefficients);
  return Array.from(nodes, (node, i) => {
    const ahead = (window * (1 + node)) / 2;
    const scale = 1e4 * ((weights[i] ?? 0) / 2) * varianceScale(model, settlement + ahead);
    return {
      coefficients: smoothed(square, mixedStdDev(model, ahead)).map((c) => scale * c),
      decays: Float64Array.from(model.factors, ({ weight, rate }) => weight * Math.exp(-rate * ahead)),
    };
  });
}

/** Coefficients in g of VIX^2 where the factors are base + slope g, one entry per factor. */
export function vixSquaredAlong(
  instants: readonly WindowInstant[],
  base: readonly number[],
  slope: readonly number[],
): Float64Array {
  const sum = new Float64Array(instants[0]?.coefficients.length ?? 0);
  for (const { coefficients, decays } of instants) {
    const polynomial = alongLine(coefficients, dot(decays, base), dot(decays, slope));
    for (let k = 0; k < sum.length; k++) sum[k] = (sum[k] ?? 0) + (polynomial[k] ?? 0);
  }
  return sum;
}

function dot(decays: Float64Array, vector: readonly number[]): number {
  let sum = 0;
  for (let j = 0; j < decays.length; j++) sum += (decays[j] ?? 0) * (vector[j] ?? 0);
  return sum;
}
