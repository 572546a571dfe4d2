import { dayNumber } from '../src/core/dates.ts';
import type { IsoDate } from '../src/core/units.ts';
import type { FileReading, ReadItem } from '../src/data/read-item.ts';
import { checkedChain } from '../src/market/chain.ts';
import { checkedSeries } from '../src/market/history.ts';
import { seriesFacts } from '../src/market/series-catalogue.ts';

const ascends = (keys: readonly string[]): boolean =>
  keys.every((key, i) => i === 0 || (keys[i - 1] ?? '') < key);

function brokenItem(item: ReadItem, today: IsoDate): string | undefined {
  switch (item.kind) {
    case 'series': {
      checkedSeries(item);
      const [low, high] = seriesFacts(item.name)?.plausible ?? [0, 0];
      if (item.values.some((value) => value < low || value > high)) return `${item.name}: implausible value`;
      if (item.days.some((day) => day > dayNumber(today))) return `${item.name}: a day in the future`;
      return undefined;
    }
    case 'vx': {
      const isBad = item.rows.some(
        ({ settle, session, expiration, availableAt }) =>
          !(
            settle > 0 &&
            settle < 1000 &&
            session < expiration &&
            session <= today &&
            Number.isFinite(availableAt)
          ),
      );
      if (isBad) return 'vx: an impossible row';
      return ascends(item.rows.map(({ session, expiration }) => `${session} ${expiration}`))
        ? undefined
        : 'vx: not ascending';
    }
    case 'chain': {
      const { snapshot, counts } = item;
      snapshot.chains.forEach(checkedChain);
      if (snapshot.session > today) return 'chain: a session in the future';
      if (snapshot.spot !== undefined && !(snapshot.spot > 0)) return 'chain: a spot that is no price';
      if (!ascends(snapshot.chains.map(({ expiration, root }) => `${expiration} ${root}`)))
        return 'chain: not ascending';
      const { contracts, usable, oneSided, empty, crossed } = counts;
      return contracts === usable + oneSided + empty + crossed ? undefined : 'chain: counts do not add up';
    }
  }
}

/** What is wrong with a reading, or undefined: everything or nothing, finite, ascending, plausible, one-line reasons. */
export function brokenRule({ items, refusals }: FileReading, today: IsoDate): string | undefined {
  if (items.length > 0 === refusals.length > 0)
    return `${items.length} items beside ${refusals.length} refusals`;
  if (refusals.some(({ what, fix, file }) => what === '' || fix === '' || file === undefined))
    return 'a refusal without a reason';
  return items.map((item) => brokenItem(item, today)).find((broken) => broken !== undefined);
}
