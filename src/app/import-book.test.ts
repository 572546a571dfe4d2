import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inTempFolder } from '../../test/temp-folder.ts';
import { isoDate } from '../core/dates.ts';
import { problemLine } from '../core/problem.ts';
import { dollars } from '../core/units.ts';
import { premiumOf } from '../portfolio/book.ts';
import type { Account } from './account.ts';
import { loadBook } from './book-file.ts';
import { type BookReport, importBook } from './import-book.ts';

const AS_OF = isoDate('2019-05-09');
const ACCOUNT: Account = {
  nav: dollars(250_000),
  margin: 'reg-t',
  marginConvention: 'widest-wing',
  fees: [],
};
const GOOD = [
  'symbol,quantity,price,date,purpose',
  'SPXW  190614P02700000,1,5.00,2019-05-02,condor',
  'SPXW  190614P02725000,-1,6.50,2019-05-02,condor',
  'SPXW190614C02950000,-1,4.00,2019-05-02,condor',
  '.SPXW190614C2975,1,2.75,2019-05-02,condor',
  'VIX   190619C00018000,4,1.10,2019-05-03,hedge.L1',
  'VX/2019-06-19,-2,16.40,2019-05-03,other',
  '',
].join('\n');

interface Imported {
  readonly report?: BookReport;
  readonly problems: readonly string[];
  readonly files: readonly string[];
}

/** Imports a text into an empty home folder. */
const imported = (text: string | Uint8Array): Imported =>
  inTempFolder((home) => {
    const file = join(home, 'positions.csv');
    writeFileSync(file, text);
    const read = importBook({ home, file, asOf: AS_OF });
    const files = readdirSync(home).filter((name) => name !== 'positions.csv');
    if (read.ok) return { report: read.value, problems: [], files };
    return { problems: read.failure.map((problem) => problemLine(problem).replace(`${home}/`, '')), files };
  });
const withRow = (row: string): readonly string[] => imported(`${GOOD}${row}\n`).problems;

describe('importBook', () => {
  it('makes positions of rows: the condor whole, the hedge by its layer, the future by its settlement', () => {
    const { report, files } = imported(GOOD);
    expect(report?.positions.map(({ label }) => label)).toEqual([
      '-1 SPXW 14JUN19 2700/2725/2950/2975 IC',
      '+4 VIX 19JUN19 18C',
      '-2 VX 19JUN19',
    ]);
    expect(report).toMatchObject({ rows: 6, outcome: 'created', warnings: [] });
    expect(files).toEqual(['book.json']);
  });

  it('changes nothing the second time, and replaces the book when the file changed', () => {
    inTempFolder((home) => {
      const file = join(home, 'positions.csv');
      const run = (text: string): string => {
        writeFileSync(file, text);
        const read = importBook({ home, file, asOf: AS_OF });
        return read.ok ? read.value.outcome : 'refused';
      };
      expect(run(GOOD)).toBe('created');
      const before = statSync(join(home, 'book.json')).mtimeMs;
      expect(run(GOOD)).toBe('unchanged');
      expect(statSync(join(home, 'book.json')).mtimeMs).toBe(before);
      expect(run(GOOD.replace('VIX   190619C00018000,4', 'VIX   190619C00018000,5'))).toBe('replaced');
      const text = readFileSync(join(home, 'book.json'), 'utf8');
      expect(run(GOOD.replace('-1', '0'))).toBe('refused');
      expect(readFileSync(join(home, 'book.json'), 'utf8')).toBe(text);
    });
  });

  it('takes columns in any order, by other names, with a byte-order mark and Windows line ends, and names the rest', () => {
    const text =
      '\ufeffPurpose,Broker,Trade Date,Qty,OSI,Price\r\nother,x,2019-05-02,2,SPXW  190614P02700000,1.05\r\n';
    expect(imported(text).report).toMatchObject({
      positions: [{ label: '+2 SPXW 14JUN19 2700P' }],
      warnings: ['columns not used: Broker'],
    });
  });

  it('counts a repeated row and says so', () => {
    const { report } = imported(`${GOOD}VIX   190619C00018000,4,1.10,2019-05-03,hedge.L1\n`);
    expect(report?.warnings).toEqual(['line 8 repeats line 6; both are counted']);
    expect(report?.positions[1]?.label).toBe('+8 VIX 19JUN19 18C');
  });

  it('empties the book when the file lists nothing, and says so', () => {
    expect(imported('symbol,quantity,price,date,purpose\n').report).toMatchObject({
      positions: [],
      warnings: ['no positions: the book is empty now'],
    });
  });

  it.each([
    [
      'a quantity of zero',
      'VIX   190619C00020000,0,1,2019-05-03,other',
      'positions.csv:8: quantity "0": is zero. Fix: write whole contracts, + for bought, - for sold.',
    ],
    [
      'half a contract',
      'VIX   190619C00020000,0.5,1,2019-05-03,other',
      'positions.csv:8: quantity "0.5": is not a whole number. Fix: write whole contracts, + for bought, - for sold.',
    ],
    [
      'a signed price',
      'VIX   190619C00020000,1,-1,2019-05-03,other',
      'positions.csv:8: price "-1": is not a price. Fix: write points per contract as quoted, unsigned: 2.35.',
    ],
    [
      'a price that is none',
      'VIX   190619C00020000,1,NaN,2019-05-03,other',
      'positions.csv:8: price "NaN": is not a price. Fix: write points per contract as quoted, unsigned: 2.35.',
    ],
    [
      'a misspelt purpose',
      'VIX   190619C00020000,1,1,2019-05-03,hedgeL1',
      'positions.csv:8: purpose "hedgeL1": is no purpose (did you mean hedge.L1?). Fix: write one of condor, hedge.L1, hedge.L2, hedge.L3, other.',
    ],
    [
      'an unknown symbol',
      'AAPL  190621C00200000,1,1,2019-05-03,other',
      'positions.csv:8: symbol "AAPL  190621C00200000": has root AAPL, known are SPX, SPXW, XSP, SPY, VIX, VIXW. Fix: write the 21-character OSI symbol, or VX/2019-06-19 for a future.',
    ],
    [
      'an expired contract',
      'VIX   190417C00020000,1,1,2019-04-03,other',
      'positions.csv:8: symbol "VIX   190417C00020000": expired before 2019-05-09. Fix: leave it out, or give the day the list was made as --as-of.',
    ],
    [
      'a day in the future',
      'VIX   190619C00020000,1,1,2019-05-10,other',
      'positions.csv:8: date "2019-05-10": is after 2019-05-09. Fix: correct the day it was opened.',
    ],
    [
      'an American date',
      'VIX   190619C00020000,1,1,5/3/2019,other',
      'positions.csv:8: date "5/3/2019": is not a date YYYY-MM-DD. Fix: write the day it was opened: 2019-05-09.',
    ],
    [
      'a row cut in the middle',
      'VIX   190619C00020000,1,1',
      'positions.csv:8: has 3 fields, the header has 5. Fix: complete the row.',
    ],
    [
      'a naked short VIX call',
      'VIX   190619C00030000,-5,0.4,2019-05-03,other',
      'positions.csv:8: symbol "VIX   190619C00030000": is a naked short VIX option (1 uncovered), which the plan forbids. Fix: add the bought option of the same expiration that covers it.',
    ],
    [
      'a condor with a leg too many',
      'SPXW  190614C03000000,1,1.5,2019-05-02,condor',
      'positions.csv:2: purpose "condor": the 5 legs of 2019-05-02 that expire on 2019-06-14 are not one condor. Fix: give long put < short put < short call < long call of one size, or use purpose other.',
    ],
  ])('refuses %s', (_, row, message) => {
    expect(withRow(row)).toEqual([message]);
  });

  it('allows VIX calls sold against bought ones', () => {
    expect(withRow('VIX   190619C00030000,-4,0.4,2019-05-03,hedge.L1')).toEqual([]);
  });

  it('reports every problem of the file at once, and writes nothing', () => {
    const { problems, files } = imported(GOOD.replace('5.00', 'x').replace('hedge.L1', 'hedge'));
    expect(problems).toHaveLength(2);
    expect(files).toEqual([]);
  });

  it.each([
    [
      'another delimiter',
      GOOD.replaceAll(',', ';'),
      'positions.csv:1: "symbol;quantity;price;date;purpose": is one column. Fix: separate the columns by commas.',
    ],
    [
      'no header',
      GOOD.slice(GOOD.indexOf('\n') + 1),
      'positions.csv:1: symbol: column is missing. Fix: head the columns symbol,quantity,price,date,purpose.',
    ],
    [
      'a misspelt header',
      GOOD.replace('purpose', 'purpsoe'),
      'positions.csv:1: purpose: column is missing (is "purpsoe" meant?). Fix: head the columns symbol,quantity,price,date,purpose.',
    ],
    [
      'a column twice',
      GOOD.replace('price,date', 'price,premium'),
      'positions.csv:1: price: stands in two columns. Fix: keep one of them.',
    ],
    [
      'an empty file',
      '',
      'positions.csv: is empty. Fix: write a header symbol,quantity,price,date,purpose and a row per leg.',
    ],
    [
      'a quote left open',
      `${GOOD}"VIX`,
      'positions.csv:8: a quoted field is opened or closed in the wrong place. Fix: correct the quotes of this row.',
    ],
    [
      'bytes that are no text',
      Uint8Array.from([0xff, 0xfe, 0x41]),
      'positions.csv: is not UTF-8 text. Fix: save it as UTF-8.',
    ],
  ])('refuses a file with %s', (_, text, message) => {
    expect(imported(text).problems[0]).toBe(message);
  });

  it('says that a file is not there', () => {
    const read = importBook({ home: 'nowhere', file: 'nowhere/positions.csv', asOf: AS_OF });
    expect(read.ok ? '' : read.failure.map(problemLine).join()).toBe(
      'nowhere/positions.csv: does not exist. Fix: check the path.',
    );
    expect(existsSync('nowhere')).toBe(false);
  });

  it('returns, and never throws, on any mutation of a good file; what it accepts it can read back', () => {
    const piece = fc.oneof(
      fc.string({ maxLength: 6 }),
      fc.constantFrom('\n', ',', '"', ';', '-', '9', 'NaN', '1e9', '\u0000'),
    );
    inTempFolder((home) => {
      const file = join(home, 'positions.csv');
      fc.assert(
        fc.property(fc.nat(GOOD.length), fc.nat(20), fc.array(piece, { maxLength: 3 }), (at, cut, pieces) => {
          writeFileSync(file, GOOD.slice(0, at) + pieces.join('') + GOOD.slice(at + cut));
          const read = importBook({ home, file, asOf: AS_OF });
          if (!read.ok) return;
          const book = loadBook(home, ACCOUNT);
          expect(book.ok && book.value.positions.length).toBe(read.value.positions.length);
          for (const { premium } of book.ok ? book.value.positions : [])
            expect(Number.isInteger(premium)).toBe(true);
        }),
        { numRuns: 300 },
      );
    });
  });
});

describe('loadBook', () => {
  const loaded = (account: Account): ReturnType<typeof loadBook> =>
    inTempFolder((home) => {
      const file = join(home, 'positions.csv');
      writeFileSync(file, GOOD);
      importBook({ home, file, asOf: AS_OF });
      return loadBook(home, account);
    });

  it('is cash alone before anything was imported', () => {
    inTempFolder((home) =>
      expect(loadBook(home, ACCOUNT)).toEqual({ ok: true, value: { cash: dollars(250_000), positions: [] } }),
    );
  });

  it('gives positions with their premiums, and cash such that cash plus cost is NAV', () => {
    const book = loaded(ACCOUNT);
    if (!book.ok) throw new Error('refused');
    expect(book.value.positions.map(({ premium }) => premium)).toEqual([
      dollars(-275),
      dollars(440),
      dollars(-32_800),
    ]);
    expect(book.value.cash + premiumOf(book.value.positions)).toBe(dollars(250_000));
  });

  it('takes stated cash, less what futures are booked to have cost', () => {
    const book = loaded({ ...ACCOUNT, cash: dollars(100_000) });
    expect(book.ok && book.value.cash).toBe(dollars(100_000 + 32_800));
  });

  it.each([
    ['cut short', '{"schema":"alvh.book/1","positions":[', 'is not valid JSON'],
    ['of another schema', '{"schema":"alvh.book/2","positions":[]}', 'schema: Invalid input'],
    [
      'with an unknown contract',
      '{"schema":"alvh.book/1","positions":[{"id":"a","purpose":"other","opened":"2019-05-02","premium":1,"legs":[{"symbol":"X","quantity":1}]}]}',
      'positions.0.legs.0.symbol: is not an option symbol',
    ],
    [
      'with one id twice',
      `{"schema":"alvh.book/1","positions":[${Array(2).fill('{"id":"a","purpose":"other","opened":"2019-05-02","premium":1,"legs":[{"symbol":"SPXW  190614P02700000","quantity":1}]}').join()}]}`,
      'positions: Invalid input',
    ],
  ])('refuses a book.json %s', (_, text, what) => {
    inTempFolder((home) => {
      writeFileSync(join(home, 'book.json'), text);
      const book = loadBook(home, ACCOUNT);
      expect(book.ok ? '' : book.failure[0]?.what).toContain(what);
    });
  });
});
