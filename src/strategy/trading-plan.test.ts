import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { parse } from 'smol-toml';
import { describe, expect, it } from 'vitest';
import { problemLine } from '../core/problem.ts';
import { tomlLines } from '../core/toml-lines.ts';
import { signalWeights } from './plan-signals.ts';
import { parsePlan, planHash, type TradingPlan } from './trading-plan.ts';

const PLANS = join(import.meta.dirname, '..', '..', 'plans');
const text = (name: string): string => readFileSync(join(PLANS, `${name}.toml`), 'utf8');
const STEWARD = text('steward');
const PROMOTER = text('promoter');

function plan(source: string): TradingPlan {
  const read = parsePlan(source, 'plan.toml');
  if (!read.ok) throw new Error(read.failure.map(problemLine).join('\n'));
  return read.value;
}

type Leaf = readonly [path: readonly (string | number)[], value: unknown];
const leaves = (node: unknown, path: readonly (string | number)[] = []): readonly Leaf[] =>
  typeof node === 'object' && node !== null
    ? Object.entries(node).flatMap(([key, value]) =>
        leaves(value, [...path, Array.isArray(node) ? Number(key) : key]),
      )
    : [[path, node]];
const nameOf = (path: readonly (string | number)[]): string => path.join('.');

const refusals = (source: string): readonly string[] => {
  const read = parsePlan(source, 'plan.toml');
  return read.ok ? [] : read.failure.map(problemLine);
};
const refused = (from: string, to: string): readonly string[] => {
  expect(STEWARD).toContain(from);
  return refusals(STEWARD.replace(from, to));
};

/** Replaces the number at a path in the text itself, so that line numbers stay those of the file. */
function withNumber(
  source: string,
  path: readonly (string | number)[],
  value: number,
): { text: string; line: number } {
  const line = tomlLines(source)(path) ?? 0;
  const rows = source.split('\n');
  const row = rows[line - 1] ?? '';
  const index = path.at(-1);
  const old = /= *(\[[^\]]*\]|[-\d.]+)/.exec(row)?.[1] ?? '';
  const list: unknown = old.startsWith('[') ? JSON.parse(old) : undefined;
  const next = Array.isArray(list)
    ? `[${list.map((x, i) => (i === index ? value : x)).join(', ')}]`
    : String(value);
  rows[line - 1] = row.replace(`= ${old}`, `= ${next}`);
  return { text: rows.join('\n'), line };
}

describe('the two plans', () => {
  it('carry the numbers of methodology 3.3 as amended by 3.0: steward and promoter', () => {
    const shown = ({ core, sizing, hedge, risk, secondEngine }: TradingPlan): unknown => ({
      score: core.minScore,
      caps: [sizing.maxLossPerTrade, sizing.maxCoreLoss, sizing.maxMargin, sizing.maxStressLoss],
      hurdle: sizing.hurdleAddOn,
      kelly: sizing.kelly,
      k: core.distance.kBase,
      wings: core.rungs.map((rung) => rung.wingWidth),
      coverage: hedge.coverageTarget,
      depth: [hedge.depth.min, hedge.depth.max],
      cap: [hedge.budget.navCap, hedge.budget.coreShareCap],
      delta: hedge.delta,
      lambda: secondEngine.maxLambda,
      theta: [risk.theta.target, risk.theta.cap],
      vega: risk.maxVegaLoss,
      takeProfit: core.exits.takeProfit,
      loss: core.exits.lossMultiple,
      drawdown: [risk.drawdown.halveAt, risk.drawdown.stopAt],
    });
    expect(shown(plan(STEWARD))).toEqual({
      score: 60,
      caps: [0.02, 0.1, 0.3, 0.06],
      hurdle: 0.04,
      kelly: 0.1,
      k: 1.5,
      wings: [0.005, 0.0075, 0.01],
      coverage: 0.4,
      depth: [0.25, 1.5],
      cap: [0.02, 0.2],
      delta: 0.3,
      lambda: 1.25,
      theta: [2, 8],
      vega: 0.0015,
      takeProfit: 0.5,
      loss: 2.5,
      drawdown: [0.06, 0.1],
    });
    expect(shown(plan(PROMOTER))).toEqual({
      score: 50,
      caps: [0.04, 0.15, 0.5, 0.12],
      hurdle: 0.01,
      kelly: 0.25,
      k: 1.15,
      wings: [0.0035, 0.005, 0.0075],
      coverage: 0.25,
      depth: [0.25, 1],
      cap: [0.015, 0.12],
      delta: 0.25,
      lambda: 1.5,
      theta: [4, 16],
      vega: 0.003,
      takeProfit: 0.5,
      loss: 3.5,
      drawdown: [0.1, 0.15],
    });
  });

  it('say what each regime permits as methodology 3.4 does', () => {
    const shown = ({ regime }: TradingPlan): unknown =>
      Object.values(regime.rules).map(({ corePermission, hedgeDepth, slippage }) => [
        corePermission,
        hedgeDepth,
        slippage,
      ]);
    expect(shown(plan(STEWARD))).toEqual([
      [1, 1.25, 0.35],
      [1, 1, 0.5],
      [0, 0.75, 0.75],
      [0, 0.5, 1],
      [0.5, 0.75, 0.75],
    ]);
    expect(shown(plan(PROMOTER))).toEqual([
      [1, 0.75, 0.35],
      [1, 0.5, 0.5],
      [0.5, 0.5, 0.75],
      [0, 0.25, 1],
      [0.75, 0.5, 0.75],
    ]);
  });

  it('differ nowhere else', () => {
    const other = new Map(leaves(plan(PROMOTER)).map(([path, value]) => [nameOf(path), value]));
    const differing = leaves(plan(STEWARD)).flatMap(([path, value]) =>
      other.get(nameOf(path)) === value ? [] : [nameOf(path)],
    );
    const allowed = [
      /^plan\.(name|profile)$/,
      /^regime\.rules\..*\.(corePermission|hedgeDepth|tierCap)$/,
      /^core\.(minScore|rungs\.\d\.wingWidth|distance\.(kBase|otherMin|shortDatedMinEdr))$/,
      /^core\.(breakEven\.(minDistance|projectedMinDistance)|exits\.lossMultiple)$/,
      /^sizing\.(max.*|hurdleAddOn|kelly|hedgeCost\.seed)$/,
      /^hedge\.(delta|coverageTarget|depth\.max|budget\.(navCap|coreShareCap)|rebalance\.band)$/,
      /^risk\.(maxVegaLoss|maxGammaLoss|theta\..*|drawdown\.(halveAt|stopAt))$/,
      /^events\.(FOMC\.(from|coreScale)|CPI\.coreScale|PPI\.coreScale|shortDated\.action)$/,
      /^(secondEngine\.maxLambda|compounding\.(core|reserve))$/,
    ];
    expect(differing.filter((name) => !allowed.some((rule) => rule.test(name)))).toEqual([]);
  });

  it('have the same keys', () => {
    const keys = (source: string): readonly string[] => leaves(parse(source)).map(([path]) => nameOf(path));
    expect(keys(PROMOTER)).toEqual(keys(STEWARD));
  });

  it.each([
    ['steward', STEWARD],
    ['promoter', PROMOTER],
  ])('explain every key of %s in a comment with a source tag', (_, source) => {
    const rows = source.split('\n');
    const bare = rows.filter((row, i) => {
      if (!/^\w+ *=/.test(row)) return false;
      const trailing = row.slice(row.lastIndexOf(' #'));
      const comment = trailing.startsWith(' #') && row.includes(' #') ? trailing : (rows[i - 1] ?? '');
      return !(comment.trimStart().startsWith('#') && /\[[^\]]*\b(SEED|VS|ENG|REG)\b[^\]]*\]/.test(comment));
    });
    expect(bare).toEqual([]);
  });

  it('weigh the signals 60, 16, 13, 6, 5 and 0 by group', () => {
    const totals = new Map<string, number>();
    for (const { group, weight } of signalWeights(plan(STEWARD)))
      totals.set(group, (totals.get(group) ?? 0) + weight);
    expect([...totals.values()]).toEqual([60, 16, 13, 6, 5, 0]);
    expect(signalWeights(plan(STEWARD)).map(({ id }) => id)).toEqual(
      Array.from({ length: 17 }, (_, i) => `S${String(i + 1).padStart(2, '0')}`),
    );
  });

  it('shock the VX curve by the stated betas in S1 to S4', () => {
    const { stress } = plan(STEWARD);
    for (const { vix, vx } of [stress.S1, stress.S2, stress.S3, stress.S4]) {
      for (const [i, beta] of stress.vxBetas.entries()) expect(vx[i]).toBeCloseTo(beta * vix, 12);
    }
  });
});

describe('planHash', () => {
  it('sees numbers, not comments, spaces or the order of sections', () => {
    const tidied = STEWARD.split('\n')
      .filter((row) => !row.startsWith('#'))
      .join('\n')
      .replaceAll(' = ', '=');
    expect(planHash(plan(tidied))).toBe(planHash(plan(STEWARD)));
    expect(planHash(plan(PROMOTER))).not.toBe(planHash(plan(STEWARD)));
    expect(planHash(plan(STEWARD.replace('maxNewPerDay = 1', 'maxNewPerDay = 2')))).not.toBe(
      planHash(plan(STEWARD)),
    );
  });
});

describe('parsePlan', () => {
  const numbers = leaves(parse(STEWARD)).filter(([, value]) => typeof value === 'number');

  it('refuses every number set far out of its range, at its own line and field', () => {
    expect(numbers.length).toBeGreaterThan(250);
    for (const [path] of numbers) {
      for (const wrong of [1e9, -1e9]) {
        const { text: source, line } = withNumber(STEWARD, path, wrong);
        const read = parsePlan(source, 'plan.toml');
        const mine = read.ok ? undefined : read.failure.find(({ field }) => field === nameOf(path));
        expect([nameOf(path), mine?.line, mine?.value]).toEqual([nameOf(path), line, String(wrong)]);
        expect(mine?.fix).toMatch(/in \[-?[\d.]+, -?[\d.]+\]/);
      }
    }
  });

  it('refuses every number that is missing', () => {
    for (const [path] of numbers.filter(
      ([path]) => typeof path.at(-1) === 'string' && path.at(-1) !== 'holdBeyond',
    )) {
      const line = tomlLines(STEWARD)(path) ?? 0;
      const source = STEWARD.split('\n')
        .filter((_, i) => i !== line - 1)
        .join('\n');
      expect(refusals(source).join('\n')).toContain(`${nameOf(path)}: is missing`);
    }
  });

  it.each([
    [
      'a misspelt key',
      'minScore = 60',
      'minScroe = 60',
      'core.minScroe: unknown key (did you mean minScore?). Fix: write minScore.',
    ],
    ['a signal in the wrong group', 'S08 = 4 ', 'S13 = 4 ', 'signals.breadth.S08: is missing'],
    ['weights that do not total 100', 'S01 = 10', 'S01 = 12', 'weights must total 100, they total 102'],
    ['a research weight', 'S17 = 0', 'S17 = 1', 'signals.research.S17 "1": is above 0'],
    [
      'a trade cap over the hard bound',
      'maxLossPerTrade = 0.02',
      'maxLossPerTrade = 0.06',
      'must not exceed risk.hard.maxLossPerTrade, which is 0.05',
    ],
    [
      'a depth under the hard bound',
      'min = 0.25',
      'min = 0.2',
      'hedge.depth.min "0.2": must be at least risk.hard.minDepth, which is 0.25',
    ],
    [
      'a rung outside its own window',
      'targetDte = 14',
      'targetDte = 18',
      'core.rungs.1.targetDte "18": must not exceed core.rungs.1.maxDte, which is 17',
    ],
    [
      'rungs that overlap',
      'maxDte = 9',
      'maxDte = 12',
      'core.rungs.1.minDte "11": must be above the maxDte of the rung before, which is 12',
    ],
    [
      'a split that does not total 1',
      'reserve = 0.30',
      'reserve = 0.40',
      'shares must total 1, they total 1.1',
    ],
    [
      'a score no day can pass at full size',
      'minScore = 60\n# Condors open',
      'minScore = 75\n# Condors open',
      'core.minScore "75": must be below sizing.scoreScale.fullAt, which is 75',
    ],
    [
      'daily-range weights that do not total 1',
      'edrVix9dWeight = 0.60',
      'edrVix9dWeight = 0.70',
      'edr weights must total 1, they total 1.1',
    ],
    [
      'a window that ends before it starts',
      'windowStart = "10:00"',
      'windowStart = "12:00"',
      'must be before windowEnd, which is 11:30',
    ],
    ['a time that is none', 'windowStart = "10:00"', 'windowStart = "10h"', 'must be a time HH:MM'],
    ['a version that is none', 'version = "1.1.0"', 'version = "1.1"', 'must be a version like 1.1.0'],
  ])('refuses %s', (_, from, to, message) => {
    expect(refused(from, to).join('\n')).toContain(message);
  });

  it('returns, and never throws, whatever is done to the text', () => {
    const piece = fc.oneof(
      fc.string({ maxLength: 8 }),
      fc.constantFrom('\n', '[', ']', '=', '"', '#', 'nan', '-inf', '1e400', '{}'),
    );
    fc.assert(
      fc.property(
        fc.nat(STEWARD.length),
        fc.nat(200),
        fc.array(piece, { maxLength: 4 }),
        (at, cut, pieces) => {
          const read = parsePlan(
            STEWARD.slice(0, at) + pieces.join('') + STEWARD.slice(at + cut),
            'plan.toml',
          );
          if (!read.ok)
            expect(read.failure.every(({ file, fix }) => file === 'plan.toml' && fix !== '')).toBe(true);
          else
            for (const [path, value] of leaves(read.value))
              if (typeof value === 'number') expect([path, Number.isFinite(value)]).toEqual([path, true]);
        },
      ),
      { numRuns: 300 },
    );
  });
});
