import type { SviParams, SviSlice } from './svi.ts';

/** One slice of a (e)SSVI surface. */
export interface EssviParams {
  /** Total variance at the money (k = 0), > 0. */
  readonly theta: number;
  /** Skew, in (-1, 1). */
  readonly rho: number;
  /** theta phi: twice the mean slope of the wings, > 0. */
  readonly psi: number;
}

/**
 * Total variance of an (e)SSVI slice and its derivatives by k = ln(K/F).
 *
 *     w = (theta/2) {1 + rho phi k + sqrt[(phi k + rho)^2 + 1 - rho^2]},   phi = psi/theta
 *
 * computed as (x + R)/2 with x = theta + rho psi k and R^2 = x^2 + psi^2 (1 - rho^2) k^2, without cancellation where x < 0.
 *
 * @see Gatheral and Jacquier (2014), Quant. Finance 14(1), 59-71, doi 10.1080/14697688.2013.819986, section 4
 * @see Hendriks and Martini (2019), The extended SSVI volatility surface, J. Comput. Finance 22(5), 25-39
 */
export function essviSlice({ theta, rho, psi }: EssviParams, k: number): SviSlice {
  const lean = rho * psi;
  const x = theta + lean * k;
  const bend = psi * psi * (1 - rho * rho);
  const root = Math.sqrt(x * x + bend * k * k);
  const w = x >= 0 ? 0.5 * (x + root) : (0.5 * bend * k * k) / (root - x);
  return {
    w,
    w1: 0.5 * (lean + (psi * psi * k + lean * theta) / root),
    w2: (0.5 * bend * theta * theta) / (root * root * root),
  };
}

/** The same slice as raw SVI. */
export function essviAsSvi({ theta, rho, psi }: EssviParams): SviParams {
  const level = 1 - rho * rho;
  return {
    a: 0.5 * theta * level,
    b: 0.5 * psi,
    rho,
    m: (-rho * theta) / psi,
    sigma: (theta * Math.sqrt(level)) / psi,
  };
}

/**
 * How far a slice is within the rules that keep butterfly arbitrage out at every k, each rule divided by 4: the lesser of
 *
 *     1 - psi (1 + |rho|)/4   and   1 - psi^2 (1 + |rho|)/(4 theta)
 *
 * >= 0: none anywhere. Sufficient; the first is necessary too.
 *
 * @see Gatheral and Jacquier (2014), theorem 4.2
 */
export function butterflyRoom({ theta, rho, psi }: EssviParams): number {
  const steepest = 0.25 * psi * (1 + Math.abs(rho));
  return 1 - Math.max(steepest, (steepest * psi) / theta);
}

/**
 * How far a later slice is within the rules that keep it above an earlier one at every k, relative: the least of what
 *
 *     theta,   psi (1 + rho),   psi (1 - rho)   and   theta/psi
 *
 * grow by. >= 0: no calendar arbitrage between them. The first three are necessary: they are w at the money and the slopes
 * of the wings. With the fourth they suffice. For move theta, R = psi (1 + rho) and L = psi (1 - rho) linearly from one slice
 * to the other; theta/psi then rises all the way. At k > 0 w rises with theta and with R but falls with L, and what theta must
 * at least gain with L, dtheta = theta dL/2psi, makes good the fall:
 *
 *     (theta/2psi) dw/dtheta + dw/dL >= 0   as   c y + v^2 >= v sqrt(v^2 + 2 c y),   c = 1 + rho, y = psi k/theta, v = y - 1
 *
 * (for y <= 1 both terms are positive). k < 0 is the mirror image.
 *
 * @see Hendriks and Martini (2019) for the rules; Pasquazzi (2023), Theor. Econ. Lett. 13(5), 1341-1358, doi
 *   10.4236/tel.2023.135075, corrects their exact condition, which is weaker than the fourth rule and not used here
 */
export function calendarRoom(earlier: EssviParams, later: EssviParams): number {
  const growth = (of: (slice: EssviParams) => number): number => of(later) / of(earlier) - 1;
  return Math.min(
    growth(({ theta }) => theta),
    growth(({ rho, psi }) => psi * (1 + rho)),
    growth(({ rho, psi }) => psi * (1 - rho)),
    growth(({ theta, psi }) => theta / psi),
  );
}
