import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { sha256 } from '../core/hash.ts';
import { type Problem, ProblemError } from '../core/problem.ts';
import type { IsoDate } from '../core/units.ts';
import { readings } from '../data/read-file.ts';
import type { FileInput, FileReading } from '../data/read-item.ts';
import type { ChainPassport } from '../market/passport.ts';
import { type LakeLayout, lakeLayout } from '../store/lake-layout.ts';
import { findManifest, isRefused, type Manifest } from '../store/manifest.ts';
import { type ImportDraft, storeImport } from '../store/store-import.ts';
import { sweepLake } from '../store/sweep-lake.ts';
import { asOnlyWriter } from '../store/write-lock.ts';
import { draftImport } from './draft-import.ts';
import { type FoundFile, filesToImport } from './files-to-import.ts';
import { type ImportReport, importReport, type Outcome, type PassportsOf } from './import-report.ts';
import { openMarketData } from './read-market-data.ts';

export interface ImportRequest {
  readonly home: string;
  /** Files and folders. */
  readonly paths: readonly string[];
  /** What the person says the files hold: `VIX3M`, `SPY`, `DGS10`. */
  readonly as?: string;
  /** Reads again what was refused before. */
  readonly retry?: boolean;
  /** The newest date a file may speak of. */
  readonly today: IsoDate;
  readonly onProgress?: (event: ImportProgress) => void;
}

export type ImportProgress =
  | { readonly kind: 'waiting'; readonly holder?: number }
  | { readonly kind: 'swept'; readonly files: number }
  | { readonly kind: 'started'; readonly files: number }
  | {
      readonly kind: 'file';
      readonly index: number;
      readonly path: string;
      readonly state: 'imported' | 'unchanged' | 'refused';
    }
  | { readonly kind: 'judging' };

/**
 * Brings files into the lake: each recognised by content, read, checked and stored whole or not at all. A file whose
 * bytes are in the lake is left alone, so running twice, or again after a crash, only does what is missing.
 *
 * @throws ProblemError when a path does not exist, another import keeps the lake, or the disk refuses a write
 */
export async function importData(request: ImportRequest): Promise<ImportReport> {
  const { home, paths, onProgress = () => {} } = request;
  const lake = lakeLayout(home);
  const files = filesToImport(paths, lake.root);
  const onWait = (holder: number | undefined): void =>
    onProgress({ kind: 'waiting', ...(holder === undefined ? {} : { holder }) });
  const outcomes = await guarded(lake, () =>
    asOnlyWriter(lake, onWait, async () => {
      const swept = sweepLake(lake).length;
      if (swept > 0) onProgress({ kind: 'swept', files: swept });
      onProgress({ kind: 'started', files: files.length });
      return await importFiles(lake, files, request);
    }),
  );
  onProgress({ kind: 'judging' });
  const market = await openMarketData(home);
  return importReport(home, outcomes, passportsByFile(market.chains));
}

function passportsByFile(chains: readonly ChainPassport[]): PassportsOf {
  const judged = new Map<string, ChainPassport[]>();
  for (const passport of chains) {
    const key = `${passport.source} ${passport.file}`;
    judged.set(key, [...(judged.get(key) ?? []), passport]);
  }
  return (file, content) => judged.get(`${content} ${file}`) ?? [];
}

async function importFiles(
  lake: LakeLayout,
  files: readonly FoundFile[],
  request: ImportRequest,
): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const [index, file] of files.entries()) {
    const outcome = await importFile(lake, file, request);
    outcomes.push(outcome);
    request.onProgress?.({ kind: 'file', index, path: file.path, state: stateOf(outcome) });
  }
  return outcomes;
}

function stateOf({ manifest, isNew }: Outcome): 'imported' | 'unchanged' | 'refused' {
  if (manifest === undefined || isRefused(manifest)) return 'refused';
  return isNew ? 'imported' : 'unchanged';
}

async function importFile(
  lake: LakeLayout,
  found: FoundFile,
  { as, retry, today }: ImportRequest,
): Promise<Outcome> {
  const { path, named } = found;
  const bytes = bytesOf(path);
  if (!(bytes instanceof Uint8Array)) return { path, named, isNew: false, problem: bytes };
  const input = { name: basename(path), bytes, ...(as === undefined ? {} : { as }) };
  const known = findManifest(lake, sha256(bytes));
  if (known !== undefined && !mustReadAgain(known, input, retry === true)) {
    return { path, named, isNew: false, manifest: known };
  }
  const draft = await draftOf({ ...input, today });
  if ('what' in draft) return { path, named, isNew: false, problem: draft };
  return { path, named, isNew: true, manifest: await storeImport(lake, draft) };
}

/**
 * Nothing is read twice, except what was refused when the person asks for it or gives the file another name (a name
 * can tell which series a bare table holds), and what they now say is something else than before.
 */
function mustReadAgain(
  known: Manifest,
  input: { readonly name: string; readonly as?: string },
  retry: boolean,
): boolean {
  if (input.as !== undefined && input.as !== known.as) return true;
  return isRefused(known) && (retry || input.name !== known.name);
}

function bytesOf(path: string): Uint8Array | Problem {
  try {
    return readFileSync(path);
  } catch (error) {
    const what = `cannot be read: ${error instanceof Error ? error.message : String(error)}`;
    return { kind: 'data', file: path, what, fix: 'check the file and its permissions' };
  }
}

/** Everything a file gives; a reader that throws is a bug of ours, kept from taking the other files down with it. */
async function draftOf(input: FileInput): Promise<ImportDraft | Problem> {
  try {
    const all: FileReading[] = [];
    for await (const reading of readings(input)) all.push(reading);
    return draftImport(input, all);
  } catch (error) {
    const what = `its reader failed: ${error instanceof Error ? error.message : String(error)}`;
    return {
      kind: 'data',
      file: input.name,
      what,
      fix: 'report this with the file: the reader should have said why',
    };
  }
}

/** What the system says when a disk is full, read-only or gone. */
const DISK = /ENOSPC|EDQUOT|EROFS|EACCES|EPERM|EFBIG|EIO|ENOTDIR|IO Error|No space left/;

/** A write that fails leaves the lake as it was before the file; say so. */
async function guarded<T>(lake: LakeLayout, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    if (error instanceof ProblemError || !DISK.test(text)) throw error;
    throw new ProblemError({
      kind: 'data',
      file: lake.root,
      what: `the lake could not be written (${text.split('\n')[0]}); files imported before this one are kept`,
      fix: 'make room or choose another folder with --home, and import again',
    });
  }
}
