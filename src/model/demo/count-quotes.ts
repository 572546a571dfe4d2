import type { Chain, QuoteColumns } from '../../market/chain.ts';
import type { QuoteCounts } from '../../market/chain-check.ts';

/** Counts quotes as a reader of files would. */
export function countQuotes(chains: readonly Chain[]): QuoteCounts {
  let [contracts, usable, oneSided, empty, crossed] = [0, 0, 0, 0, 0];
  const count = ({ bid, ask }: QuoteColumns): void => {
    bid.forEach((b, i) => {
      const a = ask[i] ?? 0;
      contracts += 1;
      if (a <= 0) empty += 1;
      else if (b > a) crossed += 1;
      else if (b > 0) usable += 1;
      else oneSided += 1;
    });
  };
  for (const { call, put } of chains) {
    count(call);
    count(put);
  }
  return { contracts, expirations: chains.length, usable, oneSided, empty, crossed, duplicates: 0 };
}
