import type { z } from 'zod';
import type { planSchema } from './plan-schema.ts';

/** The plan as the schema gives it, before it is trusted. */
type Unchecked = z.output<typeof planSchema>;
type Path = readonly (string | number)[];

/** One rule between fields: what is wrong when it does not hold, and what would mend it. */
interface Rule {
  readonly holds: boolean;
  readonly path: Path;
  readonly what: string;
  readonly fix: string;
}

const near = (a: number, b: number): boolean => Math.abs(a - b) < 1e-9;

const numberAt = (plan: Unchecked, path: string): number =>
  Number(path.split('.').reduce<unknown>((node, key) => Reflect.get(Object(node), key), plan));

/** `low <= high`, both named by their path; a hard bound is never the one to blame. */
function ordered(plan: Unchecked, low: string, high: string): Rule {
  const isFloor = low.startsWith('risk.hard');
  const [blamed, other] = isFloor ? [high, low] : [low, high];
  const bound = numberAt(plan, other);
  return {
    holds: numberAt(plan, low) <= numberAt(plan, high),
    path: blamed.split('.'),
    what: `must ${isFloor ? 'be at least' : 'not exceed'} ${other}, which is ${bound}`,
    fix: `set it to at ${isFloor ? 'least' : 'most'} ${bound}`,
  };
}

function windowRules(plan: Unchecked): readonly Rule[] {
  const rungs = plan.core.rungs.flatMap((_, i) => {
    const at = `core.rungs.${i}`;
    return [
      ordered(plan, `${at}.minDte`, `${at}.targetDte`),
      ordered(plan, `${at}.targetDte`, `${at}.maxDte`),
    ];
  });
  const layers = ['L1', 'L2', 'L3'].flatMap((name) => {
    const at = `hedge.layers.${name}`;
    return [
      ordered(plan, `${at}.minDte`, `${at}.targetDte`),
      ordered(plan, `${at}.targetDte`, `${at}.maxDte`),
      ordered(plan, `${at}.rollDte`, `${at}.minDte`),
    ];
  });
  return [...rungs, ...layers, ...apartRules(plan)];
}

/** Two rungs must not claim the same expiration. */
function apartRules({ core }: Unchecked): readonly Rule[] {
  return core.rungs.slice(1).map((rung, i) => {
    const before = core.rungs[i]?.maxDte ?? 0;
    return {
      holds: rung.minDte > before,
      path: ['core', 'rungs', i + 1, 'minDte'],
      what: `must be above the maxDte of the rung before, which is ${before}`,
      fix: 'order the rungs by tenor and keep their windows apart',
    };
  });
}

/** Fields that must not exceed one another: caps inside hard bounds, then pairs that only make sense in order. */
const ORDERED: readonly (readonly [low: string, high: string])[] = [
  ['sizing.maxLossPerTrade', 'risk.hard.maxLossPerTrade'],
  ['sizing.maxCoreLoss', 'risk.hard.maxCoreLoss'],
  ['sizing.maxMargin', 'risk.hard.maxMargin'],
  ['hedge.budget.navCap', 'risk.hard.maxHedgeCost'],
  ['risk.hard.minDepth', 'hedge.depth.min'],
  ['hedge.depth.max', 'risk.hard.maxDepth'],
  ['risk.hard.minK', 'core.distance.reerLowMin'],
  ['risk.hard.minK', 'core.distance.otherMin'],
  ['core.distance.reerLowMax', 'risk.hard.maxK'],
  ['core.distance.otherMax', 'risk.hard.maxK'],
  ['secondEngine.maxLambda', 'risk.hard.maxLambda'],
  ['sizing.maxLossPerTrade', 'sizing.maxCoreLoss'],
  ['hedge.depth.min', 'hedge.depth.max'],
  ['core.distance.reerLowMin', 'core.distance.reerLowMax'],
  ['core.distance.otherMin', 'core.distance.otherMax'],
  ['core.distance.reerLowPercentile', 'core.distance.reerHighPercentile'],
  ['risk.theta.target', 'risk.theta.cap'],
  ['risk.drawdown.halveAt', 'risk.drawdown.stopAt'],
  ['regime.calm.vix', 'regime.elevated.vix'],
  ['regime.elevated.vix', 'regime.stress.vix'],
  ['regime.elevated.vixToVix3m', 'regime.stress.vixToVix3m'],
  ['regime.stress.contango', 'regime.exit.contango'],
  ['regime.stress.spxMove', 'regime.exit.spxMove'],
  ['hedge.monetise.firstMultiple', 'hedge.monetise.secondMultiple'],
  ['hedge.monetise.firstVix', 'hedge.monetise.secondVix'],
  ['hedge.thickening.minDte', 'hedge.thickening.maxDte'],
  ['secondEngine.overlay.minDte', 'secondEngine.overlay.maxDte'],
  ['secondEngine.overlay.shortDelta', 'secondEngine.overlay.longDelta'],
  ['stress.vxTenors.0', 'stress.vxTenors.1'],
  ['stress.vxTenors.1', 'stress.vxTenors.2'],
  ['hedge.volOfVol.days.0', 'hedge.volOfVol.days.1'],
  ['hedge.volOfVol.days.1', 'hedge.volOfVol.days.2'],
  ['events.FOMC.from', 'events.FOMC.to'],
  ['events.CPI.from', 'events.CPI.to'],
  ['events.PPI.from', 'events.PPI.to'],
];

/** Parts that must make a whole. */
function totals(path: Path, parts: readonly number[], whole: number, name: string): Rule {
  const total = Number(parts.reduce((sum, part) => sum + part, 0).toFixed(9));
  return {
    holds: near(total, whole),
    path,
    what: `${name} must total ${whole}, they total ${total}`,
    fix: `change them by ${Number((whole - total).toFixed(9))} in all`,
  };
}

function sumRules({ signals, compounding, hedge, core }: Unchecked): readonly Rule[] {
  const { minVolGroupShare: _, ...groups } = signals;
  const weights = Object.values(groups).flatMap((group) => Object.values(group));
  const bands = Object.values(hedge.layers).map(({ bandWeight }) => bandWeight);
  const { edrVix9dWeight, edrHv20Weight } = core.distance;
  return [
    totals(['signals'], weights, 100, 'weights'),
    totals(['compounding'], Object.values(compounding), 1, 'shares'),
    totals(['hedge', 'layers'], bands, 1, 'bandWeight values'),
    totals(['core', 'distance', 'edrVix9dWeight'], [edrVix9dWeight, edrHv20Weight], 1, 'edr weights'),
  ];
}

/** Borders that must not meet: a rule divides by their distance, or nothing would be left between them. */
function strictRules({ core, sizing, execution }: Unchecked): readonly Rule[] {
  return [
    {
      holds: core.minScore < sizing.scoreScale.fullAt,
      path: ['core', 'minScore'],
      what: `must be below sizing.scoreScale.fullAt, which is ${sizing.scoreScale.fullAt}`,
      fix: `set it below ${sizing.scoreScale.fullAt}`,
    },
    {
      holds: execution.windowStart < execution.windowEnd,
      path: ['execution', 'windowStart'],
      what: `must be before windowEnd, which is ${execution.windowEnd}`,
      fix: 'choose an earlier start',
    },
  ];
}

/** What no single field can say: sums, order, and soft caps inside hard bounds. Adds one issue for each broken rule. */
export function checkPlan(plan: Unchecked, context: z.RefinementCtx): void {
  const rules = [
    ...windowRules(plan),
    ...ORDERED.map(([low, high]) => ordered(plan, low, high)),
    ...sumRules(plan),
    ...strictRules(plan),
  ];
  for (const { holds, path, what, fix } of rules) {
    if (!holds) context.addIssue({ code: 'custom', path: [...path], message: what, params: { fix } });
  }
}
