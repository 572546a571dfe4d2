import type { EssviLogs } from './essvi-logs.ts';

/**
 * The rules of a surface without arbitrage, as numbers that must be > 0, nine to a slice:
 *
 *     ln 4theta - ln psi R,   ln 4theta - ln psi L                      no butterfly: psi^2 (1 + |rho|) < 4 theta
 *     ln 1999 - |ln R - ln L|, as two                                   |rho| < 0.999
 *     ln psi - ln 1e-12                                                 psi > 0
 *     the rise to the next slice of ln theta, ln R, ln L, ln theta/psi  no calendar
 *
 * and for the last slice, instead of the rises, ln 4 - ln R and ln 4 - ln L (psi (1 + |rho|) < 4, which the slices before it
 * then obey too). The two in the middle only keep quotes without a wing, or without a smile, from sending a log to infinity.
 */
export const RULES = 9;

export const ruleCount = (logs: EssviLogs): number => 3 * logs.length - 2;

const LN_4 = Math.log(4);
const MOST_LEAN = Math.log(1999);
const LEAST_LOG_PSI = Math.log(1e-12);

/** ln psi = ln (R + L)/2 from the logs of R and L. */
const logPsi = (right: number, left: number): number =>
  Math.max(right, left) + Math.log1p(Math.exp(-Math.abs(right - left))) - Math.LN2;

/** Writes all rules to `room`; whether all are > 0. */
export function fillRules(logs: EssviLogs, room: Float64Array): boolean {
  const last = logs.length / 3 - 1;
  for (let i = 0; i <= last; i++) {
    const [theta, right, left] = [
      logs[3 * i] as number,
      logs[3 * i + 1] as number,
      logs[3 * i + 2] as number,
    ];
    const psi = logPsi(right, left);
    const at = RULES * i;
    room[at] = LN_4 + theta - psi - right;
    room[at + 1] = LN_4 + theta - psi - left;
    room[at + 2] = MOST_LEAN + right - left;
    room[at + 3] = MOST_LEAN + left - right;
    room[at + 4] = psi - LEAST_LOG_PSI;
    if (i === last) {
      room[at + 5] = LN_4 - right;
      room[at + 6] = LN_4 - left;
      break;
    }
    const [nextTheta, nextRight, nextLeft] = [
      logs[3 * i + 3] as number,
      logs[3 * i + 4] as number,
      logs[3 * i + 5] as number,
    ];
    room[at + 5] = nextTheta - theta;
    room[at + 6] = nextRight - right;
    room[at + 7] = nextLeft - left;
    room[at + 8] = nextTheta - logPsi(nextRight, nextLeft) - (theta - psi);
  }
  return room.every((x) => x > 0);
}

/** Gradients: rule j belongs to slice floor(j/9); six numbers each, by the logs of that slice and of the next. */
export function fillRuleSlopes(logs: EssviLogs, slopes: Float64Array): void {
  const last = logs.length / 3 - 1;
  slopes.fill(0);
  for (let i = 0; i <= last; i++) {
    const share = rightShare(logs, i);
    const row = (rule: number, ...gradient: readonly number[]): void =>
      slopes.set(gradient, 6 * (RULES * i + rule));
    row(0, 1, -share - 1, share - 1);
    row(1, 1, -share, share - 2);
    row(2, 0, 1, -1);
    row(3, 0, -1, 1);
    row(4, 0, share, 1 - share);
    if (i === last) {
      row(5, 0, -1, 0);
      row(6, 0, 0, -1);
      break;
    }
    const next = rightShare(logs, i + 1);
    row(5, -1, 0, 0, 1, 0, 0);
    row(6, 0, -1, 0, 0, 1, 0);
    row(7, 0, 0, -1, 0, 0, 1);
    row(8, -1, share, 1 - share, 1, -next, next - 1);
  }
}

/** R/(R + L): by how much ln psi rises with ln R. */
const rightShare = (logs: EssviLogs, i: number): number =>
  1 / (1 + Math.exp((logs[3 * i + 2] as number) - (logs[3 * i + 1] as number)));
