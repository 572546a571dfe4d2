import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { problemLine } from './problem.ts';
import { readToml } from './toml.ts';

const schema = z.strictObject({
  name: z.string().regex(/^[a-z]+$/, 'must be lower-case letters'),
  limits: z.strictObject({
    trade: z.number().min(0).max(0.05),
    count: z.int().min(1).max(9),
    note: z.string().optional(),
  }),
  mode: z.enum(['open', 'shut']),
  isLive: z.boolean(),
  pair: z.tuple([z.number(), z.number()]),
  rungs: z.array(z.strictObject({ days: z.int().min(1).max(60) })),
});

const GOOD = [
  'name = "abc"',
  'mode = "open"',
  'isLive = false',
  'pair = [1, 2.5] # two of them',
  '',
  '[limits]',
  'trade = 0.02',
  'count = 3',
  '',
  '[[rungs]]',
  'days = 7',
  '[[rungs]]',
  'days = 30',
  '',
].join('\n');

const linesOf = (text: string): readonly string[] => {
  const read = readToml(schema, text, 'f.toml');
  return read.ok ? [] : read.failure.map(problemLine);
};
const changed = (from: string, to: string): readonly string[] => linesOf(GOOD.replace(from, to));

describe('readToml', () => {
  it('gives the values as they stand, an absent optional key staying absent', () => {
    expect(readToml(schema, GOOD, 'f.toml')).toEqual({
      ok: true,
      value: {
        name: 'abc',
        mode: 'open',
        isLive: false,
        pair: [1, 2.5],
        limits: { trade: 0.02, count: 3 },
        rungs: [{ days: 7 }, { days: 30 }],
      },
    });
  });

  it('reads a file with Windows line ends alike', () => {
    expect(readToml(schema, GOOD.replaceAll('\n', '\r\n'), 'f.toml').ok).toBe(true);
    expect(linesOf(GOOD.replaceAll('\n', '\r\n').replace('days = 30', 'days = 99'))[0]).toMatch(
      /^f\.toml:13: rungs\.1\.days/,
    );
  });

  it.each([
    [
      'a number above its range',
      'trade = 0.02',
      'trade = 2',
      'f.toml:7: limits.trade "2": is above 0.05. Fix: set it to a number in [0, 0.05].',
    ],
    [
      'a number below its range',
      'count = 3',
      'count = 0',
      'f.toml:8: limits.count "0": is below 1. Fix: set it to a whole number in [1, 9].',
    ],
    [
      'a fraction for a count',
      'count = 3',
      'count = 1.5',
      'f.toml:8: limits.count "1.5": is of the wrong kind. Fix: set it to a whole number in [1, 9].',
    ],
    [
      'not a number',
      'trade = 0.02',
      'trade = nan',
      'f.toml:7: limits.trade "NaN": is of the wrong kind. Fix: set it to a number in [0, 0.05].',
    ],
    [
      'a text for a number',
      'trade = 0.02',
      'trade = "2 %"',
      'f.toml:7: limits.trade "2 %": is of the wrong kind. Fix: set it to a number in [0, 0.05].',
    ],
    [
      'a misspelt key, once',
      'trade = 0.02',
      'tarde = 0.02',
      'f.toml:7: limits.tarde: unknown key (did you mean trade?). Fix: write trade.',
    ],
    [
      'a key from nowhere',
      'count = 3',
      'count = 3\nzebra = 1',
      'f.toml:9: limits.zebra: unknown key. Fix: remove it; the keys here are trade, count, note.',
    ],
    [
      'a missing key, at its table',
      'count = 3\n',
      '',
      'f.toml:6: limits.count: is missing. Fix: add it: a whole number in [1, 9].',
    ],
    [
      'a wrong choice',
      '"open"',
      '"ajar"',
      'f.toml:2: mode "ajar": is not one of the choices. Fix: set it to one of "open", "shut".',
    ],
    [
      'a wrong form',
      '"abc"',
      '"ABC"',
      'f.toml:1: name "ABC": must be lower-case letters. Fix: write it in that form.',
    ],
    [
      'a word for a switch',
      'isLive = false',
      'isLive = "no"',
      'f.toml:3: isLive "no": is of the wrong kind. Fix: set it to true or false.',
    ],
    ['a short list', '[1, 2.5]', '[1]', 'f.toml:4: pair: is too short. Fix: set it to a list of 2.'],
    [
      'the second of two tables',
      'days = 30',
      'days = 300',
      'f.toml:13: rungs.1.days "300": is above 60. Fix: set it to a whole number in [1, 60].',
    ],
    [
      'a number for a table',
      '[limits]\ntrade = 0.02\ncount = 3',
      'limits = 3',
      'f.toml:6: limits "3": is of the wrong kind. Fix: set it to a table.',
    ],
    [
      'a key twice',
      'count = 3',
      'count = 3\ncount = 4',
      'f.toml:9: not valid TOML: trying to redefine an already defined table or value. Fix: correct this line.',
    ],
    [
      'half a line',
      'count = 3',
      'count =',
      'f.toml:8: not valid TOML: invalid value. Fix: correct this line.',
    ],
  ])('refuses %s', (_, from, to, line) => {
    expect(changed(from, to)).toEqual([line]);
  });

  it('reports every problem at once', () => {
    expect(linesOf(GOOD.replace('trade = 0.02', 'trade = 2').replace('days = 7', 'days = 0'))).toHaveLength(
      2,
    );
  });

  it('is not misled by keys inside a text of many lines', () => {
    const text = GOOD.replace('count = 3', 'note = """\ncount = 99\n[limits]\n"""\ncount = 33');
    expect(linesOf(text)[0]).toMatch(/^f\.toml:12: limits\.count "33"/);
  });

  it('uses the fix a rule of its own brings along', () => {
    const ruled = schema.superRefine((value, context) => {
      if (value.pair[0] !== value.pair[1])
        context.addIssue({
          code: 'custom',
          path: ['pair'],
          message: 'must be equal',
          params: { fix: 'repeat it' },
        });
    });
    const read = readToml(ruled, GOOD, 'f.toml');
    expect(read.ok ? [] : read.failure.map(problemLine)).toEqual([
      'f.toml:4: pair: must be equal. Fix: repeat it.',
    ]);
  });

  it('returns, and never throws, whatever the text', () => {
    const piece = fc.oneof(
      fc.string(),
      fc.constantFrom('[', ']', '=', '"', '\n', '#', '{', '__proto__', '.', '1e999', '"""'),
    );
    fc.assert(
      fc.property(fc.nat(GOOD.length), fc.nat(8), fc.array(piece, { maxLength: 5 }), (at, cut, pieces) => {
        const text = GOOD.slice(0, at) + pieces.join('') + GOOD.slice(at + cut);
        const read = readToml(schema, text, 'f.toml');
        if (!read.ok) for (const problem of read.failure) expect(problem.fix.length).toBeGreaterThan(3);
      }),
      { numRuns: 2000 },
    );
  });
});
