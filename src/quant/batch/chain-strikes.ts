import { PreconditionError, requirePositive } from '../../core/errors.ts';
import { logMoneyness } from '../black76.ts';
import type { ChainStrikes } from './columns.ts';

/**
 * The strikes of an expiration with their logarithms, measured from the middle one. Made once and kept: quotes and
 * forwards change every second, strikes do not, and the logarithm is a third of what pricing one costs.
 *
 * @param strike  index points, one a row, in any order; repeated where both rights are wanted
 * @throws PreconditionError of no strikes, or unless each is finite and > 0
 */
export function chainStrikes(strike: Float64Array): ChainStrikes {
  if (strike.length === 0) throw new PreconditionError('strike', 'must have at least one row', 0);
  strike.forEach((k, i) => {
    requirePositive(`strike[${i}]`, k);
  });
  const anchor = strike.slice().sort()[strike.length >> 1] as number;
  return { strike, anchor, logStrike: strike.map((k) => logMoneyness(k, anchor)) };
}
