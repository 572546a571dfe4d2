import { loadKernels } from '../../src/app/kernels.ts';
import type { Kernels } from '../../src/quant/batch/kernels.ts';
import { plainKernels } from '../../src/quant/batch/plain-kernels.ts';
import {
  aloTableError,
  americanContinuousError,
  americanDividendError,
} from '../measure/american-accuracy.ts';
import {
  batchPricer,
  type EuropeanPricer,
  extremeRows,
  greeksError,
  premiumError,
  premiumRelativeError,
  randomRows,
  scalarPricer,
} from '../measure/european-accuracy.ts';
import { financeError } from '../measure/finance-accuracy.ts';
import {
  batchSolver,
  gridVolError,
  scalarSolver,
  type VolSolver,
  vectorVolRatio,
  wideVolError,
} from '../measure/implied-vol-grids.ts';
import { overfittingError, sharpeInferenceError } from '../measure/statistics-accuracy.ts';
import type { Worst } from '../measure/vectors.ts';
import { type Row, skipped } from '../row.ts';
import { sharedRoot } from '../shared-root.ts';

/** One accuracy the issue asks for; `measure` is handed the data folder where it needs one. */
interface Check {
  readonly id: string;
  readonly limit: number;
  readonly unit: string;
  readonly against: string;
  readonly needsShared: boolean;
  readonly measure: (root: string) => Worst;
}

function rowOf({ id, limit, unit, against, needsShared, measure }: Check): Row {
  const root = sharedRoot();
  if (needsShared && root === undefined) return skipped(id, 'no ../shared folder beside the checkout');
  const { error, at, cases } = measure(root ?? '');
  return {
    id,
    value: error,
    unit,
    target: `<= ${limit}`,
    pass: error <= limit,
    against: `${against}; ${cases} values`,
    note: at === '' ? '' : `worst at ${at}`,
  };
}

const RANDOM = '240 random SPX-like options, mpmath at 50 digits (test/golden/quant)';
const EXTREME = 'vectors/bs_greeks.csv, one minute to ten years, K/S 0.05 to 20';

function pricerChecks(build: string, price: EuropeanPricer): readonly Check[] {
  const random = { against: RANDOM, needsShared: false };
  const extreme = { against: EXTREME, needsShared: true };
  const id = (name: string): string => `kernel.accuracy.${build}.${name}`;
  return [
    {
      id: id('premium'),
      limit: 1e-15,
      unit: 'absolute error / max(S, K)',
      ...extreme,
      measure: (root) => premiumError(price, extremeRows(root)),
    },
    {
      id: id('premium-random'),
      limit: 5e-13,
      unit: 'relative error above 1e-6',
      ...random,
      measure: () => premiumRelativeError(price, randomRows()),
    },
    {
      id: id('premium-extreme'),
      limit: 5e-11,
      unit: 'relative error above 1e-6',
      ...extreme,
      measure: (root) => premiumRelativeError(price, extremeRows(root)),
    },
    {
      id: id('greeks'),
      limit: 1e-11,
      unit: 'relative error above 1e-6, a day or more',
      ...extreme,
      measure: (root) => greeksError(price, extremeRows(root), 'a day or more'),
    },
    {
      id: id('greeks-minute'),
      limit: 1e-9,
      unit: 'relative error above 1e-6, under a day',
      ...extreme,
      measure: (root) => greeksError(price, extremeRows(root), 'less than a day'),
    },
  ];
}

function solverChecks(build: string, solve: VolSolver): readonly Check[] {
  const id = (name: string): string => `kernel.accuracy.${build}.${name}`;
  return [
    {
      id: id('vol-spx'),
      limit: 1e-13,
      unit: 'relative error',
      against: 'vols behind an SPX-like grid of premiums, each within its attainable accuracy',
      needsShared: false,
      measure: () => gridVolError(solve),
    },
    {
      id: id('vol-wide'),
      limit: 5e-12,
      unit: 'relative error; a refusal is infinite',
      against: 'the same for |ln F/K| <= 3, vol sqrt(T) 1e-4 to 5, premiums down to 1e-290',
      needsShared: false,
      measure: () => wideVolError(solve),
    },
    {
      id: id('vol-attainable'),
      limit: 10,
      unit: 'x the attainable accuracy',
      against: 'vectors/implied_vol_otm.csv, every row',
      needsShared: true,
      measure: (root) => vectorVolRatio(solve, root),
    },
  ];
}

const OTHERS: readonly Check[] = [
  {
    id: 'kernel.accuracy.sharpe-inference',
    limit: 1e-12,
    unit: 'relative error',
    against: 'vectors/dsr_psr_pbo.json: PSR, DSR, E[max], MinBTL',
    needsShared: true,
    measure: sharpeInferenceError,
  },
  {
    id: 'kernel.accuracy.pbo',
    limit: 1e-12,
    unit: 'relative error',
    against: 'vectors/dsr_psr_pbo.json: PBO by brute force',
    needsShared: true,
    measure: overfittingError,
  },
  {
    id: 'kernel.accuracy.irr',
    limit: 1e-12,
    unit: 'relative error',
    against: 'vectors/irr_xirr.json: IRR and XIRR',
    needsShared: true,
    measure: financeError,
  },
  {
    id: 'kernel.accuracy.american',
    limit: 1e-6,
    unit: 'absolute error, strike 100',
    against: 'vectors/american_continuous.csv, rows verified_1e-6',
    needsShared: true,
    measure: americanContinuousError,
  },
  {
    id: 'kernel.accuracy.alo',
    limit: 1e-9,
    unit: 'absolute error of the early-exercise premium',
    against: 'vectors/american_alo2016_table2.csv, rows integrated finely, each by its own scheme',
    needsShared: true,
    measure: aloTableError,
  },
  {
    id: 'kernel.accuracy.american-dividends',
    limit: 1e-4,
    unit: 'absolute error / strike',
    against: 'vectors/american_discrete_dividends.csv, Richardson values',
    needsShared: true,
    measure: americanDividendError,
  },
];

/** Accuracy of every build of the kernels against values of 25 digits and more. */
export function kernelAccuracyRows(): readonly Row[] {
  const { kernels, because } = loadKernels(1);
  const builds: readonly Kernels[] = kernels.name === 'typescript' ? [plainKernels] : [plainKernels, kernels];
  const checks = [
    ...pricerChecks('scalar', scalarPricer),
    ...solverChecks('scalar', scalarSolver),
    ...builds.flatMap((build) => [
      ...pricerChecks(build.name, batchPricer(build)),
      ...solverChecks(build.name, batchSolver(build)),
    ]),
    ...OTHERS,
  ];
  return [
    ...checks.map(rowOf),
    ...(builds.length === 1 ? [skipped('kernel.accuracy.wasm-simd', because)] : []),
  ];
}
