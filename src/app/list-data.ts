import type { Problem } from '../core/problem.ts';
import type { IsoDate } from '../core/units.ts';
import type { ChainPassport, Verdict } from '../market/passport.ts';
import { chainRefusal } from './chain-refusal.ts';
import { type MarketData, openMarketData } from './read-market-data.ts';

/** One file, or member of an archive, that was ever imported. */
export interface ListedFile {
  readonly file: string;
  /** SHA-256 of the decompressed content. */
  readonly content: string;
  readonly verdict: Verdict;
  readonly reader?: string;
  readonly rows: number;
  readonly span?: { readonly from: IsoDate; readonly to: IsoDate };
  readonly notes: readonly string[];
  /** Why nothing of it is used. */
  readonly problem?: Problem;
  readonly chains: readonly ChainPassport[];
}

/** Every imported file with what it gave and why what was refused was refused, by name. */
export async function listData(home: string): Promise<readonly ListedFile[]> {
  return listedFiles(await openMarketData(home));
}

function listedFiles({ manifests, chains }: MarketData): readonly ListedFile[] {
  const files = manifests.flatMap(({ readings }) =>
    readings.map((entry): ListedFile => {
      const mine = chains.filter(({ source, file }) => source === entry.content && file === entry.file);
      const problem = entry.refusals[0] ?? chainRefusal(mine);
      return {
        file: entry.file,
        content: entry.content,
        verdict: problem === undefined ? usedVerdict(mine) : 'refuse',
        ...(entry.reader === undefined ? {} : { reader: entry.reader }),
        rows: entry.rows,
        ...(entry.span === undefined ? {} : { span: entry.span }),
        notes: entry.notes,
        ...(problem === undefined ? {} : { problem }),
        chains: mine,
      };
    }),
  );
  return files.sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.content < b.content ? -1 : 1));
}

/** What is used of a file: with care when one of its chains asks for it or may not be used. */
const usedVerdict = (chains: readonly ChainPassport[]): Verdict =>
  chains.every(({ verdict }) => verdict === 'use') ? 'use' : 'use-with-care';
