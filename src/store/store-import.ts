import { readFileSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { sha256 } from '../core/hash.ts';
import type { ChainSnapshot } from '../market/chain.ts';
import { writeChainTable } from './chain-table.ts';
import { makeFolder, moveDurably } from './durable-file.ts';
import { chainFolder, type LakeLayout } from './lake-layout.ts';
import {
  type ChainEntry,
  type LakeFile,
  MANIFEST_FORMAT,
  type Manifest,
  type ReadingEntry,
  writeManifest,
} from './manifest.ts';
import { type SeriesBlock, type SeriesTable, writeSeriesTable } from './series-table.ts';
import { type VxBlock, type VxTable, writeVxTable } from './vx-table.ts';

/** A chain to keep (`snapshot` present) or only to remember as refused. */
export type ChainDraft = Omit<ChainEntry, 'path' | 'facts'> & {
  readonly snapshot: ChainSnapshot;
  readonly keep: boolean;
};

/** Everything one file gave, ready to land. */
export interface ImportDraft {
  readonly sha256: string;
  readonly name: string;
  readonly bytes: number;
  readonly as?: string;
  readonly readings: readonly ReadingEntry[];
  readonly series: readonly SeriesBlock[];
  readonly vx: readonly VxBlock[];
  readonly chains: readonly ChainDraft[];
}

/** Enough of a content hash to never meet twice in one lake. */
const SHORT = 16;

/**
 * Lands one table: written aside, hashed, flushed, then moved to a name that holds its hash, so that a file of the lake
 * is never overwritten by another content.
 */
async function land(
  lake: LakeLayout,
  nameOf: (hash: string) => string,
  write: (path: string) => Promise<void>,
): Promise<LakeFile> {
  const draft = join(lake.landing, `${process.pid}.parquet`);
  try {
    await write(draft);
    const hash = sha256(readFileSync(draft));
    const path = nameOf(hash.slice(0, SHORT));
    const bytes = statSync(draft).size;
    makeFolder(dirname(join(lake.root, path)));
    moveDurably(draft, join(lake.root, path));
    return { path, sha256: hash, bytes };
  } finally {
    rmSync(draft, { force: true });
  }
}

async function landSeries(
  lake: LakeLayout,
  blocks: readonly SeriesBlock[],
): Promise<[LakeFile, SeriesTable]> {
  const file = await land(
    lake,
    (hash) => `series/${hash}.parquet`,
    (path) => writeSeriesTable(blocks, path),
  );
  const entries = blocks.map(({ name, source, tags, content, days }) => ({
    name,
    source,
    tags,
    content,
    rows: days.length,
  }));
  return [file, { path: file.path, blocks: entries }];
}

async function landVx(lake: LakeLayout, blocks: readonly VxBlock[]): Promise<[LakeFile, VxTable]> {
  const file = await land(
    lake,
    (hash) => `vx/${hash}.parquet`,
    (path) => writeVxTable(blocks, path),
  );
  const entries = blocks.map(({ source, content, sessions }) => ({ source, content, rows: sessions.length }));
  return [file, { path: file.path, blocks: entries }];
}

async function landChain(lake: LakeLayout, draft: ChainDraft): Promise<[LakeFile | undefined, ChainEntry]> {
  const { snapshot, keep, ...rest } = draft;
  const { chains: _, ...facts } = snapshot;
  if (!keep) return [undefined, { facts, ...rest }];
  const folder = chainFolder(snapshot.underlying, snapshot.session);
  const nameOf = (hash: string): string => `${folder}/${snapshot.session}-${hash}.parquet`;
  const file = await land(lake, nameOf, (path) => writeChainTable(snapshot, path));
  return [file, { facts, ...rest, path: file.path }];
}

/**
 * Brings one file into the lake, whole or not at all: its Parquet files first, its manifest last. Killed before the
 * manifest, the Parquet files are orphans no reader sees. To be called by the only writer (write-lock.ts).
 *
 * @throws DuckDB's or the file system's error (a full disk), with nothing of the file visible to readers
 */
export async function storeImport(lake: LakeLayout, draft: ImportDraft): Promise<Manifest> {
  for (const folder of [lake.landing, lake.manifests]) makeFolder(folder);
  const series = draft.series.length === 0 ? undefined : await landSeries(lake, draft.series);
  const vx = draft.vx.length === 0 ? undefined : await landVx(lake, draft.vx);
  const chains: (readonly [LakeFile | undefined, ChainEntry])[] = [];
  for (const chain of draft.chains) chains.push(await landChain(lake, chain));
  const files = [series?.[0], vx?.[0], ...chains.map(([file]) => file)].filter((file) => file !== undefined);
  const manifest: Manifest = {
    format: MANIFEST_FORMAT,
    sha256: draft.sha256,
    name: draft.name,
    bytes: draft.bytes,
    ...(draft.as === undefined ? {} : { as: draft.as }),
    readings: draft.readings,
    ...(series === undefined ? {} : { series: series[1] }),
    ...(vx === undefined ? {} : { vx: vx[1] }),
    chains: chains.map(([, entry]) => entry),
    files,
  };
  writeManifest(lake, manifest);
  return manifest;
}
