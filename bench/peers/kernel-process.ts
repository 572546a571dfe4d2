import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface, type Interface } from 'node:readline';
import type { SelfTimed } from './best-of.ts';
import { readColumns, writeColumns } from './column-file.ts';

/** Best of a slice, ns per item. */
export interface Slice {
  readonly passes: number;
  /** By the clock on the wall. */
  readonly wall: number;
  /** By the thread's own processor time. */
  readonly cpu: number;
}

/** A compiled baseline with its inputs loaded, waiting for requests (see native/serve.h). */
export interface KernelProcess extends SelfTimed {
  /** Processor time, which leaves out what the machine did meanwhile: to the baseline's advantage. */
  readonly slice: (milliseconds: number) => Promise<number>;
  readonly time: (milliseconds: number) => Promise<Slice>;
  /** The answers, column by column, NaN where the baseline refused. */
  readonly values: () => Promise<readonly Float64Array[]>;
  readonly close: () => Promise<void>;
}

interface Started {
  readonly child: ChildProcess;
  readonly folder: string;
  readonly ask: (request: string) => Promise<string>;
}

/**
 * A program on a table; `args` follow the table's path. It is started when first asked, so that a baseline nobody gets to
 * ask leaves no process behind.
 */
export function startKernel(
  path: string,
  columns: readonly Float64Array[],
  args: readonly string[] = [],
): KernelProcess {
  let started: Started | undefined;
  const running = (): Started => {
    started ??= start(path, columns, args);
    return started;
  };
  const time = async (milliseconds: number): Promise<Slice> =>
    JSON.parse(await running().ask(`time ${milliseconds}`));
  return {
    time,
    slice: async (milliseconds) => (await time(milliseconds)).cpu,
    values: async () => {
      const { folder, ask } = running();
      const answers = join(folder, 'answers');
      await ask(`values ${answers}`);
      return readColumns(answers);
    },
    close: async () => {
      if (started === undefined) return;
      const { child, folder } = started;
      child.stdin?.end();
      if (child.exitCode === null && child.signalCode === null) await once(child, 'close');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function start(path: string, columns: readonly Float64Array[], args: readonly string[]): Started {
  const folder = mkdtempSync(join(tmpdir(), 'alvh-peer-'));
  const table = join(folder, 'input');
  writeColumns(table, columns);
  const child = spawn(path, [table, ...args], { stdio: ['pipe', 'pipe', 'pipe'] });
  return { child, folder, ask: asker(child, createInterface({ input: child.stdout })) };
}

/** One line out, one line back; a program that ends instead of answering is an error with its last words. */
function asker(child: ChildProcess, lines: Interface): (request: string) => Promise<string> {
  let complaint = '';
  child.stderr?.on('data', (text) => {
    complaint = `${complaint}${text}`.slice(-400);
  });
  child.on('error', ({ message }) => {
    complaint = message;
  });
  // A program that dies takes its input with it; what it said on the way is reported by the question that waits.
  child.stdin?.on('error', () => {});
  const answers = lines[Symbol.asyncIterator]();
  return async (request) => {
    child.stdin?.write(`${request}\n`);
    const { value, done } = await answers.next();
    if (done) throw new Error(`the baseline stopped: ${complaint.trim()}`);
    return value;
  };
}
