import { points } from '../../core/units.ts';
import type { AmericanWithDividends } from './american-dividends.ts';
import type { DividendProblem } from './dividend-march.ts';

/** A moment at which exercise could be best, money discounted to now. */
interface Moment {
  readonly time: number;
  /** Dividends paid before it. */
  readonly paid: number;
}

/**
 * An American option with cash dividends when nothing is uncertain.
 *
 * Discounted to now the share only falls, by each dividend, and the strike changes one way all along; so exercise is best
 * now, on an eve, just after an ex-date or at expiry. On an eve a call in the money is worth exercising if, at every later
 * such moment, the dividends gone outweigh the interest on the strike till then; at which spot makes no difference.
 */
export function dividendsWithoutVol(problem: DividendProblem): AmericanWithDividends {
  const { right, spot, strike, rate, expiry, dividends } = problem;
  const sign = right === 'call' ? 1 : -1;
  const worth = dividends.map(({ time, amount }) => amount * Math.exp(-rate * time));
  const gone = (paid: number): number => worth.slice(0, paid).reduce((sum, one) => sum + one, 0);
  const moments: readonly Moment[] = [
    { time: 0, paid: 0 },
    ...dividends.flatMap(({ time }, i) => [
      { time, paid: i },
      { time, paid: i + 1 },
    ]),
    { time: expiry, paid: dividends.length },
  ];
  const pays = ({ time, paid }: Moment): number =>
    sign * (Math.max(spot - gone(paid), 0) - strike * Math.exp(-rate * time));
  const best = moments.reduce((one, other) => (pays(other) > pays(one) ? other : one));
  const premium = Math.max(pays(best), 0);
  const delta = premium > 0 && spot > gone(best.paid) ? sign : 0;
  const isEveBest = (i: number): boolean =>
    right === 'call' &&
    moments
      .filter(({ paid }) => paid > i)
      .every(({ time, paid }) => {
        const eve = dividends[i]?.time ?? 0;
        return gone(paid) - gone(i) >= strike * (Math.exp(-rate * eve) - Math.exp(-rate * time));
      });
  return {
    premium: points(premium),
    delta,
    gamma: 0,
    theta: premium > 0 && best.time > 0 ? rate * (premium - spot * delta) : 0,
    eves: dividends.map((dividend, i) => ({
      ...dividend,
      criticalSpot: isEveBest(i) ? points(strike) : undefined,
      isExerciseOptimal: isEveBest(i) && spot >= strike,
    })),
  };
}
