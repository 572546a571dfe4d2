import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { backtestOverfitting } from '../../src/quant/statistics/backtest-overfitting.ts';
import { deflatedSharpe } from '../../src/quant/statistics/deflated-sharpe.ts';
import { expectedMaximum } from '../../src/quant/statistics/expected-maximum.ts';
import { minimumBacktestLength } from '../../src/quant/statistics/minimum-backtest-length.ts';
import { probabilisticSharpe } from '../../src/quant/statistics/probabilistic-sharpe.ts';
import { strategyMatrix } from '../../src/quant/statistics/strategy-matrix.ts';
import { type ErrorAt, relativeError, type Worst, worstOf } from './vectors.ts';

/** One of the published examples of the deflated Sharpe ratio; figures of 18 digits are strings. */
interface DeflatedCase {
  readonly inputs: {
    readonly SR_annual: number;
    readonly T: number;
    readonly periods: number;
    readonly var_trials_annual: number;
    readonly N: number;
    readonly skew: number;
    readonly kurt: number;
  };
  readonly SR0: string;
  readonly DSR: string;
}

interface References {
  readonly psr_2012_hedge_fund: {
    readonly inputs: {
      readonly SR_monthly: number;
      readonly n: number;
      readonly skew: number;
      readonly kurt: number;
    };
    readonly PSR0: string;
    readonly PSR0_normal: string;
  };
  readonly expected_max_N: Readonly<Record<string, string>>;
  readonly minBTL_years_for_SR1: Readonly<Record<string, string>>;
  readonly pbo_cscv_selfmade: {
    readonly S: number;
    readonly combinations: number;
    readonly PBO_lambda_le_0: number;
    readonly PBO_lambda_lt_0: number;
    readonly mean_logit: number;
  };
}

const DEFLATED = /^dsr_/;

const read = (root: string): References & Readonly<Record<string, unknown>> =>
  JSON.parse(readFileSync(join(root, 'vectors', 'dsr_psr_pbo.json'), 'utf8'));

/** Worst relative error of any deflated or probabilistic Sharpe ratio, expected maximum or minimum backtest length. */
export function sharpeInferenceError(root: string): Worst {
  const references = read(root);
  const deflated = Object.keys(references).filter((name) => DEFLATED.test(name));
  return worstOf([
    ...deflated.flatMap((name) => deflatedErrors(name, references[name] as DeflatedCase)),
    ...probabilisticErrors(references.psr_2012_hedge_fund),
    ...byTrials('E[max]', references.expected_max_N, expectedMaximum),
    ...byTrials('MinBTL', references.minBTL_years_for_SR1, (trials) => minimumBacktestLength(trials, 1)),
  ]);
}

/** Worst relative error of the PBO by either convention, the mean logit and the number of ways to halve. */
export function overfittingError(root: string): Worst {
  const reference = read(root).pbo_cscv_selfmade;
  const result = backtestOverfitting(formulaMatrix(), reference.S);
  if (!result.ok) return worstOf([{ error: Number.NaN, at: `pbo: ${result.failure.code}` }]);
  const { logits, probability, probabilityBelow, meanLogit } = result.value;
  return worstOf([
    errorAt('combinations', logits.length, reference.combinations),
    errorAt('PBO, lambda <= 0', probability, reference.PBO_lambda_le_0),
    errorAt('PBO, lambda < 0', probabilityBelow, reference.PBO_lambda_lt_0),
    errorAt('mean logit', meanLogit, reference.mean_logit),
  ]);
}

const errorAt = (at: string, computed: number | undefined, reference: number): ErrorAt => ({
  error: relativeError(computed ?? Number.NaN, reference),
  at,
});

function deflatedErrors(name: string, { inputs, SR0, DSR }: DeflatedCase): readonly ErrorAt[] {
  const result = deflatedSharpe(
    {
      sharpe: inputs.SR_annual / Math.sqrt(inputs.periods),
      observations: inputs.T,
      skewness: inputs.skew,
      kurtosis: inputs.kurt,
    },
    { count: inputs.N, sharpeVariance: inputs.var_trials_annual / inputs.periods },
  );
  return [
    errorAt(`${name} SR0`, result?.benchmark, Number(SR0)),
    errorAt(`${name} DSR`, result?.probability, Number(DSR)),
  ];
}

function probabilisticErrors(reference: References['psr_2012_hedge_fund']): readonly ErrorAt[] {
  const { SR_monthly: sharpe, n: observations, skew, kurt } = reference.inputs;
  const psr = (skewness: number, kurtosis: number): number | undefined =>
    probabilisticSharpe({ sharpe, observations, skewness, kurtosis });
  return [
    errorAt('PSR(0)', psr(skew, kurt), Number(reference.PSR0)),
    errorAt('PSR(0), normal', psr(0, 3), Number(reference.PSR0_normal)),
  ];
}

const byTrials = (
  what: string,
  reference: Readonly<Record<string, string>>,
  compute: (trials: number) => number,
): readonly ErrorAt[] =>
  Object.entries(reference).map(([trials, value]) =>
    errorAt(`${what} of ${trials}`, compute(Number(trials)), Number(value)),
  );

/** M[t][j] = 0.01 sin(0.7 t (j + 1) + j) + 0.0005 j, t = 0..63, j = 0..5: the matrix the reference states. */
const formulaMatrix = () =>
  strategyMatrix(
    Array.from({ length: 6 }, (_, j) =>
      Float64Array.from({ length: 64 }, (__, t) => Math.sin(0.7 * t * (j + 1) + j) * 0.01 + 0.0005 * j),
    ),
  );
