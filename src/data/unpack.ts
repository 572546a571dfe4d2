import { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { extract, type Header } from 'tar-stream';
import { ProblemError } from '../core/problem.ts';
import { refuse } from './refuse.ts';

/** One file's content, with the name it is reported under: `archive.tar.gz/member.csv` for a member. */
export interface Member {
  readonly file: string;
  readonly bytes: Uint8Array;
}

/** What a file may grow to; the defaults stop a bomb and pass every vendor file met with room to spare. */
interface UnpackLimits {
  /** Bytes out, in all. */
  readonly bytes: number;
  /** Bytes out over bytes in; quote files reach 10 to 20. */
  readonly ratio: number;
}

const MIB = 1024 * 1024;
const UNPACK_LIMITS: UnpackLimits = { bytes: 512 * MIB, ratio: 200 };
/** Below this size the ratio says nothing: a short run of zeros compresses a thousandfold. */
const RATIO_FROM_BYTES = MIB;

const inflate = promisify(gunzip);
const isGzip = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b;
const TAR_MAGIC_OFFSET = 257;
const isTar = (bytes: Uint8Array): boolean =>
  new TextDecoder('latin1').decode(bytes.subarray(TAR_MAGIC_OFFSET, TAR_MAGIC_OFFSET + 5)) === 'ustar';

const isZip = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04;

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : 'unknown';

async function unzipped({ file, bytes }: Member, limits: UnpackLimits): Promise<Uint8Array> {
  const most = Math.min(limits.bytes, Math.max(RATIO_FROM_BYTES, bytes.length * limits.ratio));
  try {
    return await inflate(bytes, { maxOutputLength: most });
  } catch (error) {
    if (codeOf(error) === 'ERR_BUFFER_TOO_LARGE') {
      const what = `expands beyond ${Math.round(most / MIB)} MiB, more than market data does`;
      return refuse({ file, what, fix: 'check where the file came from; unpack it by hand if it is right' });
    }
    const what = `the gzip stream is cut or damaged (${codeOf(error)})`;
    return refuse({ file, what, fix: 'download or copy the file again' });
  }
}

/** Refuses what has no business in an archive of data: a path that leaves it, a link, a device. */
function requireHarmless(file: string, { name, type }: Header): void {
  const fix = 'unpack the archive by hand and look at what it holds';
  const parts = name.split(/[\\/]/);
  if (name.startsWith('/') || /^[A-Za-z]:/.test(name) || parts.includes('..')) {
    refuse({ file, value: name, what: 'the archive names a path outside itself', fix });
  }
  if (type !== 'file' && type !== 'directory' && type !== 'contiguous-file') {
    refuse({ file, value: name, what: `the archive holds a ${type ?? 'nameless thing'}`, fix });
  }
}

/** A member's name as it may be shown: a hostile one could write to the terminal. */
const printable = (name: string): string =>
  [...name].map((c) => (c < ' ' || c === '\u007f' ? '?' : c)).join('');

async function membersOf({ file, bytes }: Member, limits: UnpackLimits): Promise<readonly Member[]> {
  const members: Member[] = [];
  const tar = extract();
  Readable.from([bytes]).pipe(tar);
  try {
    for await (const entry of tar) {
      requireHarmless(file, entry.header);
      const chunks: Uint8Array[] = [];
      for await (const chunk of entry) if (chunk instanceof Uint8Array) chunks.push(chunk);
      if (entry.header.type === 'directory') continue;
      members.push({ file: `${file}/${printable(entry.header.name)}`, bytes: Buffer.concat(chunks) });
    }
  } catch (error) {
    if (!(error instanceof Error) || error instanceof ProblemError) throw error;
    return refuse({
      file,
      what: `the tar archive is cut or damaged (${error.message})`,
      fix: 'download it again',
    });
  }
  return membersUnzipped(members, limits);
}

/** Members that are gzip themselves are opened; an archive inside an archive is not. */
async function membersUnzipped(members: readonly Member[], limits: UnpackLimits): Promise<readonly Member[]> {
  const opened: Member[] = [];
  let left = limits.bytes;
  for (const member of members) {
    const bytes = isGzip(member.bytes) ? await unzipped(member, { ...limits, bytes: left }) : member.bytes;
    left = Math.max(1, left - bytes.length);
    if (isTar(bytes))
      refuse({ file: member.file, what: 'an archive inside an archive', fix: 'unpack the outer one first' });
    opened.push({ file: member.file, bytes });
  }
  return opened;
}

/**
 * The files inside a file: itself when plain, its content when gzip, its members when tar or tar.gz. All or nothing:
 * a member that may not be there refuses the archive.
 *
 * @throws ProblemError for a cut or damaged stream, an expansion beyond the limits, a hostile member
 */
export async function unpack(
  input: Member,
  limits: UnpackLimits = UNPACK_LIMITS,
): Promise<readonly Member[]> {
  if (isZip(input.bytes)) {
    refuse({
      file: input.file,
      what: 'a zip archive, which nothing here opens',
      fix: 'unpack it and import the CSV files in it',
    });
  }
  const bytes = isGzip(input.bytes) ? await unzipped(input, limits) : input.bytes;
  return isTar(bytes) ? membersOf({ file: input.file, bytes }, limits) : [{ file: input.file, bytes }];
}
