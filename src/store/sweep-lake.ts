import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DATASETS, type LakeLayout } from './lake-layout.ts';
import { readManifests } from './manifest.ts';

/** Files under a folder of the lake, as paths relative to the lake, with `/`. */
export function filesUnder(root: string, folder: string): readonly string[] {
  const at = join(root, folder);
  if (!existsSync(at)) return [];
  return readdirSync(at, { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    return entry.isDirectory() ? filesUnder(root, path) : [path];
  });
}

/**
 * Removes what a killed import left: half-written files, and whole ones that never got their manifest. To be called by
 * the only writer, before it writes.
 *
 * @returns the paths removed
 */
export function sweepLake(lake: LakeLayout): readonly string[] {
  const named = new Set(readManifests(lake).flatMap(({ files }) => files.map(({ path }) => path)));
  const orphans = DATASETS.flatMap((dataset) => filesUnder(lake.root, dataset)).filter(
    (path) => !named.has(path),
  );
  const rubbish = [...filesUnder(lake.root, 'landing'), ...orphans];
  for (const path of rubbish) rmSync(join(lake.root, path), { force: true });
  return rubbish;
}
