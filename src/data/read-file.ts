import { PreconditionError } from '../core/errors.ts';
import { sha256 } from '../core/hash.ts';
import { type Problem, ProblemError } from '../core/problem.ts';
import type { FileInput, FileReading } from './read-item.ts';
import type { ReadContext } from './reader.ts';
import { unreadReason } from './readers/known-unread.ts';
import { recognise } from './recognise.ts';
import { refuse } from './refuse.ts';
import { sheetOf } from './sheet.ts';
import { type Member, unpack } from './unpack.ts';

/** `VIX3M` of `index/VIX3M_History.csv`, `SPY` of `SPY.csv.gz`, as written. */
function stemOf(file: string): string {
  const name = file.split(/[\\/]/).at(-1) ?? file;
  return (/^[\^$_]?([^_.]*)/.exec(name)?.[1] ?? '').trim();
}

const hint = (text: string): string =>
  text
    .trim()
    .toUpperCase()
    .replace(/^[\^$_]/, '');

/** The problem behind anything a reader may throw; a bug of ours is none and goes on up. */
function problemOf(error: unknown, file: string): Problem {
  if (error instanceof ProblemError) return error.problem;
  if (error instanceof PreconditionError) {
    const { param, rule, value } = error;
    return {
      kind: 'data',
      file,
      field: param,
      value: String(value),
      what: rule,
      fix: 'download the file again',
    };
  }
  throw error;
}

function readMember({ file, bytes }: Member, input: FileInput): FileReading {
  const notes: string[] = [];
  const identity = { file, sha256: sha256(bytes) };
  const rawStem = stemOf(file);
  const as = input.as === undefined ? {} : { as: hint(input.as) };
  const context: ReadContext = {
    today: input.today,
    sha256: identity.sha256,
    stem: hint(rawStem),
    rawStem,
    notes,
    ...as,
  };
  let reader: string | undefined;
  try {
    const sheet = sheetOf(file, bytes);
    const found = recognise(sheet);
    if (found === undefined) return refuse({ file, ...unreadReason(sheet) });
    reader = found.id;
    const items = found.read(sheet, context);
    if (items.length === 0)
      refuse({ file, what: 'holds no value that can be used', fix: 'download the file again' });
    return { ...identity, reader, items, refusals: [], notes };
  } catch (error) {
    return {
      ...identity,
      ...(reader === undefined ? {} : { reader }),
      items: [],
      refusals: [problemOf(error, file)],
      notes: [],
    };
  }
}

/**
 * What a file holds: one reading for a plain or gzip file, one per member of a tar archive. A reading has all its items
 * or none: whatever cannot be believed refuses the whole file (or member), never part of it. Nothing is thrown for bad
 * input of any kind.
 */
export async function* readings(input: FileInput): AsyncGenerator<FileReading, void, undefined> {
  let members: readonly Member[];
  try {
    members = await unpack({ file: input.name, bytes: input.bytes });
  } catch (error) {
    yield {
      file: input.name,
      sha256: sha256(input.bytes),
      items: [],
      refusals: [problemOf(error, input.name)],
      notes: [],
    };
    return;
  }
  for (const member of members) yield readMember(member, input);
}

/** All readings of a file as one: for a plain or gzip file its only one, for an archive everything its members gave. */
export async function readFile(input: FileInput): Promise<FileReading> {
  const all: FileReading[] = [];
  for await (const reading of readings(input)) all.push(reading);
  const [only] = all;
  if (only !== undefined && all.length === 1) return only;
  return {
    file: input.name,
    sha256: sha256(input.bytes),
    reader: 'archive',
    items: all.flatMap(({ items }) => items),
    refusals: all.flatMap(({ refusals }) => refusals),
    notes: all.flatMap(({ file, notes }) => notes.map((text) => `${file}: ${text}`)),
  };
}
