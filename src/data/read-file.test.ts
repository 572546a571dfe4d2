import { gzipSync } from 'node:zlib';
import { pack } from 'tar-stream';
import { describe, expect, it } from 'vitest';
import {
  CHAIN_17,
  DGS10_FRED,
  MADE_FILES,
  type MadeFile,
  QUOTEDATA,
  VIX_OHLC,
} from '../../test/fixtures/made-files.ts';
import { brokenRule } from '../../test/reading-rules.ts';
import { isoDate } from '../core/dates.ts';
import { problemLine } from '../core/problem.ts';
import { readFile, readings } from './read-file.ts';
import type { FileReading } from './read-item.ts';

const TODAY = isoDate('2026-11-20');
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = (text: string, name = 'file.csv', as?: string): Promise<FileReading> =>
  readFile({ name, bytes: bytesOf(text), today: TODAY, ...(as === undefined ? {} : { as }) });
const readMade = ({ name, text }: MadeFile): Promise<FileReading> => read(text, name);
/** The one line a user is shown for a file that must be refused. */
async function refusalOf(text: string, name = 'file.csv', as?: string): Promise<string> {
  const { items, refusals } = await read(text, name, as);
  expect(items).toEqual([]);
  expect(refusals).toHaveLength(1);
  return refusals.map(problemLine).join('\n');
}

async function tarOf(
  entries: readonly { readonly name: string; readonly text?: string; readonly type?: 'symlink' }[],
): Promise<Uint8Array> {
  const tar = pack();
  for (const { name, text = '', type } of entries) {
    tar.entry({ name, ...(type === undefined ? {} : { type, linkname: '/etc/passwd' }) }, text);
  }
  tar.finalize();
  const chunks: Uint8Array[] = [];
  for await (const chunk of tar) if (chunk instanceof Uint8Array) chunks.push(chunk);
  return gzipSync(Buffer.concat(chunks));
}

describe('readFile', () => {
  it.each(MADE_FILES)('takes $name by its content with the reader $reader', async (made) => {
    const reading = await readMade(made);
    expect(reading.refusals.map(problemLine)).toEqual([]);
    expect(reading.reader).toBe(made.reader);
    expect(brokenRule(reading, TODAY)).toBeUndefined();
  });

  it('reads the gzip of a file as the same content', async () => {
    const plain = await readMade(CHAIN_17);
    const zipped = await readFile({
      name: 'x.csv.gz',
      bytes: gzipSync(bytesOf(CHAIN_17.text)),
      today: TODAY,
    });
    expect(zipped.sha256).toBe(plain.sha256);
    expect(zipped.items).toEqual(plain.items);
  });

  it('gives one reading per member of a tar.gz, and all of them together from readFile', async () => {
    const bytes = await tarOf([VIX_OHLC, DGS10_FRED]);
    const input = { name: 'both.tar.gz', bytes, today: TODAY };
    const all: FileReading[] = [];
    for await (const reading of readings(input)) all.push(reading);
    expect(all.map(({ file }) => file)).toEqual(['both.tar.gz/VIX_History.csv', 'both.tar.gz/fredgraph.csv']);
    expect((await readFile(input)).items).toHaveLength(5);
  });

  it('does not care about line ends, a byte-order mark or trailing blank lines', async () => {
    const plain = await readMade(DGS10_FRED);
    const dressed = await read(`\ufeff${DGS10_FRED.text.replaceAll('\n', '\r\n')}\r\n\r\n`, DGS10_FRED.name);
    expect(dressed.items).toEqual(plain.items);
  });
});

describe('bad input is one located line and nothing else', () => {
  it('names a gzip stream that ends early', async () => {
    const whole = gzipSync(bytesOf(CHAIN_17.text));
    const reading = await readFile({
      name: 'x.csv.gz',
      bytes: whole.subarray(0, whole.length - 20),
      today: TODAY,
    });
    expect(reading.items).toEqual([]);
    expect(reading.refusals.map(problemLine).join()).toMatch(
      /^x\.csv\.gz: the gzip stream is cut or damaged/,
    );
  });

  it('names the row in which a file was cut', async () => {
    const cut = CHAIN_17.text.slice(0, CHAIN_17.text.length - 40);
    expect(await refusalOf(cut)).toMatch(/^file\.csv:6: .*of 17 fields: the file is cut or damaged here/);
  });

  it('names a wrong delimiter, decimal comma or not', async () => {
    expect(await refusalOf('Strike;Bid;Ask;Price;Expiry\n4355;166,6;168,3;167,45;1\n')).toContain(
      'separated by semicolons',
    );
    expect(await refusalOf(VIX_OHLC.text.replaceAll(',', ';'))).toContain('separated by semicolons');
    expect(await refusalOf(VIX_OHLC.text.replaceAll(',', '\t'))).toContain('separated by tabs');
  });

  it('names a date in the future', async () => {
    expect(await refusalOf('DATE,DGS10\n2026-11-19,4.1\n2026-11-21,4.2\n')).toBe(
      'file.csv:3: date "2026-11-21": is in the future (today is 2026-11-20). Fix: correct the date, or the clock of this machine.',
    );
    expect(await refusalOf(CHAIN_17.text.replaceAll('05/09/2019', '05/09/2031'))).toContain(
      'is in the future',
    );
    expect(await refusalOf(QUOTEDATA.text.replace('May 26, 2023', 'May 26, 2027'))).toContain(
      'is in the future',
    );
  });

  it('names NaN, a negative price and an infinite one in a chain', async () => {
    expect(await refusalOf(CHAIN_17.text.replace(',79.5,', ',NaN,'))).toMatch(
      /^file\.csv:2: bid "NaN": is not a number/,
    );
    expect(await refusalOf(CHAIN_17.text.replace(',79.5,', ',-79.5,'))).toMatch(
      /^file\.csv:2: bid "-79.5": is negative/,
    );
    expect(await refusalOf(CHAIN_17.text.replace(',80.7,', ',Infinity,'))).toMatch(
      /^file\.csv:2: ask "Infinity": is not a number/,
    );
    expect(await refusalOf(QUOTEDATA.text.replace(',54.8,6', ',1e999,6'))).toMatch(
      /^file\.csv:5: put ask "1e999": is not a number/,
    );
  });

  it('counts a repeated row and refuses a different quote of the same contract', async () => {
    const row = CHAIN_17.text.split('\n')[1] ?? '';
    const [item] = (await read(`${CHAIN_17.text}${row}\n`)).items;
    expect(item?.kind === 'chain' ? item.counts.duplicates : undefined).toBe(1);
    expect(await refusalOf(`${CHAIN_17.text}${row.replace(',79.5,', ',79.6,')}\n`)).toMatch(
      /^file\.csv:7: "SPXW 2019-05-17 2800 call": a second, different quote of one contract \(the first is line 2\)/,
    );
  });

  it('refuses a row whose symbol and columns name different contracts', async () => {
    expect(await refusalOf(CHAIN_17.text.replace('2750.0,0.0,0.0', '2760.0,0.0,0.0'))).toMatch(
      /^file\.csv:4: symbol .*names another contract/,
    );
    expect(await refusalOf(CHAIN_17.text.replace('put,05/17', 'call,05/17'))).toContain(
      'names another contract',
    );
    expect(await refusalOf(QUOTEDATA.text.replace('4100.00,SPXW', '4150.00,SPXW'))).toContain(
      'does not name the call of this row',
    );
  });

  it('names bytes that are not UTF-8, and the line they stand on', async () => {
    const bytes = bytesOf(CHAIN_17.text);
    const broken = Uint8Array.from(bytes);
    broken[bytes.length - 5] = 0xa0;
    const { refusals } = await readFile({ name: 'file.csv', bytes: broken, today: TODAY });
    expect(refusals.map(problemLine)).toEqual([
      'file.csv:6: bytes that are not UTF-8 text. Fix: save or download the file again as UTF-8 text.',
    ]);
  });

  it('names an empty file, a binary one, a zip, JSON and a layout nobody knows', async () => {
    expect(await refusalOf('')).toContain('the file is empty');
    expect(await refusalOf('a\u0000b')).toContain('a NUL byte');
    expect(await refusalOf('PK\u0003\u0004rest')).toContain('a zip archive');
    expect(await refusalOf('[[1,2]]')).toContain('JSON');
    expect(await refusalOf('a,b,c\n1,2,3\n')).toContain('no reader knows this layout');
  });

  it('never lets an archive leave itself or follow a link', async () => {
    for (const [entry, what] of [
      [{ name: '../evil.csv', text: 'x' }, 'a path outside itself'],
      [{ name: '/etc/evil.csv', text: 'x' }, 'a path outside itself'],
      [{ name: 'link.csv', type: 'symlink' as const }, 'holds a symlink'],
    ] as const) {
      const reading = await readFile({
        name: 'a.tar.gz',
        bytes: await tarOf([VIX_OHLC, entry]),
        today: TODAY,
      });
      expect(reading.items).toEqual([]);
      expect(reading.refusals.map(problemLine).join()).toContain(what);
    }
  });
});
