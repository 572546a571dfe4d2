import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { lakeLayout } from './lake-layout.ts';
import { asOnlyWriter } from './write-lock.ts';

const folder = mkdtempSync(join(tmpdir(), 'alvh-lock-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const module = (name: string): string => pathToFileURL(join(import.meta.dirname, name)).href;
/** Takes the lock, says so, and holds it until it is killed. */
const HOLDER = (home: string): string => `
  import { asOnlyWriter } from '${module('write-lock.ts')}';
  import { lakeLayout } from '${module('lake-layout.ts')}';
  await asOnlyWriter(lakeLayout(${JSON.stringify(home)}), () => {}, async () => {
    process.stdout.write('held');
    await new Promise((resolve) => setTimeout(resolve, 600_000));
  });`;

async function holder(home: string): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', HOLDER(home)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (child.stdout !== null) await once(child.stdout, 'data');
  return child;
}

describe('the write lock', () => {
  it('makes a second process wait, names the first, and goes with it when it is killed', async () => {
    const home = join(folder, 'two');
    const first = await holder(home);
    const waits: (number | undefined)[] = [];
    const second = asOnlyWriter(
      lakeLayout(home),
      (pid) => {
        waits.push(pid);
        first.kill('SIGKILL');
      },
      async () => 'written',
    );
    expect(await second).toBe('written');
    expect(waits).toEqual([first.pid]);
  });

  it('lets one writer after the other through in one process, and frees the lake when the work fails', async () => {
    const lake = lakeLayout(join(folder, 'one'));
    const order: string[] = [];
    let next: Promise<unknown> = Promise.resolve();
    const failing = asOnlyWriter(
      lake,
      () => {},
      async () => {
        order.push('first');
        // The second comes while the first holds the lake, and the first ends once it is seen waiting.
        await new Promise<void>((seenWaiting) => {
          const onWait = () => {
            order.push('waits');
            seenWaiting();
          };
          next = asOnlyWriter(lake, onWait, async () => order.push('second'));
        });
        order.push('first ends');
        throw new Error('disk full');
      },
    );
    await expect(failing).rejects.toThrow('disk full');
    await next;
    expect(order).toEqual(['first', 'waits', 'first ends', 'second']);
  });
});
