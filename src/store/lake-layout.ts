import { join } from 'node:path';
import { monthOf, yearOf } from '../core/dates.ts';
import type { IsoDate } from '../core/units.ts';
import type { Underlying } from '../market/chain.ts';

/**
 * Where things lie in a lake. Parquet files are named by their own content and are never changed; a file exists for
 * readers only when a manifest names it, and a manifest is written last. All paths in manifests are relative, with `/`.
 */
export interface LakeLayout {
  readonly root: string;
  readonly manifests: string;
  /** Half-written files; whatever is found here by the next writer is rubbish. */
  readonly landing: string;
  readonly lock: string;
}

export type Dataset = 'series' | 'vx' | 'chains';
export const DATASETS: readonly Dataset[] = ['series', 'vx', 'chains'];

export function lakeLayout(home: string): LakeLayout {
  const root = join(home, 'lake');
  return {
    root,
    manifests: join(root, 'manifest'),
    landing: join(root, 'landing'),
    lock: join(root, 'writer.lock'),
  };
}

const pad = (n: number): string => String(n).padStart(2, '0');

/** `chains/SPX/year=2019/month=05`: hive-style, so any Parquet tool can prune by year and month. */
export const chainFolder = (underlying: Underlying, session: IsoDate): string =>
  `chains/${underlying}/year=${yearOf(session)}/month=${pad(monthOf(session))}`;
