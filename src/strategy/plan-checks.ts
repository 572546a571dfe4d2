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

const numberAt = (plan: Unchecked, path: Path): number =>
  Number(path.reduce<unknown>((node, key) => Reflect.get(Object(node), key), plan));

/** `low <= high`, both named by their path; a hard bound is never the one to blame. */
function ordered(plan: Unchecked, lowPath: Path, highPath: Path): Rule {
  const [low, high] = [numberAt(plan, lowPath), numberAt(plan, highPath)];
  const isFloor = lowPath[1] === 'hard';
  const [path, other, bound] = isFloor ? [highPath, lowPath, low] : [lowPath, highPath, high];
  return {
    holds: low <= high,
    path,
    what: `must ${isFloor ? 'be at least' : 'not exceed'} ${other.join('.')}, which is ${bound}`,
    fix: `set it to at ${isFloor ? 'least' : 'most'} ${bound}`,
  };
}

function weightRules({ signals }: Unchecked): readonly Rule[] {
  const { minVolGroupShare: _, ...groups } = signals;
  const total = Object.values(groups)
    .flatMap((group) => Object.values(group))
    .reduce((sum, weight) => sum + weight, 0);
  return [
    {
      holds: near(total, 100),
      path: ['signals'],
      what: `weights must total 100, they total ${total}`,
      fix: `change weights by ${100 - total} in all`,
    },
  ];
}

function windowRules(plan: Unchecked): readonly Rule[] {
  const rungs = plan.core.rungs.flatMap((_, i) => {
    const at = (key: string): Path => ['core', 'rungs', i, key];
    return [ordered(plan, at('minDte'), at('targetDte')), ordered(plan, at('targetDte'), at('maxDte'))];
  });
  const layers = ['L1', 'L2', 'L3'].flatMap((name) => {
    const at = (key: string): Path => ['hedge', 'layers', name, key];
    return [
      ordered(plan, at('minDte'), at('targetDte')),
      ordered(plan, at('targetDte'), at('maxDte')),
      ordered(plan, at('rollDte'), at('minDte')),
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

const HARD_BOUNDS: readonly (readonly [low: Path, high: Path])[] = [
  [
    ['sizing', 'maxLossPerTrade'],
    ['risk', 'hard', 'maxLossPerTrade'],
  ],
  [
    ['sizing', 'maxCoreLoss'],
    ['risk', 'hard', 'maxCoreLoss'],
  ],
  [
    ['sizing', 'maxMargin'],
    ['risk', 'hard', 'maxMargin'],
  ],
  [
    ['hedge', 'budget', 'navCap'],
    ['risk', 'hard', 'maxHedgeCost'],
  ],
  [
    ['risk', 'hard', 'minDepth'],
    ['hedge', 'depth', 'min'],
  ],
  [
    ['hedge', 'depth', 'max'],
    ['risk', 'hard', 'maxDepth'],
  ],
  [
    ['risk', 'hard', 'minK'],
    ['core', 'distance', 'reerLowMin'],
  ],
  [
    ['risk', 'hard', 'minK'],
    ['core', 'distance', 'otherMin'],
  ],
  [
    ['core', 'distance', 'reerLowMax'],
    ['risk', 'hard', 'maxK'],
  ],
  [
    ['core', 'distance', 'otherMax'],
    ['risk', 'hard', 'maxK'],
  ],
  [
    ['secondEngine', 'maxLambda'],
    ['risk', 'hard', 'maxLambda'],
  ],
];

const ORDERED: readonly (readonly [low: Path, high: Path])[] = [
  ...HARD_BOUNDS,
  [
    ['sizing', 'maxLossPerTrade'],
    ['sizing', 'maxCoreLoss'],
  ],
  [
    ['hedge', 'depth', 'min'],
    ['hedge', 'depth', 'max'],
  ],
  [
    ['core', 'distance', 'reerLowMin'],
    ['core', 'distance', 'reerLowMax'],
  ],
  [
    ['core', 'distance', 'otherMin'],
    ['core', 'distance', 'otherMax'],
  ],
  [
    ['risk', 'theta', 'target'],
    ['risk', 'theta', 'cap'],
  ],
  [
    ['risk', 'drawdown', 'halveAt'],
    ['risk', 'drawdown', 'stopAt'],
  ],
  [
    ['regime', 'calm', 'vix'],
    ['regime', 'elevated', 'vix'],
  ],
  [
    ['regime', 'elevated', 'vix'],
    ['regime', 'stress', 'vix'],
  ],
  [
    ['regime', 'stress', 'contango'],
    ['regime', 'exit', 'contango'],
  ],
  [
    ['regime', 'stress', 'spxMove'],
    ['regime', 'exit', 'spxMove'],
  ],
  [
    ['hedge', 'monetise', 'firstMultiple'],
    ['hedge', 'monetise', 'secondMultiple'],
  ],
  [
    ['hedge', 'monetise', 'firstVix'],
    ['hedge', 'monetise', 'secondVix'],
  ],
  [
    ['events', 'FOMC', 'from'],
    ['events', 'FOMC', 'to'],
  ],
  [
    ['events', 'CPI', 'from'],
    ['events', 'CPI', 'to'],
  ],
  [
    ['events', 'PPI', 'from'],
    ['events', 'PPI', 'to'],
  ],
];

function sumRules({ compounding, hedge, execution }: Unchecked): readonly Rule[] {
  const split = compounding.core + compounding.reserve + compounding.hedge;
  const { L1, L2, L3 } = hedge.layers;
  const band = L1.bandWeight + L2.bandWeight + L3.bandWeight;
  return [
    {
      holds: near(split, 1),
      path: ['compounding'],
      what: `shares must total 1, they total ${split}`,
      fix: 'make the three shares total 1',
    },
    {
      holds: near(band, 1),
      path: ['hedge', 'layers'],
      what: `band weights must total 1, they total ${band}`,
      fix: 'make the three bandWeight values total 1',
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
    ...weightRules(plan),
    ...windowRules(plan),
    ...ORDERED.map(([low, high]) => ordered(plan, low, high)),
    ...sumRules(plan),
  ];
  for (const { holds, path, what, fix } of rules) {
    if (!holds) context.addIssue({ code: 'custom', path: [...path], message: what, params: { fix } });
  }
}
