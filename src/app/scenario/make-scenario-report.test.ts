import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { enterDay, standAsideDay } from '../../../test/fixtures/day-sheet.ts';
import { scenarioEveningWith } from '../../../test/fixtures/scenario-evening.ts';
import { bareMarket, option, position, SPOT, VIX } from '../../../test/fixtures/scenario-market.ts';
import { problemLine } from '../../core/problem.ts';
import type { IsoDate } from '../../core/units.ts';
import { scenarioJson } from '../render/json/scenario-json.ts';
import { makeScenarioReport, type ReportParts } from './make-scenario-report.ts';
import { readAsk, type ScenarioOptions } from './scenario-ask.ts';
import type { ScenarioReport } from './scenario-report.ts';
import { scenarioSchema, scenarioSchemaText } from './scenario-schema.ts';

const EVERYTHING: ReportParts = { grid: true, projection: true, lines: true };
const NOTHING_ELSE: ReportParts = { grid: false, projection: false, lines: false };

function answer(
  options: ScenarioOptions,
  parts: ReportParts = NOTHING_ELSE,
  evening: Parameters<typeof scenarioEveningWith>[0] = {},
) {
  const ask = readAsk(options);
  if (!ask.ok) return ask;
  return makeScenarioReport(scenarioEveningWith(evening), ask.value, options, parts);
}

function report(...question: Parameters<typeof answer>): ScenarioReport {
  const made = answer(...question);
  if (!made.ok) throw new Error(made.failure.map(problemLine).join('\n'));
  return made.value;
}

const lines = (...question: Parameters<typeof answer>): readonly string[] => {
  const made = answer(...question);
  return made.ok ? [] : made.failure.map(problemLine);
};

describe('a scenario report', () => {
  it('holds one outcome for one shock, with levels, layers and legs', () => {
    const { outcomes, legs, market, source } = report({ spx: '-8%', vix: '+20' });
    expect(source).toBe('book');
    expect(outcomes).toHaveLength(1);
    const [shock] = outcomes;
    expect(shock?.levels.spx).toBeCloseTo(0.92 * SPOT, 9);
    expect(shock?.levels.vix).toBe(VIX + 20);
    expect(shock?.layers.map(({ purpose }) => purpose)).toEqual([
      'condor',
      'hedge.L1',
      'hedge.L2',
      'hedge.L3',
    ]);
    expect(shock?.legs.map(({ symbol }) => symbol)).toEqual(legs.map(({ symbol }) => symbol));
    expect([market.vix, market.vix3mSource]).toEqual([VIX, 'published']);
    expect(market.vixLowest).toBeLessThan(VIX);
  });

  it('reads +50 % of VIX as points of today', () => {
    expect(report({ vix: '+50%' }).outcomes[0]?.vixMove).toBe(VIX / 2);
  });

  it("shows, asked nothing, the plan's sizing scenario and the peak of every storm since VIX", () => {
    const { outcomes, indexOnly } = report({});
    const [sizing, ...storms] = outcomes;
    expect([sizing?.origin, sizing?.spxMove, sizing?.vixMove]).toEqual([
      { kind: 'sizing', id: 'S2' },
      -0.08,
      20,
    ]);
    expect(storms.map(({ id }) => id)).toEqual([
      'aug-2011.peak',
      'aug-2015.peak',
      'feb-2018.peak',
      'mar-2020.peak',
      'aug-2024.peak',
      'apr-2025.peak',
    ]);
    expect(indexOnly).toEqual(['oct-1987']);
  });

  it('shows every stage of a replay, or the one named', () => {
    expect(report({ replay: 'mar-2020' }).outcomes.map(({ id }) => id)).toEqual([
      'mar-2020.worst-day',
      'mar-2020.calm-week',
      'mar-2020.peak',
      'mar-2020.trough',
    ]);
    expect(report({ replay: 'oct-1987', stage: 'trough', vix: '+100%' }).outcomes).toHaveLength(1);
  });

  it('shocks what the orders would hold where the book is empty, else the condor that came nearest', () => {
    const contract = option('VIX', '2026-12-16', 20, 'call');
    const [, order] = enterDay().orders;
    const orders =
      order === undefined ? [] : [{ ...order, legs: [{ contract, quantity: 1, symbol: '' }], quantity: 3 }];
    const ordered = report({ vix: '+9' }, NOTHING_ELSE, { positions: [], orders });
    expect([ordered.source, ordered.legs[0]?.quantity]).toEqual(['orders', 3]);
    const { decisions } = standAsideDay();
    const nearest = report({ vix: '+9' }, NOTHING_ELSE, { positions: [], decisions });
    expect([nearest.source, nearest.positions[0]?.purpose, nearest.legs.length]).toEqual([
      'candidate',
      'condor',
      4,
    ]);
  });

  it('gives a map whose cell of the shock is the outcome of the shock', () => {
    const { grid, outcomes } = report({ spx: '-7.5%', vix: '+20' }, EVERYTHING);
    const [i, j] = [grid?.vix.indexOf(20) ?? -1, grid?.spx.indexOf(-0.075) ?? -1];
    expect(grid?.cells.total[i]?.[j]).toBe(outcomes[0]?.total);
    expect(grid?.cells.hedge[i]?.[j]).toBe(outcomes[0]?.hedge);
  });

  it.each<ScenarioOptions>([
    { spx: '-5%', vix: '+20', days: '3', slope: '0.6' },
    { spx: '-5%' },
    { spx: '-4%', preset: 'median', days: '0' },
    { replay: 'aug-2015', stage: 'peak' },
  ])('gives lines that meet the outcome of %j', (options) => {
    const made = report(options, EVERYTHING);
    const [shock] = made.outcomes;
    const { spx = [], lines: drawn = [] } = made.lines ?? {};
    const line = drawn.find(({ vix }) => vix === shock?.vixMove);
    const move = shock?.spxMove ?? Number.NaN;
    const at = spx.findLastIndex((one) => one <= move + 1e-9);
    const share = (move - (spx[at] ?? 0)) / ((spx[at + 1] ?? 1) - (spx[at] ?? 0));
    const [from, to] = [line?.total[at] ?? Number.NaN, line?.total[at + 1] ?? Number.NaN];
    // The outcome lies on the line, or between two of its points a quarter of a per cent apart.
    expect(Math.abs((shock?.total ?? 0) - (from + share * (to - from)))).toBeLessThan(
      share < 1e-6 ? 1 : 2000,
    );
    expect(drawn[0]?.vix).toBe(0);
  });

  it('lets VIX3M follow on the map by the power asked', () => {
    const at = (slope: string) => report({ vix: '+20', slope }, EVERYTHING).grid?.cells.hedge.at(-1)?.[0];
    expect(at('0.9')).toBeGreaterThan(at('0.5') ?? Number.POSITIVE_INFINITY);
  });

  it('is the same bytes twice', () => {
    const asked = { replay: 'feb-2018' };
    expect(scenarioJson(report(asked, EVERYTHING))).toBe(scenarioJson(report(asked, EVERYTHING)));
  });
});

describe('what cannot be answered', () => {
  it('names a contract the model does not price', () => {
    const spy = position('shares', 'other', [
      { contract: option('SPY', '2026-12-18', 650, 'put'), quantity: 1 },
    ]);
    expect(lines({}, NOTHING_ELSE, { positions: [spy] })).toEqual([
      'position shares "SPY   261218P00650000": is not on SPX, XSP or VIX, and the model prices nothing else. Fix: leave it out of the list you give to `alvh book import`.',
    ]);
  });

  it('says that there is nothing to shock, and what to do', () => {
    expect(lines({}, NOTHING_ELSE, { positions: [] })).toEqual([
      'the book is empty and the plan considered no trade that day, so there is nothing to shock. Fix: bring your positions in with `alvh book import FILE`, or ask for another --date.',
    ]);
  });

  it('quotes what was typed, with the range of today', () => {
    const [line] = lines({ vix: '+140' });
    expect(line).toMatch(
      /^--vix "\+140": would put VIX at 156\.00; from 16\.00 the model reaches \d+\.\d to \d+\.\d\. Fix: ask for a change of -\d+\.\d to \+\d+\.\d points\.$/,
    );
  });

  it('refuses a day whose VIX and VIX3M no state shows', () => {
    const quoted = bareMarket({ vix: 16, vix3m: 60 });
    expect(lines({}, NOTHING_ELSE, { quoted })[0]).toContain('which no state of the model shows');
  });
});

/** A type without its unit tags and `readonly`, so that what the schema infers can be compared with the report. */
type Plain<T> = T extends number
  ? number
  : T extends IsoDate
    ? string
    : T extends string | boolean
      ? T
      : { -readonly [K in keyof T]: Plain<T[K]> };

type Parsed = Plain<z.infer<typeof scenarioSchema>>;
type Report = Plain<ScenarioReport>;

describe('the contract of a scenario report', () => {
  const committed = join(import.meta.dirname, '..', '..', '..', 'schema', 'scenario.schema.json');

  it('is in the repository as the schema generates it', () => {
    expect(readFileSync(committed, 'utf8')).toBe(scenarioSchemaText()); // mend with: npm run schema
  });

  it('has the fields of the type and no others', () => {
    const schemaToType = (parsed: Parsed): Report => parsed;
    const typeToSchema = (made: Report): Parsed => made;
    expect([schemaToType, typeToSchema]).toHaveLength(2); // the compiler is the assertion
  });

  it.each<ScenarioOptions>([
    {},
    { spx: '-8%', vix: '+20', slope: '0.6', days: '10' },
    { spx: '-4%', preset: 'worst-decile' },
    { spx: '-4%' },
    { replay: 'mar-2020' },
    { replay: 'oct-1987', vix: '+300%' },
    { grid: true },
  ])('accepts the JSON of %j', (options) => {
    const json: unknown = JSON.parse(scenarioJson(report(options, EVERYTHING)));
    expect(scenarioSchema.parse(json)).toEqual(json);
  });

  it('refuses a key it does not know and a fraction of a cent', () => {
    const json = JSON.parse(scenarioJson(report({ vix: '+5' })));
    expect(scenarioSchema.safeParse({ ...json, extra: 1 }).success).toBe(false);
    expect(scenarioSchema.safeParse({ ...json, nav: 0.5 }).success).toBe(false);
  });
});
