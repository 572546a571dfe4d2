import { mean } from '../stats.ts';
import { drawdownSeries } from './drawdown.ts';
import type { Values } from './observations.ts';

/**
 * Ulcer index: root mean square of the drawdown over all points of the curve, peaks included as 0.
 *
 *     UI = sqrt[(1/n) sum D_i^2],   D_i = 1 - E_i / max(E so far)
 *
 * Decimal: 0.05, where Martin and McCann print 5.
 *
 * @param equity  positive, one value per point in time
 * @throws PreconditionError as `drawdownSeries`
 * @see Martin and McCann (1989), The Investor's Guide to Fidelity Funds, Wiley
 */
export const ulcerIndex = (equity: Values): number =>
  Math.sqrt(mean(drawdownSeries(equity).map((drawdown) => drawdown ** 2)));

/**
 * Pain index: mean drawdown over all points of the curve, the area under water by unit of time. Decimal.
 *
 * @throws PreconditionError as `drawdownSeries`
 * @see Becker, Zephyr Associates: What Is the Pain Ratio?
 */
export const painIndex = (equity: Values): number => mean(drawdownSeries(equity));
