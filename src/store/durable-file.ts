import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Forces what a file or folder holds to the disk. */
function flush(path: string): void {
  const handle = openSync(path, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Some file systems (and Windows) refuse to flush a folder; the rename is then as durable as they make it. */
function flushFolder(path: string): void {
  try {
    flush(path);
  } catch {
    // Not an error of ours: the data itself has been flushed.
  }
}

/** Makes a folder, and makes every new name on the way to it last. */
export function makeFolder(path: string): void {
  const first = mkdirSync(path, { recursive: true });
  if (first === undefined) return;
  for (let at = path; at.length >= first.length; at = dirname(at)) flushFolder(dirname(at));
}

/** Moves a finished file to its place: after this it is there whole, or, had we been killed, not at all. */
export function moveDurably(from: string, to: string): void {
  flush(from);
  renameSync(from, to);
  flushFolder(dirname(to));
}

/** Writes a text so that readers see the old file or the new one, never a part. */
export function writeDurably(landing: string, to: string, text: string): void {
  try {
    writeFileSync(landing, text);
    moveDurably(landing, to);
  } catch (error) {
    rmSync(landing, { force: true });
    throw error;
  }
}
