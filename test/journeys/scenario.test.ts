import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scenarioSchema } from '../../src/app/scenario/scenario-schema.ts';
import { type Finished, rootPath, runProgram } from './program.ts';

const PROGRAM = rootPath('dist', 'cli', 'main.js');
let folder = '';
let home = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'alvh-scenario-'));
  home = join(folder, 'home');
  const built = runProgram(process.execPath, [rootPath('bin', 'alvh.js'), '--version'], folder);
  expect([built.code, built.err.includes('failed')]).toEqual([0, false]);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const scenario = (...args: readonly string[]): Finished =>
  runProgram(process.execPath, [PROGRAM, 'scenario', ...args], folder, { ALVH_HOME: home });

const onlyLine = ({ err }: Finished): string => {
  const lines = err.split('\n').filter((line) => line !== '');
  expect(lines).toHaveLength(1);
  return lines[0] ?? '';
};

describe('a newcomer without data or book', () => {
  it('sees what shocks do to the orders proposed, SIMULATED on every line with a number', () => {
    const { code, out } = scenario();
    expect(code).toBe(0);
    expect(out).toContain('ALVH scenario');
    expect(out.replace(/SIMULATED|\s+/g, ' ').replace(/ +/g, ' ')).toContain(
      'The book is empty, so this is what today',
    );
    expect(out).toContain('MAP OF SPX AND VIX');
    expect(out.split('\n').filter((line) => /\d/.test(line) && !line.includes('SIMULATED'))).toEqual([]);
    expect(out.split('\n').filter((line) => [...line].length > 100)).toEqual([]);
  });

  it('gets the same bytes twice, and JSON that keeps the contract', () => {
    const asked = ['--spx', '-8%', '--vix', '+20', '--grid', '--json'];
    const { code, out } = scenario(...asked);
    expect(code).toBe(0);
    expect(scenario(...asked).out).toBe(out);
    const report = scenarioSchema.parse(JSON.parse(out));
    const [shock] = report.outcomes;
    expect([report.quotes, shock?.spxMove, shock?.vixMove]).toEqual(['simulated', -0.08, 20]);
    expect(shock?.legs.reduce((sum, { pnl }) => sum + pnl, 0)).toBe(shock?.total);
    expect(report.grid?.cells.total).toHaveLength(report.grid?.vix.length ?? -1);
  });

  it('gets one page that fetches nothing', () => {
    const file = join(folder, 'scenario.html');
    const { code, out, err } = scenario('--replay', 'mar-2020', '--html', file);
    expect([code, out]).toEqual([0, '']);
    expect(err).toContain(`wrote ${file} (SIMULATED)`);
    const page = readFileSync(file, 'utf8');
    expect(page).toMatch(/^<!doctype html>/);
    expect(page).not.toMatch(/https?:/);
  });

  it('finds examples in the help', () => {
    const { code, out } = scenario('--help');
    expect(code).toBe(0);
    expect(out).toContain('$ alvh scenario --spx -8% --vix +20');
    expect(out.replace(/\s+/g, ' ')).toContain(
      'oct-1987, aug-2011, aug-2015, feb-2018, mar-2020, aug-2024, apr-2025',
    );
  });
});

describe('mistakes', () => {
  it.each([
    [['--spx', '-8'], 1, '--spx "-8": is not a move in percent. Fix: write it as --spx -8%.'],
    [['--vix', '+300'], 1, 'the model reaches'],
    [['--date', '2024-02-30'], 1, 'is not a date'],
    [['--gird'], 1, 'did you mean --grid?'],
  ])('%j exit with %d and one line that helps', (args, code, said) => {
    const finished = scenario(...args);
    expect([finished.code, finished.out]).toEqual([code, '']);
    expect(onlyLine(finished)).toContain(said);
  });
});

describe('a book', () => {
  const bookOf = (...legs: readonly { quantity: number; symbol: string }[]): string => {
    const own = join(folder, `book-${legs[0]?.symbol.trim()}`);
    mkdirSync(own, { recursive: true });
    const position = { id: 'mine', purpose: 'condor', opened: '2026-11-02', premium: -10_000, legs };
    writeFileSync(join(own, 'book.json'), JSON.stringify({ schema: 'alvh.book/1', positions: [position] }));
    return own;
  };

  it('is what is shocked where there is one', () => {
    const own = bookOf(
      { quantity: 1, symbol: 'SPXW  270115P06400000' },
      { quantity: -1, symbol: 'SPXW  270115P06500000' },
    );
    const { code, out } = scenario('--home', own, '--spx', '-8%', '--vix', '+20', '--json');
    expect(code).toBe(0);
    const report = scenarioSchema.parse(JSON.parse(out));
    expect([report.source, report.legs.length]).toEqual(['book', 2]);
    expect(report.outcomes[0]?.total).toBeLessThan(0);
  });

  it.each([
    ['SPY   270115P00650000', 'is not on SPX, XSP or VIX'],
    ['VIX   261021C00020000', 'had settled when the quotes were taken'],
  ])('with %s is refused by the name of the contract', (symbol, said) => {
    const finished = scenario('--home', bookOf({ quantity: 1, symbol }), '--spx', '-8%', '--vix', '+20');
    expect(finished.code).toBe(2);
    expect(onlyLine(finished)).toContain(symbol);
    expect(onlyLine(finished)).toContain(said);
  });
});
