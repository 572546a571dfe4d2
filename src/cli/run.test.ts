import { describe, expect, it } from 'vitest';
import { run } from './run.ts';
import type { Terminal } from './terminal.ts';

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

async function alvh(...args: readonly string[]): Promise<Ran> {
  let [out, err] = ['', ''];
  const terminal: Terminal = {
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    env: { ALVH_HOME: '/nonexistent/alvh-home' },
    outIsTty: false,
    errIsTty: false,
    nodeVersion: 'v20.19.0',
  };
  const code = await run(args, terminal);
  return { code, out, err };
}

describe('help', () => {
  it.each([
    [['--help']],
    [['day', '--help']],
    [['data', 'import', '--help']],
    [['data', 'list', '--help']],
    [['data', 'passport', '--help']],
    [['init', '--help']],
    [['book', 'import', '--help']],
    [['book', 'show', '--help']],
    [['plan', 'show', '--help']],
    [['plan', 'check', '--help']],
    [['doctor', '--help']],
  ])('of %j has examples, goes to stdout and ends with 0', async (args) => {
    const { code, out, err } = await alvh(...args);
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/Usage: alvh/);
    expect(out).toMatch(/Examples:\n {2}\$ alvh /);
  });

  it('names the exit codes', async () => {
    expect((await alvh('--help')).out).toContain(
      'Exit codes: 0 done, 1 the command was mistyped, 2 the data does not allow it',
    );
  });

  it('is shown for a command that needs another word, as an error', async () => {
    for (const args of [[], ['data'], ['book'], ['plan']]) {
      const { code, out, err } = await alvh(...args);
      expect([code, out]).toEqual([1, '']);
      expect(err).toMatch(/^Usage: alvh/);
    }
  });

  it('tells the version of the package', async () => {
    const { code, out } = await alvh('--version');
    expect(code).toBe(0);
    expect(out).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});

describe('a mistyped command', () => {
  it.each([
    [['dya'], "unknown command 'dya'. Fix: did you mean day? See `alvh --help`."],
    [['day', '--jsn'], "unknown option '--jsn'. Fix: did you mean --json? See `alvh day --help`."],
    [['data', 'improt', 'x'], "unknown command 'improt'. Fix: did you mean import? See `alvh data --help`."],
    [['data', 'import'], "missing required argument 'path'. Fix: see `alvh data import --help`."],
    [['day', '--date'], "option '--date <date>' argument missing. Fix: see `alvh day --help`."],
    [['zzz'], "unknown command 'zzz'. Fix: see `alvh --help`."],
  ])('%j is one line on stderr and exit 1', async (args, line) => {
    expect(await alvh(...args)).toEqual({ code: 1, out: '', err: `${line}\n` });
  });
});

describe('bad values', () => {
  it.each([
    ['2019-02-30', 1, /^--date "2019-02-30": is not a date\. Fix: /],
    ['20.05.2019', 1, /^--date "20\.05\.2019": is not a date\. Fix: /],
    ['2099-01-04', 1, /^--date "2099-01-04": lies in the future\. Fix: /],
    [
      '2019-12-25',
      2,
      /^--date "2019-12-25": is a market holiday \(Christmas Day\)\. Fix: ask for 2019-12-26/,
    ],
    ['2019-05-19', 2, /^--date "2019-05-19": is a weekend\. Fix: ask for 2019-05-20/],
    ['1980-01-02', 2, /^--date "1980-01-02": lies outside the exchange calendar\. Fix: /],
  ])('--date %s ends with %i and one line', async (date, exit, line) => {
    const { code, out, err } = await alvh('day', '--date', date);
    expect([code, out]).toEqual([exit, '']);
    expect(err).toMatch(line);
    expect(err.trim().split('\n')).toHaveLength(1);
  });

  it('a day nobody imported is not made up', async () => {
    const { code, out, err } = await alvh('day', '--date', '2019-05-20');
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(
      /^--date "2019-05-20": has no SPX chain\. Fix: import one .* add `--quotes simulated`/,
    );
  });

  it('a plan that does not exist names the ones that do', async () => {
    const { code, err } = await alvh('plan', 'check', 'stewart');
    expect(code).toBe(1);
    expect(err).toMatch(/stewart.*Fix: .*steward/);
  });

  it('a path that does not exist is named, and nothing is made', async () => {
    const { code, err } = await alvh('data', 'import', '/nonexistent/file.csv');
    expect(code).toBe(1);
    expect(err).toMatch(/nonexistent\/file\.csv/);
  });
});

describe('reading commands', () => {
  it.each([
    [['data', 'list', '--json']],
    [['data', 'passport', '--json']],
    [['book', 'show', '--json']],
    [['plan', 'show', '--json']],
    [['doctor', '--json']],
  ])('%j print JSON alone on stdout', async (args) => {
    const { out } = await alvh(...args);
    expect(() => JSON.parse(out)).not.toThrow();
  });

  it('of an empty home say what to do next', async () => {
    expect((await alvh('data', 'list')).out).toContain('`alvh data import PATH...` brings some in');
    expect((await alvh('data', 'passport')).out).toContain('`alvh data import PATH...` brings some in');
    expect((await alvh('book', 'show')).out).toContain('`alvh book import FILE` brings yours in');
  });

  it('show every number of a plan under the name its file gives it', async () => {
    const { code, out } = await alvh('plan', 'show', 'promoter');
    expect(code).toBe(0);
    expect(out).toMatch(/profile +promoter/);
    expect(out.split('\n').filter((line) => line.length > 100)).toEqual([]);
  });
});
