/**
 * Where a fact came from, best first. When two files state one fact, the kind earlier in this list wins; two files of
 * one kind are settled by the smaller content hash, so that the outcome does not depend on the order of import.
 *
 * The exchange that makes a number comes before the office that repeats it, that before data vendors and the public
 * download pages (`yahoo`: Yahoo, Stooq, Nasdaq, Investing.com), those before a terminal export, and all of them before
 * tables somebody joined from the others (`derived`; `derived-close` where closes stand in for settlements).
 */
export const SOURCE_KINDS = [
  'cfe-contract',
  'cboe-history',
  'cboe-quotes',
  'official',
  'fred',
  'vendor',
  'yahoo',
  'bloomberg',
  'derived',
  'derived-close',
] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];

/** Rank of a source, 0 best; lower wins. */
export const precedence = (source: SourceKind): number => SOURCE_KINDS.indexOf(source);
