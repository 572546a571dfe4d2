import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem } from '../core/problem.ts';
import { ProblemError } from '../core/problem.ts';
import type { IsoDate, Points } from '../core/units.ts';
import type { ChainPassport } from '../market/passport.ts';
import type { SourceKind } from '../market/source-kind.ts';
import type { SnapshotFacts } from './chain-table.ts';
import { writeDurably } from './durable-file.ts';
import type { LakeLayout } from './lake-layout.ts';
import type { SeriesTable } from './series-table.ts';
import type { VxTable } from './vx-table.ts';

/** Raised when the meaning of a manifest or of the files it names changes; older ones then count as not imported. */
export const MANIFEST_FORMAT = 1;

/** One file of the lake and what its bytes must hash to. */
export interface LakeFile {
  /** Relative to the lake, with `/`. */
  readonly path: string;
  readonly sha256: string;
  readonly bytes: number;
}

/** One chain of an imported file. */
export interface ChainEntry {
  readonly facts: SnapshotFacts;
  readonly source: SourceKind;
  /** Judged on the file alone; what needs other data is judged when it is read, so order of import cannot matter. */
  readonly passport: ChainPassport;
  /** Identity of the quotes without their date: two sessions that share it are a stale copy. */
  readonly quotesHash: string;
  /** Parity forward of the nearest expiration that has one, to be held against the index close. */
  readonly forward?: { readonly expiration: IsoDate; readonly value: Points };
  /** Absent when the chain was refused: its quotes are not kept. */
  readonly path?: string;
}

/** What one file, or one member of an archive, turned out to be. */
export interface ReadingEntry {
  readonly file: string;
  /** SHA-256 of the decompressed content. */
  readonly content: string;
  readonly reader?: string;
  /** Observations, settlements and contracts taken from it. */
  readonly rows: number;
  readonly span?: { readonly from: IsoDate; readonly to: IsoDate };
  readonly notes: readonly string[];
  readonly refusals: readonly Problem[];
}

/**
 * The receipt of one imported file, written last: what it names exists, what no manifest names does not. It holds no
 * clock and no folder, so that the same files make the same lake, byte for byte.
 */
export interface Manifest {
  readonly format: typeof MANIFEST_FORMAT;
  /** Of the file's bytes as given. */
  readonly sha256: string;
  readonly name: string;
  readonly bytes: number;
  /** What the person said the file holds. */
  readonly as?: string;
  readonly readings: readonly ReadingEntry[];
  readonly series?: SeriesTable;
  readonly vx?: VxTable;
  readonly chains: readonly ChainEntry[];
  readonly files: readonly LakeFile[];
}

const manifestPath = (lake: LakeLayout, sha: string): string => join(lake.manifests, `${sha}.json`);
const NAME = /^[0-9a-f]{64}\.json$/;

function parsed(path: string): Manifest | undefined {
  try {
    const value: Manifest = JSON.parse(readFileSync(path, 'utf8'));
    return value.format === MANIFEST_FORMAT ? value : undefined;
  } catch (error) {
    const what = `a manifest of the lake cannot be read: ${error instanceof Error ? error.message : String(error)}`;
    throw new ProblemError({
      kind: 'data',
      file: path,
      what,
      fix: 'delete this file and import the data again',
    });
  }
}

/** The manifest of a file with these bytes; undefined when it has not been imported. */
export function findManifest(lake: LakeLayout, sha: string): Manifest | undefined {
  const path = manifestPath(lake, sha);
  return existsSync(path) ? parsed(path) : undefined;
}

/** Every manifest, ascending by hash: one order whatever the order of import. */
export function readManifests(lake: LakeLayout): readonly Manifest[] {
  if (!existsSync(lake.manifests)) return [];
  return readdirSync(lake.manifests)
    .filter((name) => NAME.test(name))
    .sort()
    .map((name) => parsed(join(lake.manifests, name)))
    .filter((manifest) => manifest !== undefined);
}

export function writeManifest(lake: LakeLayout, manifest: Manifest): void {
  const text = `${JSON.stringify(manifest, undefined, 1)}\n`;
  writeDurably(join(lake.landing, `${manifest.sha256}.json`), manifestPath(lake, manifest.sha256), text);
}

/** True when nothing of the file was taken. */
export const isRefused = ({ series, vx, chains }: Manifest): boolean =>
  series === undefined && vx === undefined && chains.every(({ path }) => path === undefined);
