import type { EssviParams } from './essvi.ts';

/**
 * The slices of a surface as one vector: of slice i the logs of theta, R = psi (1 + rho) and L = psi (1 - rho) at 3i, 3i + 1
 * and 3i + 2. All three are > 0 by construction, of like size, and the rules between slices are differences of them.
 */
export type EssviLogs = Float64Array;

export function logsOf(slices: readonly EssviParams[]): EssviLogs {
  const logs = new Float64Array(3 * slices.length);
  for (const [i, { theta, rho, psi }] of slices.entries()) {
    logs[3 * i] = Math.log(theta);
    logs[3 * i + 1] = Math.log(psi * (1 + rho));
    logs[3 * i + 2] = Math.log(psi * (1 - rho));
  }
  return logs;
}

export function sliceOf(logs: EssviLogs, i: number): EssviParams {
  const [right, left] = [Math.exp(logs[3 * i + 1] as number), Math.exp(logs[3 * i + 2] as number)];
  return {
    theta: Math.exp(logs[3 * i] as number),
    rho: (right - left) / (right + left),
    psi: (right + left) / 2,
  };
}
