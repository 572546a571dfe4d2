import type { Problem } from '../core/problem.ts';
import type { EpochMs, IsoDate, Points } from '../core/units.ts';
import type { ChainSnapshot } from '../market/chain.ts';
import type { Series } from '../market/history.ts';
import type { SourceKind } from '../market/source-kind.ts';

/** One series as one file tells it: finite values, days strictly ascending, each with the instant it was knowable. */
export interface SeriesItem extends Series {
  readonly kind: 'series';
  readonly source: SourceKind;
  /** True when only the file's name said which series this is; its values were checked, not proved. */
  readonly namedByFile: boolean;
}

/** Settlement (or close, where a vendor sells closes as settlements) of one monthly VX future on one session. */
export interface VxRow {
  readonly session: IsoDate;
  readonly expiration: IsoDate;
  readonly settle: Points;
  readonly availableAt: EpochMs;
}

/** VX futures of one file, ascending by (session, expiration); never a row on or after its own settlement day. */
export interface VxItem {
  readonly kind: 'vx';
  readonly source: SourceKind;
  readonly basis: 'settle' | 'close';
  readonly rows: readonly VxRow[];
}

/** What the passport needs to know about the quotes of one chain, counted while they were read. */
export interface ChainCounts {
  /** Distinct contracts; a repeated row is counted in `duplicates` and kept once. */
  readonly contracts: number;
  readonly expirations: number;
  /** bid > 0 and ask >= bid. */
  readonly usable: number;
  /** An ask and no bid. */
  readonly oneSided: number;
  /** No ask at all, nor a bid. */
  readonly empty: number;
  /** bid above ask, or a bid without an ask. */
  readonly crossed: number;
  readonly duplicates: number;
}

/** Every quote of one underlying and session in one file. */
export interface ChainItem {
  readonly kind: 'chain';
  readonly source: SourceKind;
  readonly snapshot: ChainSnapshot;
  readonly counts: ChainCounts;
  /** False for the copies vendors write on holidays and weekends: the passport must refuse them. */
  readonly onSession: boolean;
}

export type ReadItem = SeriesItem | VxItem | ChainItem;

/** What a file is to its reader, besides its bytes. */
export interface FileInput {
  /** Shown in problems, and a hint to a series' name where the content has none. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** The person's own word for what the file holds: `VIX3M`, `SPY`, `DGS10`. */
  readonly as?: string;
  /** The newest date a file may speak of. */
  readonly today: IsoDate;
}

/** What one file (or one member of an archive) gave: everything, or nothing and the reason. */
export interface FileReading {
  /** File name; `archive.tar.gz/member.csv` for a member. */
  readonly file: string;
  /** SHA-256 of the decompressed content, so that a file and its gzip are one source. */
  readonly sha256: string;
  /** Id of the reader that took it; absent when none did. */
  readonly reader?: string;
  readonly items: readonly ReadItem[];
  readonly refusals: readonly Problem[];
  /** What was left out or assumed, in words: `3 rows before 2007-01-03 dropped: vendor test data`. */
  readonly notes: readonly string[];
}
