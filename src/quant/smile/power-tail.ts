/**
 * One tail of a law beyond an edge: the chance of ending farther out falls as a power of the strike.
 *
 *     below:  P(S < K) = p (K/E)^a       above:  P(S > K) = p (K/E)^-b
 *
 * The power is the one that gives the option struck at the edge E its price v:  a = pE/v - 1,  b = pE/v + 1. So mass and mean
 * are kept exactly, and the density is positive however far out. It is also the shape that total variance linear in k implies.
 *
 * @see Lee (2004), The moment formula for implied volatility at extreme strikes, Math. Finance 14(3), 469-480
 */
export interface PowerTail {
  /** E. */
  readonly strike: number;
  /** p: the chance of ending beyond the edge. */
  readonly chance: number;
  /** -a below, b above: the power of K/E with its sign turned. */
  readonly power: number;
}

/**
 * @param side  -1 below, 1 above
 * @param value  undiscounted price of the put (below) or call (above) struck at the edge
 * @returns undefined when no tail has these: a chance or value that is negative, or a value that exceeds any with that chance
 */
export function powerTail(
  side: -1 | 1,
  strike: number,
  chance: number,
  value: number,
): PowerTail | undefined {
  if (chance === 0 && value === 0) return { strike, chance, power: 2 * side }; // any power: nothing is there
  if (!(chance > 0 && chance < 1 && value > 0)) return undefined;
  const power = (side * chance * strike) / value + 1;
  return side * power > 0 ? { strike, chance, power } : undefined;
}

/** The chance of ending beyond a strike that lies beyond the edge. */
export const beyond = ({ strike, chance, power }: PowerTail, at: number): number =>
  at === 0 ? 0 : chance * (at / strike) ** -power;

/** Density there, per point of strike. */
export const tailDensity = (tail: PowerTail, at: number): number =>
  (Math.abs(tail.power) * beyond(tail, at)) / at;

/** Undiscounted price there of the put (below) or call (above). */
export const tailValue = (tail: PowerTail, at: number): number =>
  (beyond(tail, at) * at) / Math.abs(tail.power - 1);

/** The strike that is ended beyond with a given chance, at most that of the edge. */
export const strikeBeyond = ({ strike, chance, power }: PowerTail, of: number): number =>
  strike * (of / chance) ** (-1 / power);
