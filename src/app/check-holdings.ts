import type { Problem } from '../core/problem.ts';
import { type Holding, positionsOf } from '../portfolio/book.ts';
import { condorOf } from '../portfolio/condor-legs.ts';
import { contractSymbol } from '../portfolio/contract-symbol.ts';
import { matchOptions } from '../portfolio/margin-match.ts';
import type { Position } from '../portfolio/position.ts';
import { underlyingOf } from '../portfolio/underlying.ts';
import type { PlacedHolding } from './read-holdings.ts';

/** The first line a contract, or any leg of a position, was read from. */
const lineWhere = (
  holdings: readonly PlacedHolding[],
  holds: (holding: PlacedHolding) => boolean,
): number | undefined => holdings.find(holds)?.line;

const located = (file: string, line: number | undefined): Pick<Problem, 'kind' | 'file' | 'line'> =>
  line === undefined ? { kind: 'data', file } : { kind: 'data', file, line };

function brokenCondors(
  positions: readonly Position[],
  holdings: readonly PlacedHolding[],
  file: string,
): readonly Problem[] {
  const broken = positions.filter(
    ({ purpose, legs }) => purpose === 'condor' && condorOf(legs) === undefined,
  );
  return broken.map(({ legs, opened }) => {
    const line = lineWhere(
      holdings,
      (holding) =>
        holding.purpose === 'condor' &&
        holding.opened === opened &&
        legs.some(({ contract }) => contractSymbol(contract) === contractSymbol(holding.contract)),
    );
    const expiration = legs[0]?.contract.expiration ?? '';
    return {
      ...located(file, line),
      field: 'purpose',
      value: 'condor',
      what: `the ${legs.length} legs of ${opened} that expire on ${expiration} are not one condor`,
      fix: 'give long put < short put < short call < long call of one size, or use purpose other',
    };
  });
}

/** VIX options sold without a bought one of the same expiration and right; the plan forbids them. */
function nakedVix(holdings: readonly PlacedHolding[], file: string): readonly Problem[] {
  const naked = matchOptions(holdings).naked.filter(({ contract }) => underlyingOf(contract) === 'VIX');
  return naked.map(({ contract, quantity }) => {
    const symbol = contractSymbol(contract);
    const line = lineWhere(
      holdings,
      (holding) => contractSymbol(holding.contract) === symbol && holding.quantity < 0,
    );
    const what = `is a naked short VIX option (${quantity} uncovered), which the plan forbids`;
    const fix = 'add the bought option of the same expiration that covers it';
    return { ...located(file, line), field: 'symbol', value: symbol, what, fix };
  });
}

/** What is wrong with the holdings taken together. */
export const checkHoldings = (holdings: readonly PlacedHolding[], file: string): readonly Problem[] => [
  ...brokenCondors(positionsOf(holdings), holdings, file),
  ...nakedVix(holdings, file),
];

const keyOf = ({ contract, quantity, price, opened, purpose }: Holding): string =>
  [contractSymbol(contract), quantity, price, opened, purpose].join('|');

/** Rows that say the same twice: two fills may look alike, so both count, and the trader is told. */
export function repeatedRows(holdings: readonly PlacedHolding[]): readonly string[] {
  const first = new Map<string, number>();
  return holdings.flatMap((holding) => {
    const key = keyOf(holding);
    const before = first.get(key);
    if (before === undefined) first.set(key, holding.line);
    return before === undefined ? [] : [`line ${holding.line} repeats line ${before}; both are counted`];
  });
}
