import { leastInBox } from './box-quadratic.ts';
import { LEE, type SviInner } from './svi-inner.ts';

/**
 * Least squares linearised about the point last fitted, per unit of weight and with `a` eliminated: products of the
 * columns m, ln sigma, u and d, and of each with the residual. u and d belong to the slopes p/sigma and q/sigma.
 */
export interface SviNormal {
  readonly mm: number;
  readonly ms: number;
  readonly ss: number;
  readonly mu: number;
  readonly md: number;
  readonly su: number;
  readonly sd: number;
  readonly uu: number;
  readonly ud: number;
  readonly dd: number;
  readonly mr: number;
  readonly sr: number;
  readonly ur: number;
  readonly dr: number;
  /** Slopes of the wings now. */
  readonly up: number;
  readonly down: number;
}

/**
 * The columns: with A, B the slopes of the wings,
 *
 *     dw/dm = (B d - A u)/z,   dw/dln sigma = sigma (A + B)/2z,   dw/dA = sigma u,   dw/dB = sigma d,   z = u + d
 */
export function sviNormal(inner: SviInner): SviNormal {
  const { weight, residual, total, meanUp, meanDown, sigma, p, q } = inner;
  const [slopeUp, slopeDown, bend] = [p / sigma, q / sigma, 0.5 * (p + q)];
  let [m1, s1, mm, ms, ss, mu, md, su, sd] = [0, 0, 0, 0, 0, 0, 0, 0, 0];
  let [mr, sr, ur, dr] = [0, 0, 0, 0];
  for (let i = 0; i < weight.length; i++) {
    const u = inner.up[i] as number;
    const d = inner.down[i] as number;
    const h = weight[i] as number;
    const r = residual[i] as number;
    const flat = 1 / (u + d);
    const m = (slopeDown * d - slopeUp * u) * flat;
    const s = bend * flat;
    const hm = h * m;
    const hs = h * s;
    const cu = u - meanUp;
    const cd = d - meanDown;
    m1 += hm;
    s1 += hs;
    mm += hm * m;
    ms += hm * s;
    ss += hs * s;
    mu += hm * cu;
    md += hm * cd;
    su += hs * cu;
    sd += hs * cd;
    mr += hm * r;
    sr += hs * r;
    ur += h * cu * r;
    dr += h * cd * r;
  }
  const one = 1 / total;
  const by = sigma / total;
  const square = (sigma * sigma) / total;
  return {
    mm: (mm - m1 * m1 * one) * one,
    ms: (ms - m1 * s1 * one) * one,
    ss: (ss - s1 * s1 * one) * one,
    mu: mu * by,
    md: md * by,
    su: su * by,
    sd: sd * by,
    uu: inner.upUp * square,
    ud: inner.upDown * square,
    dd: inner.downDown * square,
    mr: mr * one,
    sr: sr * one,
    ur: ur * by,
    dr: dr * by,
    up: slopeUp,
    down: slopeDown,
  };
}

export interface SviStep {
  readonly m: number;
  readonly logSigma: number;
  /** By how much the linearised mean square falls. */
  readonly fall: number;
}

/** Which coordinates may not move. */
export interface Locked {
  readonly m: boolean;
  readonly logSigma: boolean;
}

/**
 * Levenberg-Marquardt step in (m, ln sigma), damped by `damping` times the diagonal. The slopes go along undamped, as they
 * will be solved for exactly, but within Lee's box: without that the step would zigzag along the ridge where a slope
 * meets its bound, which is where the wings of a short-dated smile often lie.
 *
 * m and ln sigma are eliminated first (they are free), which leaves the box problem in two slopes.
 */
export function proposeStep(n: SviNormal, damping: number, locked: Locked): SviStep {
  const [mm, ms, ss] = [n.mm * (1 + damping), n.ms, n.ss * (1 + damping)];
  const determinant = mm * ss - ms * ms;
  // Inverse of the damped block; a locked coordinate has a zero row.
  const imm = locked.m ? 0 : locked.logSigma ? 1 / mm : ss / determinant;
  const iss = locked.logSigma ? 0 : locked.m ? 1 / ss : mm / determinant;
  const ims = locked.m || locked.logSigma ? 0 : -ms / determinant;
  const um = imm * n.mu + ims * n.su;
  const us = ims * n.mu + iss * n.su;
  const dm = imm * n.md + ims * n.sd;
  const ds = ims * n.md + iss * n.sd;
  const h11 = n.uu - (n.mu * um + n.su * us);
  const h12 = n.ud - (n.mu * dm + n.su * ds);
  const h22 = n.dd - (n.md * dm + n.sd * ds);
  const g1 = n.ur - (um * n.mr + us * n.sr);
  const g2 = n.dr - (dm * n.mr + ds * n.sr);
  const [up, down] = leastInBox(
    { h11, h12, h22, c1: h11 * n.up + h12 * n.down - g1, c2: h12 * n.up + h22 * n.down - g2 },
    LEE,
  );
  const [du, dd] = [up - n.up, down - n.down];
  const [gm, gs] = [n.mr + n.mu * du + n.md * dd, n.sr + n.su * du + n.sd * dd];
  const m = -(imm * gm + ims * gs);
  const logSigma = -(ims * gm + iss * gs);
  return { m, logSigma, fall: linearisedFall(n, m, logSigma, du, dd) };
}

function linearisedFall(n: SviNormal, m: number, s: number, u: number, d: number): number {
  const linear = n.mr * m + n.sr * s + n.ur * u + n.dr * d;
  const square =
    n.mm * m * m +
    2 * n.ms * m * s +
    n.ss * s * s +
    n.uu * u * u +
    2 * n.ud * u * d +
    n.dd * d * d +
    2 * (m * (n.mu * u + n.md * d) + s * (n.su * u + n.sd * d));
  return -(2 * linear + square);
}
