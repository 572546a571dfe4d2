import type { EpochMs, IsoDate } from '../core/units.ts';
import { availableFrom } from './availability.ts';
import { familyFacts } from './series-families.ts';
import { SERIES_LIST, type SeriesFacts } from './series-list.ts';

const LISTED: ReadonlyMap<string, SeriesFacts> = new Map(SERIES_LIST.map((facts) => [facts.name, facts]));

/** FRED's names for facts the exchange publishes itself; one fact, one name. */
const ALIASES: Readonly<Record<string, string>> = {
  VIXCLS: 'VIX.close',
  VXVCLS: 'VIX3M.close',
  SP500: 'SPX.close',
};

/** The name a series goes by here: `VIXCLS` is `VIX.close`. */
export const seriesName = (given: string): string => ALIASES[given] ?? given;

/** What is known of a series, or undefined when nothing is: such a series is not read. */
export const seriesFacts = (name: string): SeriesFacts | undefined =>
  LISTED.get(name) ?? familyFacts(name, (close) => LISTED.get(close));

/** The instant from which the value of `asOf` may be read; undefined for a series nobody has described. */
export function availableAt(name: string, asOf: IsoDate): EpochMs | undefined {
  const facts = seriesFacts(name);
  return facts === undefined ? undefined : availableFrom(facts.availability, asOf);
}
