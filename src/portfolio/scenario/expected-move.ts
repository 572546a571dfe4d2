import { totalVarianceTo } from '../../model/variance-curve.ts';
import { interpolate } from '../../quant/interpolate.ts';
import type { ScenarioMarket } from './scenario-market.ts';

/**
 * One standard deviation of SPX over the next so many years, relative: the at-the-money total vol of the quoted smiles, their
 * total variance linear in time between expirations; the model's expected variance where no smile is quoted so far out.
 */
export function expectedMove({ quoted, today }: ScenarioMarket, years: number): number {
  const smiles = quoted.surface.expirations.flatMap(({ smile, expiry }) =>
    smile === undefined || !(expiry > 0) ? [] : [{ expiry, variance: smile.atmVol ** 2 * expiry }],
  );
  const last = smiles.at(-1);
  if (last === undefined || years > last.expiry) return Math.sqrt(totalVarianceTo(today.smiles.curve, years));
  const times = [0, ...smiles.map(({ expiry }) => expiry)];
  const variances = [0, ...smiles.map(({ variance }) => variance)];
  return Math.sqrt(interpolate(times, variances, years));
}
