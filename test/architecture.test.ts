import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { importsIn, impurities, mayImport, sourcesUnder, upwardImports } from './import-rule.ts';

const FILES = sourcesUnder(join(import.meta.dirname, '..', 'src'));
const planted = (path: string, text: string) => [{ path, text }];

describe('the layers', () => {
  it('are all there to look at', () => {
    expect(FILES.length).toBeGreaterThan(100);
  });

  it('import downwards only', () => {
    expect(upwardImports(FILES)).toEqual([]);
  });

  it('are functions of their arguments up to engine: no clock, chance, files, network, process or console', () => {
    expect(impurities(FILES)).toEqual([]);
  });

  it('have one file for one idea: no barrels, no drawers', () => {
    const drawers = /(?:^|\/)(?:index|utils?|helpers?|types|common|manager|service)\.tsx?$/;
    expect(FILES.map(({ path }) => path).filter((path) => drawers.test(path))).toEqual([]);
  });

  it('never cast through unknown and never silence the compiler', () => {
    const escapes = /\bas unknown as\b|@ts-(?:ignore|nocheck|expect-error)/;
    expect(FILES.filter(({ text }) => escapes.test(text)).map(({ path }) => path)).toEqual([]);
  });
});

describe('the rule itself', () => {
  it.each([
    ['quant/black76.ts', "import type { Chain } from '../market/chain.ts';"],
    ['core/dates.ts', "export { black76 } from '../quant/black76.ts';"],
    ['portfolio/book.ts', "const m = await import('../strategy/decision.ts');"],
    ['data/readers/cboe.ts', "import { lake } from '../../store/lake.ts';"],
    ['store/lake.ts', "import { readFile } from '../data/read-item.ts';"],
    ['engine/decide-day.ts', "import '../app/plan-day.ts';"],
    ['cli/main.ts', "import { decideDay } from '../engine/decide-day.ts';"],
    ['server/routes.ts', "import { run } from '../cli/run.ts';"],
    ['web/today.ts', "import { planDay } from '../app/plan-day.ts';"],
    ['knowledge/glossary.ts', "import { black76 } from '../quant/black76.ts';"],
    ['misc/thing.ts', "import { days } from '../core/dates.ts';"],
  ])('finds a planted upward import in %s', (path, text) => {
    expect(upwardImports(planted(path, text))).toHaveLength(1);
  });

  it.each([
    ['strategy/regime.ts', "import { days } from '../core/dates.ts';"],
    ['web/today.ts', "import type { Sheet } from '../app/sheet.ts';"],
    ['cli/day.ts', "import type { DaySheet } from '../engine/day-sheet.ts';"],
    [
      'app/plan-day.ts',
      "import { decideDay } from '../engine/decide-day.ts';\nimport { lake } from '../store/lake.ts';",
    ],
    ['quant/a.ts', "// import { x } from '../market/chain.ts';"],
  ])('lets a downward import in %s pass', (path, text) => {
    expect(upwardImports(planted(path, text))).toEqual([]);
  });

  it.each([
    ['const now = Date.now();', 'the clock'],
    ['const now = new Date();', 'the clock'],
    ['const x = Math.random();', 'chance'],
    ['const home = process.env.HOME;', 'the process'],
    ["console.log('here');", 'the console'],
    ["await fetch('x');", 'the network'],
    ["import { readFileSync } from 'node:fs';", 'imports node:fs'],
    ["import axios from 'axios';", 'imports axios'],
  ])('finds %s planted in a pure layer', (text, complaint) => {
    expect(impurities(planted('market/chain.ts', text))).toEqual([`market/chain.ts: ${complaint}`]);
  });

  it('says nothing about the same line in app, nor about a comment', () => {
    expect(impurities(planted('app/today.ts', 'const now = Date.now();'))).toEqual([]);
    expect(
      impurities(planted('core/units.ts', '/** Never Date.now() here. */\nconst a = 1; // Math.random')),
    ).toEqual([]);
  });

  it('reads statements over several lines, re-exports and dynamic imports', () => {
    const text =
      "import {\n  a,\n  b,\n} from './a.ts';\nexport type { C } from './c.ts';\nconst d = () => import('./d.ts');";
    expect(importsIn(text)).toEqual([
      { specifier: './a.ts', isTypeOnly: false },
      { specifier: './c.ts', isTypeOnly: true },
      { specifier: './d.ts', isTypeOnly: false },
    ]);
  });

  it('forbids every pair of side layers, and any layer to import cli', () => {
    const sides = ['data', 'store', 'venue', 'sweep', 'governance', 'knowledge'];
    const pairs = sides.flatMap((from) => sides.filter((to) => to !== from).map((to) => [from, to] as const));
    expect(pairs.filter(([from, to]) => mayImport(from, to, false))).toEqual([]);
    expect(
      ['core', 'engine', 'data', 'app', 'server'].filter((from) => mayImport(from, 'cli', false)),
    ).toEqual([]);
  });
});
