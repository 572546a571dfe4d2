import { dateOfDay, dayNumber } from '../core/dates.ts';
import { PreconditionError } from '../core/errors.ts';
import { sha256 } from '../core/hash.ts';
import type { IsoDate } from '../core/units.ts';
import type { ChainItem, FileReading, ReadItem, SeriesItem, VxItem, VxRow } from '../data/read-item.ts';
import { checkChain } from '../market/chain-check.ts';
import { checkedSeries } from '../market/history.ts';
import { quotesHash } from '../market/quotes-hash.ts';
import type { ReadingEntry } from '../store/manifest.ts';
import type { SeriesBlock } from '../store/series-table.ts';
import type { ChainDraft, ImportDraft } from '../store/store-import.ts';
import type { VxBlock } from '../store/vx-table.ts';

/** The file the readings came from. */
export interface ImportedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly as?: string;
}

/** Turns what readers gave into what the store keeps, with each chain checked on its own. */
export function draftImport(
  { name, bytes, as }: ImportedFile,
  readings: readonly FileReading[],
): ImportDraft {
  const drafts = readings.map(draftReading);
  return {
    sha256: sha256(bytes),
    name,
    bytes: bytes.length,
    ...(as === undefined ? {} : { as }),
    readings: drafts.map(({ entry }) => entry),
    series: drafts.flatMap(({ series }) => series),
    vx: drafts.flatMap(({ vx }) => vx),
    chains: drafts.flatMap(({ chains }) => chains),
  };
}

function draftReading(reading: FileReading) {
  const { file, sha256: content, items } = reading;
  const series = items.filter((item) => item.kind === 'series').map((item) => seriesBlock(item, content));
  const vx = items.filter((item) => item.kind === 'vx').map((item) => vxBlock(item, content));
  const chains = items.filter((item) => item.kind === 'chain').map((item) => chainDraft(item, file));
  return { entry: readingEntry(reading), series, vx, chains };
}

/** @throws PreconditionError when the reader broke a rule of series: what is stored must be mergeable for good */
function seriesBlock(item: SeriesItem, content: string): SeriesBlock {
  const { name, tags, days, values, availableAt } = checkedSeries(item);
  return { name, source: item.source, tags, content, days, values, availableAt };
}

/** @throws PreconditionError when the rows are not strictly ascending: what is stored must be mergeable for good */
function vxBlock({ source, rows }: VxItem, content: string): VxBlock {
  const keyOf = ({ session, expiration }: VxRow): string => `${session} ${expiration}`;
  const wrong = rows.find((row, i) => i > 0 && keyOf(row) <= keyOf(rows[i - 1] ?? row));
  if (wrong !== undefined)
    throw new PreconditionError('VX rows', 'must ascend by session and expiration', keyOf(wrong));
  return {
    source,
    content,
    sessions: Int32Array.from(rows, ({ session }) => dayNumber(session)),
    expirations: Int32Array.from(rows, ({ expiration }) => dayNumber(expiration)),
    settles: Float64Array.from(rows, ({ settle }) => settle),
    availableAt: Float64Array.from(rows, ({ availableAt }) => availableAt),
  };
}

/** A chain refused on its own is remembered without its quotes. */
function chainDraft({ snapshot, counts, source }: ChainItem, file: string): ChainDraft {
  const { passport, forward } = checkChain(snapshot, counts, file);
  return {
    snapshot,
    source,
    passport,
    quotesHash: quotesHash(snapshot),
    ...(forward === undefined ? {} : { forward }),
    keep: passport.verdict !== 'refuse',
  };
}

function readingEntry(reading: FileReading): ReadingEntry {
  const { file, sha256: content, reader, items, notes, refusals } = reading;
  const span = spanOf(items);
  return {
    file,
    content,
    ...(reader === undefined ? {} : { reader }),
    rows: items.reduce((sum, item) => sum + rowsOf(item), 0),
    ...(span === undefined ? {} : { span }),
    notes,
    refusals,
  };
}

function rowsOf(item: ReadItem): number {
  switch (item.kind) {
    case 'series':
      return item.days.length;
    case 'vx':
      return item.rows.length;
    case 'chain':
      return item.counts.contracts;
  }
}

function daysOf(item: ReadItem): readonly [IsoDate, IsoDate] | undefined {
  switch (item.kind) {
    case 'series': {
      const [first, last] = [item.days[0], item.days[item.days.length - 1]];
      return first === undefined || last === undefined ? undefined : [dateOfDay(first), dateOfDay(last)];
    }
    case 'vx': {
      const sessions = item.rows.map(({ session }) => session);
      return sessions.length === 0 ? undefined : [least(sessions), greatest(sessions)];
    }
    case 'chain':
      return [item.snapshot.session, item.snapshot.session];
  }
}

const least = (dates: readonly IsoDate[]): IsoDate => dates.reduce((a, b) => (b < a ? b : a));
const greatest = (dates: readonly IsoDate[]): IsoDate => dates.reduce((a, b) => (b > a ? b : a));

function spanOf(items: readonly ReadItem[]): { readonly from: IsoDate; readonly to: IsoDate } | undefined {
  const spans = items.map(daysOf).filter((days) => days !== undefined);
  if (spans.length === 0) return undefined;
  return { from: least(spans.map(([from]) => from)), to: greatest(spans.map(([, to]) => to)) };
}
