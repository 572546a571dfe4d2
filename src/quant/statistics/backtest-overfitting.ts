import { PreconditionError } from '../../core/errors.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import { mean } from '../stats.ts';
import { halfSharpes } from './half-sharpes.ts';
import { indexOfGreatest } from './index-of-greatest.ts';
import { isConstant } from './observations.ts';
import { requireMatrix, type StrategyMatrix } from './strategy-matrix.ts';

/** The authors' own choice: 12,870 ways to halve. */
const USUAL_BLOCKS = 16;
/** 184,756 ways to halve; each further pair of blocks takes four times the time and twice the memory. */
const MOST_BLOCKS = 20;

/** A line through what the chosen strategy did in sample (x) and out of sample (y). */
export interface Degradation {
  readonly slope: number;
  readonly intercept: number;
}

/** Arrays hold one entry for each way to choose half of the blocks, and all Sharpe ratios are per period. */
export interface BacktestOverfitting {
  /** PBO with lambda <= 0 for overfit, as the authors have it: the chosen strategy fell to the median or below. */
  readonly probability: number;
  /** PBO with lambda < 0: below the median. The two differ only where N is odd, or strategies are alike. */
  readonly probabilityBelow: number;
  readonly meanLogit: number;
  /** Share of the ways in which the chosen strategy lost money out of sample. */
  readonly probabilityOfLoss: number;
  /** Absent when every way gives the same Sharpe ratio in sample. */
  readonly degradation: Degradation | undefined;
  /** lambda = ln[w/(1 - w)], w the rank out of sample of the strategy chosen in sample over N + 1, 1 the worst. */
  readonly logits: Float64Array;
  /** Which strategy was chosen. */
  readonly chosen: Int32Array;
  /** Its Sharpe ratio in sample. */
  readonly inSample: Float64Array;
  /** Its Sharpe ratio out of sample. */
  readonly outOfSample: Float64Array;
  /** Mean Sharpe ratio out of sample of all N: what choosing blindly would have given; see `stochasticDominance`. */
  readonly outOfSampleMean: Float64Array;
}

/** A strategy earns the same return other than 0 throughout a half: its Sharpe ratio there is no number. */
export interface OverfittingFailure {
  readonly code: 'no-variance';
  readonly column: number;
}

/**
 * Probability of backtest overfitting by combinatorially symmetric cross-validation.
 *
 * T rows are cut into S blocks. For each of the C(S, S/2) ways to take half of them, the strategy with the best Sharpe
 * ratio there is chosen, and ranked by its Sharpe ratio over the other half:
 *
 *     w = rank/(N + 1),   lambda = ln[w/(1 - w)],   PBO = share of lambda <= 0
 *
 * About one half when the choice is worth nothing; a single sample of noise scatters widely about that. Ties rank in
 * the middle, and the first of equals is chosen. A way and its mirror image share their two passes.
 *
 * @param returns  T x N, in excess of the risk-free rate
 * @param blockCount  S, even, from 2 to 20; when it does not divide T blocks differ by one row
 * @returns failure when a strategy has equal returns other than 0 throughout a half
 * @throws PreconditionError unless N >= 2, S is even and in range, T >= 2 S, and every return is finite
 * @see Bailey, Borwein, Lopez de Prado and Zhu (2017), J. Computational Finance 20(4), 39-69,
 *   doi 10.21314/JCF.2016.322
 */
export function backtestOverfitting(
  returns: StrategyMatrix,
  blockCount = USUAL_BLOCKS,
): Result<BacktestOverfitting, OverfittingFailure> {
  requireBlocks(blockCount);
  requireMatrix('returns', returns, { rows: 2 * blockCount, columns: 2 });
  const sharpes = halfSharpes(returns, blockCount);
  const ways = halvings(blockCount);
  const all = 2 ** blockCount - 1;
  const found = emptyOutcomes(ways.length);
  const one = new Float64Array(returns.columns);
  const other = new Float64Array(returns.columns);
  for (let i = 0, mirror = ways.length - 1; i < mirror; i++, mirror--) {
    const blocks = ways[i] as number;
    const flat = sharpes.into(one, blocks) ?? sharpes.into(other, all ^ blocks);
    if (flat !== undefined) return fail({ code: 'no-variance', column: flat });
    record(found, i, one, other);
    record(found, mirror, other, one);
  }
  return ok(summary(found));
}

type Outcomes = Pick<
  BacktestOverfitting,
  'logits' | 'chosen' | 'inSample' | 'outOfSample' | 'outOfSampleMean'
>;

const emptyOutcomes = (ways: number): Outcomes => ({
  logits: new Float64Array(ways),
  chosen: new Int32Array(ways),
  inSample: new Float64Array(ways),
  outOfSample: new Float64Array(ways),
  outOfSampleMean: new Float64Array(ways),
});

/** Every number of `blockCount` bits with half of them set, ascending: the complement of the first is the last. */
function halvings(blockCount: number): readonly number[] {
  const out: number[] = [];
  const first = 2 ** (blockCount / 2) - 1;
  for (let set = first; set < 2 ** blockCount; set = nextWithAsManyBits(set)) out.push(set);
  return out;
}

/** Moves the highest bit of the lowest run of set bits up by one, and the rest of the run down to the bottom. */
function nextWithAsManyBits(set: number): number {
  const lowest = set & -set;
  const carried = set + lowest;
  return carried + (((set ^ carried) / lowest) >>> 2);
}

function record(found: Outcomes, i: number, inSample: Float64Array, outOfSample: Float64Array): void {
  const chosen = indexOfGreatest(inSample);
  const reached = outOfSample[chosen] as number;
  let below = 0;
  let equal = 0;
  let sum = 0;
  for (let k = 0; k < outOfSample.length; k++) {
    const sharpe = outOfSample[k] as number;
    if (sharpe < reached) below += 1;
    else if (sharpe === reached) equal += 1;
    sum += sharpe;
  }
  const rank = below + (equal + 1) / 2;
  found.logits[i] = Math.log(rank / (outOfSample.length + 1 - rank));
  found.chosen[i] = chosen;
  found.inSample[i] = inSample[chosen] as number;
  found.outOfSample[i] = reached;
  found.outOfSampleMean[i] = sum / outOfSample.length;
}

const summary = (found: Outcomes): BacktestOverfitting => ({
  ...found,
  probability: shareOf(found.logits, (lambda) => lambda <= 0),
  probabilityBelow: shareOf(found.logits, (lambda) => lambda < 0),
  meanLogit: mean(found.logits),
  probabilityOfLoss: shareOf(found.outOfSample, (sharpe) => sharpe < 0),
  degradation: degradation(found.inSample, found.outOfSample),
});

const shareOf = (values: Float64Array, holds: (value: number) => boolean): number =>
  values.reduce((count, value) => (holds(value) ? count + 1 : count), 0) / values.length;

function degradation(x: Float64Array, y: Float64Array): Degradation | undefined {
  if (isConstant(x)) return undefined;
  const [atX, atY] = [mean(x), mean(y)];
  let products = 0;
  let squares = 0;
  for (let i = 0; i < x.length; i++) {
    products += ((x[i] as number) - atX) * ((y[i] as number) - atY);
    squares += ((x[i] as number) - atX) ** 2;
  }
  const slope = products / squares;
  return { slope, intercept: atY - slope * atX };
}

function requireBlocks(blockCount: number): void {
  if (!(Number.isInteger(blockCount / 2) && blockCount >= 2 && blockCount <= MOST_BLOCKS))
    throw new PreconditionError('blockCount', `must be even and from 2 to ${MOST_BLOCKS}`, blockCount);
}
