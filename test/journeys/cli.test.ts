import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { daySheetSchema } from '../../src/app/day-sheet-schema.ts';
import { type Finished, rootPath, runProgram } from './program.ts';

const PROGRAM = rootPath('dist', 'cli', 'main.js');
const PLAN = rootPath('plans', 'steward.toml');
let folder = '';
let home = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'alvh-cli-'));
  home = join(folder, 'home');
  // The command of a checkout builds when a source has changed; what it built is what the tests below run.
  const built = runProgram(process.execPath, [rootPath('bin', 'alvh.js'), '--version'], folder);
  expect(built.err).not.toContain('failed');
  expect([built.code, built.out]).toEqual([0, expect.stringMatching(/^\d+\.\d+\.\d+\n$/)]);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const alvh = (...args: readonly string[]): Finished =>
  runProgram(process.execPath, [PROGRAM, ...args], folder, { ALVH_HOME: home });

const onlyLine = ({ err }: Finished): string => {
  const lines = err.split('\n').filter((line) => line !== '');
  expect(lines).toHaveLength(1);
  return lines[0] ?? '';
};

describe('a newcomer without data', () => {
  it('gets a sample day that says SIMULATED on every line with a number', () => {
    const { code, out } = alvh('day');
    expect(code).toBe(0);
    expect(out).toContain('ALVH day sheet');
    expect(out.split('\n').filter((line) => /\d/.test(line) && !line.includes('SIMULATED'))).toEqual([]);
    expect(out.split('\n').filter((line) => [...line].length > 100)).toEqual([]);
  });

  it('gets the same bytes twice, in every form', () => {
    expect(alvh('day').out).toBe(alvh('day').out);
    expect(alvh('day', '--json').out).toBe(alvh('day', '--json').out);
    const [first, second] = [join(folder, 'first.html'), join(folder, 'second.html')];
    alvh('day', '--html', first);
    alvh('day', '--html', second);
    expect(readFileSync(first, 'utf8')).toBe(readFileSync(second, 'utf8'));
  });

  it('gets JSON that keeps the contract, and nothing else on stdout', () => {
    const { code, out } = alvh('day', '--json', '--plan', 'promoter');
    expect(code).toBe(0);
    const sheet = daySheetSchema.parse(JSON.parse(out));
    expect([sheet.quotes, sheet.plan.profile]).toEqual(['simulated', 'promoter']);
  });

  it('gets one page that fetches nothing and says SIMULATED', () => {
    const file = join(folder, 'today.html');
    const { code, out, err } = alvh('day', '--html', file, '--no-open');
    expect([code, out]).toEqual([0, '']);
    expect(err).toContain(`wrote ${file} (SIMULATED)`);
    const page = readFileSync(file, 'utf8');
    expect(page).toMatch(/^<!doctype html>/);
    expect(page).toContain('SIMULATED MARKET');
    expect(page).not.toMatch(/https?:/);
  });

  it('sees which simulated market it is on every screen', () => {
    const which = /SIMULATED market \(seed 329, world p\)/;
    expect(alvh('day').out.replaceAll(/\nSIMULATED */g, ' ')).toMatch(which);
    expect(alvh('day', '--json').out).toMatch(which);
    const file = join(folder, 'which.html');
    alvh('day', '--html', file);
    expect(readFileSync(file, 'utf8')).toMatch(which);
    expect(alvh('day').err).toContain('so this day is simulated (seed 329, world p)');
  });

  it('can look at any day of the ten years, and at other markets', () => {
    const first = alvh('day', '--quotes', 'simulated', '--date', '2016-11-21', '--json');
    expect([first.code, daySheetSchema.parse(JSON.parse(first.out)).date]).toEqual([0, '2016-11-21']);
    const other = alvh('day', '--seed', '7', '--world', 'q', '--date', '2021-03-16', '--json');
    expect(other.out).toContain('SIMULATED market (seed 7, world q)');
    expect(other.err).toBe('note: this day is simulated (seed 7, world q)\n');
  });

  it('is told by the doctor what to do next', () => {
    const { code, out } = alvh('doctor');
    expect(code).toBe(0);
    expect(out).toMatch(/note +SPX chains/);
    expect(out).toContain('alvh data import');
  });

  it('leaves no home behind by looking', () => {
    expect(existsSync(home)).toBe(false);
  });
});

describe('mistakes', () => {
  it('an unknown command is one line with the nearest, exit 1', () => {
    const ran = alvh('dya');
    expect(ran.code).toBe(1);
    expect(onlyLine(ran)).toBe("unknown command 'dya'. Fix: did you mean day? See `alvh --help`.");
  });

  it('a date that is a holiday is one line with the session after it, exit 2', () => {
    const ran = alvh('day', '--date', '2019-12-25');
    expect(ran.code).toBe(2);
    expect(onlyLine(ran)).toMatch(/^--date "2019-12-25": is a market holiday/);
  });

  it('a day outside the simulated ten years is one line that names them, exit 2', () => {
    const ran = alvh('day', '--quotes', 'simulated', '--date', '2016-11-18');
    expect(ran.code).toBe(2);
    expect(onlyLine(ran)).toBe(
      '--date "2016-11-18": lies outside the simulated ten years, 2016-11-21 to 2026-11-19. Fix: ask for a session in them, or import data.',
    );
  });

  it('a seed that is no whole number is one line, exit 1', () => {
    const ran = alvh('day', '--seed', '1.5');
    expect(ran.code).toBe(1);
    expect(onlyLine(ran)).toBe(
      '--seed "1.5": is not a seed. Fix: write a whole number from 0 to 4294967295, such as --seed 7.',
    );
  });

  it('a plan with a misspelt key is one line with file, line and the key that was meant, exit 2', () => {
    const file = join(folder, 'typo.toml');
    writeFileSync(file, readFileSync(PLAN, 'utf8').replace(/^version = /m, 'versoin = '));
    const ran = alvh('day', '--plan', file);
    expect(ran.code).toBe(2);
    expect(ran.err).toMatch(/typo\.toml:\d+: .*versoin.*version/);
  });

  it('a page that cannot be written is one line, and leaves no part of it behind', () => {
    const ran = alvh('day', '--html', join(folder, 'nowhere', 'today.html'));
    expect(ran.code).toBe(1);
    expect(onlyLine(ran)).toMatch(/nowhere\/today\.html: cannot be written \(ENOENT\)/);
    writeFileSync(join(folder, 'a-file'), '');
    alvh('day', '--html', join(folder, 'a-file', 'today.html'));
    expect(readdirSync(folder).filter((name) => name.includes('.part'))).toEqual([]);
  });

  it('a file that is no data is refused with its name, exit 2, and nothing is kept of it', () => {
    const file = join(folder, 'shopping.csv');
    writeFileSync(file, 'milk,eggs\n1,2\n');
    const { code, out, err } = alvh('data', 'import', file);
    expect(code).toBe(2);
    expect(out).toMatch(/0 files imported/);
    expect(out).toContain('shopping.csv');
    expect(err.split('\n').every((line) => !line.includes('    at '))).toBe(true);
  });
});

describe('an account and a book', () => {
  it('init writes the account once and keeps it after that', () => {
    expect(alvh('init').out).toMatch(/^wrote: .*account\.toml\n$/);
    expect(alvh('init').out).toMatch(/^kept yours/);
  });

  it('a book with a bad symbol changes nothing, and a good one is shown', () => {
    const file = join(folder, 'positions.csv');
    writeFileSync(file, 'symbol,quantity,price,date,purpose\nSPXW 990101X0,1,1.00,2026-11-02,other\n');
    const refused = alvh('book', 'import', file);
    expect(refused.code).toBeGreaterThan(0);
    expect(refused.err).toMatch(/positions\.csv:2: /);
    expect(alvh('book', 'show').out).toContain('No positions');
  });
});

describe('the program as a citizen of the shell', () => {
  it('does not mind a reader that closes early', () => {
    const piped = `"${process.execPath}" "${PROGRAM}" day | head -n 1; echo "\${PIPESTATUS[0]}"`;
    const { out, err } = runProgram('bash', ['-c', piped], folder, { ALVH_HOME: home });
    expect(out).toMatch(/^SIMULATED ALVH day sheet.*\n0\n$/);
    expect(err).not.toContain('EPIPE');
  });
});
