import { addAt, type Banded } from './banded-cholesky.ts';
import type { EssviLogs } from './essvi-logs.ts';
import type { SviColumns } from './svi-columns.ts';

/** Half the weighted sum of squared residuals of all slices, times `unit`. */
export function essviMisfit(logs: EssviLogs, slices: readonly SviColumns[], unit: number): number {
  let sum = 0;
  for (const [i, { k, totalVariance, weight }] of slices.entries()) {
    const theta = Math.exp(logs[3 * i] as number);
    const right = Math.exp(logs[3 * i + 1] as number);
    const left = Math.exp(logs[3 * i + 2] as number);
    const lean = 0.5 * (right - left);
    const bend = right * left;
    for (let j = 0; j < k.length; j++) {
      const at = k[j] as number;
      const x = theta + lean * at;
      const residual = 0.5 * (x + Math.sqrt(x * x + bend * at * at)) - (totalVariance[j] as number);
      sum += (weight[j] as number) * residual * residual;
    }
  }
  return 0.5 * unit * sum;
}

/**
 * Gradient of the misfit and its Gauss-Newton matrix: 3 x 3 blocks, added to `matrix`. With e = x/root:
 *
 *     2 dw = (1 + e) dtheta + (k/2)(1 + e + L k/root) dR + (k/2)(R k/root - 1 - e) dL
 */
export function linearisedMisfit(
  logs: EssviLogs,
  slices: readonly SviColumns[],
  unit: number,
  gradient: Float64Array,
  matrix: Banded,
): void {
  for (const [i, { k, totalVariance, weight }] of slices.entries()) {
    const theta = Math.exp(logs[3 * i] as number);
    const right = Math.exp(logs[3 * i + 1] as number);
    const left = Math.exp(logs[3 * i + 2] as number);
    const lean = 0.5 * (right - left);
    const bend = right * left;
    let [t, r, l, tt, tr, tl, rr, rl, ll] = [0, 0, 0, 0, 0, 0, 0, 0, 0];
    for (let j = 0; j < k.length; j++) {
      const at = k[j] as number;
      const x = theta + lean * at;
      const root = Math.sqrt(x * x + bend * at * at);
      const residual = 0.5 * (x + root) - (totalVariance[j] as number);
      const one = 1 + x / root;
      const reach = at / root;
      const byTheta = 0.5 * theta * one;
      const byRight = 0.25 * at * right * (one + left * reach);
      const byLeft = 0.25 * at * left * (right * reach - one);
      const h = weight[j] as number;
      const ht = h * byTheta;
      const hr = h * byRight;
      const hl = h * byLeft;
      t += ht * residual;
      r += hr * residual;
      l += hl * residual;
      tt += ht * byTheta;
      tr += ht * byRight;
      tl += ht * byLeft;
      rr += hr * byRight;
      rl += hr * byLeft;
      ll += hl * byLeft;
    }
    const at = 3 * i;
    gradient[at] = unit * t;
    gradient[at + 1] = unit * r;
    gradient[at + 2] = unit * l;
    addAt(matrix, at, at, unit * tt);
    addAt(matrix, at + 1, at, unit * tr);
    addAt(matrix, at + 2, at, unit * tl);
    addAt(matrix, at + 1, at + 1, unit * rr);
    addAt(matrix, at + 2, at + 1, unit * rl);
    addAt(matrix, at + 2, at + 2, unit * ll);
  }
}
