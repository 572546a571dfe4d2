import { existsSync, linkSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { sha256 } from '../core/hash.ts';
import { ProblemError } from '../core/problem.ts';
import { duckDb, sqlText } from './duckdb.ts';
import { makeFolder } from './durable-file.ts';
import type { LakeLayout } from './lake-layout.ts';

const RETRY_MS = 250;
/** Ten minutes: longer than any import seen; after it something else is wrong. */
const ATTEMPTS = 2_400;
const HELD_ELSEWHERE =
  /Could not set lock on file|Unique file handle conflict|already attached|being used by another process/;
const HOLDER = /PID (\d+)/;

/** Told once, when the lake turns out to be in another writer's hands. */
export type OnWait = (holder: number | undefined) => void;

let drafts = 0;

/**
 * Creates the lock file whole or not at all: an empty DuckDB database made under another name and linked into place.
 * Its content never changes after that.
 */
async function ensureLockFile({ lock, landing }: LakeLayout): Promise<void> {
  if (existsSync(lock)) return;
  drafts += 1;
  const draft = join(landing, `lock-${process.pid}-${drafts}.duckdb`);
  const name = `lock_draft_${drafts}`;
  const db = await duckDb();
  await db.run(`ATTACH ${sqlText(draft)} AS ${name}`);
  await db.run(`DETACH ${name}`);
  try {
    linkSync(draft, lock);
  } catch (error) {
    if (!existsSync(lock)) throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

/**
 * Runs `work` as the only writer of the lake. The lock is the operating system's own lock on a DuckDB file, so it goes
 * when its process goes, however that dies: there is no stale lock to recover and no process number to mistake.
 *
 * @throws ProblemError when another writer keeps the lake for ten minutes
 */
export async function asOnlyWriter<T>(lake: LakeLayout, onWait: OnWait, work: () => Promise<T>): Promise<T> {
  makeFolder(lake.landing);
  await ensureLockFile(lake);
  const name = `lock_${sha256(lake.lock).slice(0, 16)}`;
  await acquire(lake, name, onWait);
  try {
    return await work();
  } finally {
    await (await duckDb()).run(`DETACH ${name}`);
  }
}

async function acquire(lake: LakeLayout, name: string, onWait: OnWait): Promise<void> {
  const db = await duckDb();
  for (let attempt = 0; ; attempt++) {
    try {
      await db.run(`ATTACH ${sqlText(lake.lock)} AS ${name}`);
      return;
    } catch (error) {
      const text = error instanceof Error ? error.message : String(error);
      if (!HELD_ELSEWHERE.test(text)) throw error;
      const holder = HOLDER.exec(text)?.[1];
      if (attempt === 0) onWait(holder === undefined ? undefined : Number(holder));
      if (attempt >= ATTEMPTS) throw busy(lake, holder);
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
    }
  }
}

const busy = (lake: LakeLayout, holder: string | undefined): ProblemError =>
  new ProblemError({
    kind: 'data',
    file: lake.root,
    what: `another import${holder === undefined ? '' : ` (process ${holder})`} has been writing here for ten minutes`,
    fix: 'wait for it to finish, or end it, and import again',
  });
