import type { IsoDate } from '../core/units.ts';
import type { ReadItem } from './read-item.ts';
import type { Sheet } from './sheet.ts';

/** What a reader may know besides the text. */
export interface ReadContext {
  readonly today: IsoDate;
  /** SHA-256 of the content. */
  readonly sha256: string;
  /** The person's word for what the file holds, upper case, `^` and `$` gone. */
  readonly as?: string;
  /** The file name up to its first `_` or `.`, likewise: a hint, never proof. */
  readonly stem: string;
  /** The stem as written, for symbols whose case tells them from ordinary words. */
  readonly rawStem: string;
  /** Receives what was dropped or assumed. */
  readonly notes: string[];
}

/** Reads one vendor format. */
export interface Reader {
  readonly id: string;
  /** Decides by content alone; cheap, and never throws. */
  readonly recognises: (sheet: Sheet) => boolean;
  /** @throws ProblemError for the first thing in the file that cannot be believed */
  readonly read: (sheet: Sheet, context: ReadContext) => readonly ReadItem[];
}
