import type { IsoDate } from '../../../core/units.ts';
import type { ChainPassport } from '../../../market/passport.ts';

/** Neighbouring sessions whose chains were all refused, or one session. */
export interface ChainRun {
  readonly first: ChainPassport;
  readonly last: ChainPassport;
  readonly chains: readonly ChainPassport[];
}

/** `too few quotes` of `too few quotes: 2 of 4 contracts ...`: the kind of trouble, without its numbers. */
export function causeOf({ reasons }: ChainPassport): string {
  const [first = ''] = reasons;
  if (first.includes('not a session')) return 'not a session';
  return first
    .replace(/:.*$/, '')
    .replace(/\s*\(?\d[\d.,-]*\)?/g, '')
    .replace(/,\s*$/, '')
    .trim();
}

/** Refused neighbours are one run whatever was wrong with each; days that may be used are told apart. */
const kindOf = (chain: ChainPassport): string =>
  chain.verdict === 'refuse' ? `${chain.underlying} refused` : `${chain.underlying} ${chain.session}`;

/** Reads like a list of days, however many hundred refused sample chains are in it. */
export function chainRuns(chains: readonly ChainPassport[]): readonly ChainRun[] {
  const runs: ChainPassport[][] = [];
  for (const chain of chains) {
    const run = runs[runs.length - 1];
    const before = run?.[0];
    if (run !== undefined && before !== undefined && kindOf(before) === kindOf(chain)) run.push(chain);
    else runs.push([chain]);
  }
  return runs.flatMap((run): readonly ChainRun[] => {
    const [first, last] = [run[0], run[run.length - 1]];
    return first === undefined || last === undefined ? [] : [{ first, last, chains: run }];
  });
}

/** `2019-05-20`, or `2014-12-15 to 2015-03-02`. */
export const spanOf = ({ first, last }: ChainRun): IsoDate | string =>
  first.session === last.session ? first.session : `${first.session} to ${last.session}`;
