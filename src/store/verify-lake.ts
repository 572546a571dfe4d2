import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sha256 } from '../core/hash.ts';
import type { LakeLayout } from './lake-layout.ts';
import { readManifests } from './manifest.ts';

/**
 * Holds every file a manifest names against its hash.
 *
 * @returns one line for each file that is gone or changed; empty when the lake is whole
 */
export function verifyLake(lake: LakeLayout): readonly string[] {
  return readManifests(lake).flatMap(({ name, files }) =>
    files.flatMap(({ path, sha256: expected }) => {
      const file = join(lake.root, path);
      if (!existsSync(file)) return [`${path} (from ${name}) is gone`];
      return sha256(readFileSync(file)) === expected ? [] : [`${path} (from ${name}) was changed`];
    }),
  );
}
