import { gzipSync } from 'node:zlib';
import { pack } from 'tar-stream';
import { describe, expect, it } from 'vitest';
import { ProblemError } from '../core/problem.ts';
import { unpack } from './unpack.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

async function tarOf(entries: readonly (readonly [string, Uint8Array])[]): Promise<Uint8Array> {
  const tar = pack();
  for (const [name, bytes] of entries) tar.entry({ name }, Buffer.from(bytes));
  tar.finalize();
  const chunks: Uint8Array[] = [];
  for await (const chunk of tar) if (chunk instanceof Uint8Array) chunks.push(chunk);
  return Buffer.concat(chunks);
}

describe('unpack', () => {
  it('gives a plain file back, a gzip its content, a tar its members, gzip members opened', async () => {
    expect(await unpack({ file: 'a.csv', bytes: bytesOf('x') })).toEqual([
      { file: 'a.csv', bytes: bytesOf('x') },
    ]);
    const [zipped] = await unpack({ file: 'a.csv.gz', bytes: gzipSync('hello') });
    expect(textOf(zipped?.bytes ?? bytesOf(''))).toBe('hello');
    const tar = await tarOf([
      ['one.csv', bytesOf('1')],
      ['in/two.csv.gz', gzipSync('2')],
    ]);
    const members = await unpack({ file: 't.tar', bytes: tar });
    expect(members.map(({ file, bytes }) => [file, textOf(bytes)])).toEqual([
      ['t.tar/one.csv', '1'],
      ['t.tar/in/two.csv.gz', '2'],
    ]);
  });

  it('stops at the ratio and at the size, without inflating further', async () => {
    const bomb = gzipSync(Buffer.alloc(3 * 1024 * 1024));
    await expect(unpack({ file: 'b.gz', bytes: bomb })).rejects.toThrow(/b\.gz: expands beyond 1 MiB/);
    const limits = { bytes: 100, ratio: 1000 };
    await expect(unpack({ file: 'b.gz', bytes: gzipSync('x'.repeat(101)) }, limits)).rejects.toThrow(
      ProblemError,
    );
    await expect(unpack({ file: 'b.gz', bytes: gzipSync('x'.repeat(100)) }, limits)).resolves.toHaveLength(1);
  });

  it('counts all members together against the size', async () => {
    const limits = { bytes: 150, ratio: 1000 };
    const tar = await tarOf([
      ['a.gz', gzipSync('x'.repeat(100))],
      ['b.gz', gzipSync('x'.repeat(100))],
    ]);
    await expect(unpack({ file: 't.tar', bytes: tar }, limits)).rejects.toThrow(
      /t\.tar\/b\.gz: expands beyond/,
    );
  });

  it('refuses an archive inside an archive and a tar cut short', async () => {
    const inner = await tarOf([['x.csv', bytesOf('1')]]);
    const outer = await tarOf([['inner.tar', inner]]);
    await expect(unpack({ file: 'o.tar', bytes: outer })).rejects.toThrow('an archive inside an archive');
    const long = await tarOf([['x.csv', bytesOf('1'.repeat(5000))]]);
    await expect(unpack({ file: 'o.tar', bytes: long.subarray(0, 2000) })).rejects.toThrow(/cut or damaged/);
  });
});
