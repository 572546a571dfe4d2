import { JOINT_MODEL } from '../../../src/model/two-factor.ts';
import type { World } from '../../../src/model/worlds/world.ts';
import { P_WORLD, SPECIFIED_P_WORLD } from '../../../src/model/worlds/world-presets.ts';
import { percentile } from '../../../src/quant/stats.ts';
import { type Row, skipped } from '../../row.ts';
import { sharedRoot } from '../../shared-root.ts';
import { INDEX_AND_VIX_FACTS } from './index-and-vix-facts.ts';
import { indexHistory } from './index-history.ts';
import type { MarketColumns, StylisedFact } from './market-columns.ts';
import { RETURN_FACTS } from './return-facts.ts';
import { VIX_FACTS } from './vix-facts.ts';
import { indexStarts, worldColumns } from './world-columns.ts';

export const STYLISED_FACTS: readonly StylisedFact[] = [
  ...RETURN_FACTS,
  ...VIX_FACTS,
  ...INDEX_AND_VIX_FACTS,
];

/** Paths of 35 years behind every band. */
const PATHS = 96;
/** Ends of the band history has to lie in. */
const BAND = { from: 0.1, to: 0.9 } as const;

/** One fact in a world, beside the same in history. */
export interface FactComparison {
  readonly fact: StylisedFact;
  readonly history: number;
  readonly median: number;
  readonly low: number;
  readonly high: number;
  /** Paths on which the case occurs at all. */
  readonly paths: number;
  readonly isInside: boolean;
}

/** Undefined where history or every path has no case of the fact. */
export function compareFact(
  fact: StylisedFact,
  history: MarketColumns,
  paths: readonly MarketColumns[],
): FactComparison | undefined {
  const found = fact.of(history);
  const values = paths.map(fact.of).filter((value) => value !== undefined);
  if (found === undefined || values.length === 0) return undefined;
  const [low, high] = [percentile(values, BAND.from), percentile(values, BAND.to)];
  return {
    fact,
    history: found,
    median: percentile(values, 0.5),
    low,
    high,
    paths: values.length,
    isInside: found >= low && found <= high,
  };
}

function comparisons(
  world: World,
  history: MarketColumns,
  facts: readonly StylisedFact[],
): readonly FactComparison[] {
  const paths = worldColumns(world, JOINT_MODEL, indexStarts(history), PATHS);
  return facts.map((fact) => compareFact(fact, history, paths)).filter((found) => found !== undefined);
}

const AGAINST = `SPX and VIX family closes from 1990 on; ${PATHS} paths of 35 years of the P-world`;

function factRow({ fact, history, median, low, high, paths, isInside }: FactComparison): Row {
  const [shown, from, to] = [history, low, high].map((value) => value.toFixed(fact.digits));
  const missing = paths < PATHS ? `; ${paths} paths have a case` : '';
  return {
    id: `model.fact.${fact.id}`,
    value: Number(median.toFixed(fact.digits)),
    unit: fact.unit,
    target: `history inside the ${100 * BAND.from}-${100 * BAND.to} % band of paths`,
    pass: isInside ? true : null,
    against: AGAINST,
    note: `${fact.says}: history ${shown}, ${isInside ? 'inside' : 'OUTSIDE'} the band ${from} to ${to}${missing}`,
  };
}

function summaryRow(id: string, world: World, compared: readonly FactComparison[]): Row {
  const outside = compared.filter(({ isInside }) => !isInside);
  const listed = outside.map(({ fact, history, low, high }) => {
    const [shown, from, to] = [history, low, high].map((value) => value.toFixed(fact.digits));
    return `${fact.id} ${shown} (${from} to ${to})`;
  });
  return {
    id,
    value: outside.length,
    unit: `of ${compared.length} facts`,
    target: '',
    pass: null,
    against: `${PATHS} paths of 35 years of world ${world.name}`,
    note: `history outside the band: ${listed.join('; ')}`,
  };
}

/** The facts of history and of the P-world side by side, and a list of what the world gets wrong. */
export async function stylisedFactRows(): Promise<readonly Row[]> {
  const root = sharedRoot();
  if (root === undefined)
    return STYLISED_FACTS.map(({ id }) => skipped(`model.fact.${id}`, 'no shared data beside the checkout'));
  const history = await indexHistory(root);
  const compared = comparisons(P_WORLD, history, STYLISED_FACTS);
  const specified = comparisons(SPECIFIED_P_WORLD, history, STYLISED_FACTS);
  return [
    ...compared.map(factRow),
    summaryRow('model.fact.outside', P_WORLD, compared),
    summaryRow('model.fact.outside-specified', SPECIFIED_P_WORLD, specified),
  ];
}
