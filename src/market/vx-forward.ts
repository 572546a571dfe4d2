import { requirePositive } from '../core/errors.ts';
import { type IsoDate, type Points, points, type Years } from '../core/units.ts';
import { cubicOnInterval, monotoneSlopes } from '../quant/monotone-cubic.ts';
import type { Chain } from './chain.ts';
import type { VxCurve } from './history.ts';
import { type ParityForward, parityForward, type RatePrior } from './parity-forward.ts';
import { futureFor } from './vix-term-structure.ts';

/** Levels of the VIX family on one day, in vol points. */
export interface VixFamily {
  readonly vix: number;
  readonly vix9d?: number;
  readonly vix3m?: number;
  readonly vix6m?: number;
}

/** Where a VX forward came from, best first. `vix-family` is modelled: whatever rests on it says so. */
export type VxForwardSource = 'vix-options' | 'vx' | 'vx-interpolated' | 'vix-family';

export interface VxForward {
  readonly value: Points;
  readonly source: VxForwardSource;
  /** The parity it came from, when `vix-options`: its rate and discount price the options too. */
  readonly parity?: ParityForward;
}

/** Days each index looks ahead: Cboe names 9, 30, 93 and 184. */
const HORIZON = { vix9d: 9, vix: 30, vix3m: 93, vix6m: 184 } as const;
/** A VX future pays the square root of the 30-day variance, worth less than the root of its expectation. */
const VX_WINDOW_DAYS = 30;
/**
 * That difference (Jensen's): in the long run 7.5 % of the level, four fifths of it gained by 0.32 years. Fits the median of
 * ln(VX close / root of forward variance) over 2010-2017: 0 at 10 days, -2.8 % at 30, -4.3 % at 60, -6.5 % at 120,
 * -6.4 % at 220; scatter about it 3 to 4 %.
 */
const CONVEXITY = { most: 0.075, years: 0.2 };

interface FamilyCurve {
  readonly days: readonly number[];
  /** Total variance to each of `days`, in vol points squared times days. */
  readonly variances: readonly number[];
  readonly slopes: Float64Array;
}

function familyCurve(family: VixFamily): FamilyCurve {
  const nodes = [{ days: 0, variance: 0 }];
  for (const [name, days] of Object.entries(HORIZON) as [keyof typeof HORIZON, number][]) {
    const level = family[name];
    if (level === undefined) continue;
    requirePositive(name, level);
    const variance = level * level * days;
    const last = nodes.at(-1)?.variance ?? 0;
    // A falling total variance would be calendar arbitrage in the indices; flat is the nearest that is not.
    nodes.push({ days, variance: Math.max(variance, last) });
  }
  const [ahead, variances] = [nodes.map(({ days }) => days), nodes.map(({ variance }) => variance)];
  return { days: ahead, variances, slopes: monotoneSlopes(ahead, variances) };
}

/** Total variance to `days`: monotone cubic between the nodes, straight on beyond the last. */
function varianceTo({ days: nodes, variances, slopes }: FamilyCurve, days: number): number {
  const last = nodes.length - 1;
  const beyond = days - (nodes[last] ?? 0);
  if (beyond >= 0) return (variances[last] ?? 0) + (slopes[last] ?? 0) * beyond;
  const i = Math.max(nodes.findIndex((node) => node > days) - 1, 0);
  return cubicOnInterval(nodes, variances, slopes, i, days);
}

/**
 * A stand-in for the VX future where neither VX nor VIX options are at hand: the variance the VIX family implies for
 * the 30 days after `days`, as a vol, less the usual convexity.
 *
 *     F(T) = 100 sqrt((w(T + 30) - w(T)) / 30 days) x (1 - 0.075 (1 - exp(-T / 0.2)))
 *
 * with w the total variance through VIX9D, VIX, VIX3M and VIX6M (those present). Modelled, not quoted: flag it.
 *
 * @param days  calendar days to the future's settlement, >= 0
 */
export function proxiedVxForward(family: VixFamily, days: number): Points {
  const curve = familyCurve(family);
  const window = varianceTo(curve, days + VX_WINDOW_DAYS) - varianceTo(curve, days);
  const convexity = CONVEXITY.most * (1 - Math.exp(-days / 365 / CONVEXITY.years));
  return points(Math.sqrt(Math.max(window, 0) / VX_WINDOW_DAYS) * (1 - convexity));
}

/** The forward the VIX options of one expiration are priced on, by their own put-call parity. */
function vxForwardFromOptions(chain: Chain, expiry: Years, prior?: RatePrior): VxForward | undefined {
  const parity = parityForward(chain, expiry, prior);
  return parity.ok ? { value: parity.value.forward, source: 'vix-options', parity: parity.value } : undefined;
}

/** What there is to find a VX forward with; any part may be absent. */
export interface VxForwardInputs {
  readonly expiration: IsoDate;
  /** Calendar days from the session to the expiration. */
  readonly days: number;
  /** Quoted VIX options of exactly that expiration. */
  readonly options?: { readonly chain: Chain; readonly expiry: Years; readonly prior?: RatePrior };
  readonly curve?: VxCurve;
  readonly family?: VixFamily;
}

/**
 * The VX value VIX options of one expiration are priced on: their own parity when they are quoted (it is of the same
 * instant), else the VX settle, else the VX curve interpolated, else the VIX family.
 */
export function vxForward({
  expiration,
  days,
  options,
  curve,
  family,
}: VxForwardInputs): VxForward | undefined {
  const quoted =
    options === undefined ? undefined : vxForwardFromOptions(options.chain, options.expiry, options.prior);
  if (quoted !== undefined) return quoted;
  const future = curve === undefined ? undefined : futureFor(curve, expiration);
  if (future !== undefined) return future;
  if (family === undefined) return undefined;
  const value = proxiedVxForward(family, days);
  // A family so inverted that no variance is left for the time beyond says nothing of a future there.
  return value > 0 ? { value, source: 'vix-family' } : undefined;
}
