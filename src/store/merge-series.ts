import type { Series, SeriesTag } from '../market/history.ts';
import { type Disagreement, mergeBlocks } from './merge-blocks.ts';
import type { SeriesBlock } from './series-table.ts';

/** One series of the lake, and what its sources disagreed on. */
export interface MergedSeries {
  readonly series: Series;
  /** Keys are day numbers. */
  readonly disagreements: readonly Disagreement[];
  readonly repeated: number;
}

/** One series a name from the blocks of many files; independent of the order of the blocks. */
export function mergeSeries(blocks: readonly SeriesBlock[]): ReadonlyMap<string, MergedSeries> {
  const byName = new Map<string, SeriesBlock[]>();
  for (const block of blocks) {
    const same = byName.get(block.name);
    if (same === undefined) byName.set(block.name, [block]);
    else same.push(block);
  }
  return new Map(
    [...byName].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, same]) => [name, mergeOne(name, same)]),
  );
}

function mergeOne(name: string, blocks: readonly SeriesBlock[]): MergedSeries {
  const { keys, values, availableAt, disagreements, repeated, used } = mergeBlocks(
    blocks.map((block) => ({ ...block, keys: block.days })),
  );
  const contents = new Set(used.map(({ content }) => content));
  const tags = new Set<SeriesTag>(
    blocks.filter(({ content }) => contents.has(content)).flatMap(({ tags }) => tags),
  );
  return {
    series: { name, days: keys, values, availableAt, tags: [...tags].sort() },
    disagreements,
    repeated,
  };
}
