import { errorStats } from '../measure/model/error-stats.ts';
import { DELTA_POINTS, TARGET_DTES, type TargetDte } from '../measure/model/smile-deltas.ts';
import type { SmileError } from '../measure/model/smile-errors.ts';
import { type Row, skipped } from '../row.ts';
import { signed } from './signed.ts';

const STATE_FROM_QUOTES = "factors from the chain's own VIX and VIX3M, forward and discount from its parity";

const percent = (log: number): string => signed(100 * Math.expm1(log));

const YEARS = [2019, 2022, 2023] as const;
/** What the smile side of the model was fitted to. */
const FITTED_YEAR = 2019;
/** Median error of the credit the issue aims at, at this many days. */
const AIM = { dte: 30, error: 0.1 } as const;

const kindOf = (year: number): string => (year === FITTED_YEAR ? 'fitted to' : 'never fitted to');

function smileRow(errors: readonly SmileError[], year: number, dte: TargetDte): Row {
  const id = `model.chain.vol.${year}.${dte}`;
  const all = errors.flatMap(({ vol }) => DELTA_POINTS.flatMap((point) => vol[point] ?? []));
  const total = errorStats(all);
  if (total === undefined) return skipped(id, 'no chain');
  const parts = DELTA_POINTS.map((point) => {
    const found = errorStats(errors.flatMap(({ vol }) => vol[point] ?? []));
    return found === undefined
      ? `${point} -`
      : `${point} ${signed(found.bias, 2)} (${found.rmse.toFixed(2)})`;
  });
  return {
    id,
    value: total.rmse,
    unit: 'vol points, root mean square over seven deltas of model less real',
    target: '',
    pass: null,
    against: `${errors.length} real chains of ${year}, ${kindOf(year)}; ${STATE_FROM_QUOTES}`,
    note: `bias (rmse) ${parts.join(', ')}`,
  };
}

/** `median -3.7 %, 10-90 % -13.4 to +19.6 %, |median| 8.2 %`. */
function creditNote(logs: readonly number[]): string {
  const found = errorStats(logs);
  if (found === undefined) return 'none';
  const { low, median: middle, high } = found;
  const size = errorStats(logs.map((log) => Math.abs(Math.expm1(log))))?.median ?? 0;
  return `median ${percent(middle)} %, 10-90 % ${percent(low)} to ${percent(high)} %, median |error| ${(100 * size).toFixed(1)} %`;
}

interface CreditAsked {
  readonly id: string;
  readonly whose: string;
  readonly dte: TargetDte;
  /** The aim is of all chains together; what a year alone makes of it is reported beside it. */
  readonly isJudged: boolean;
}

function creditRow(errors: readonly SmileError[], { id, whose, dte, isJudged }: CreditAsked): Row {
  const same = errors.flatMap(({ sameStrikes }) => sameStrikes ?? []);
  const own = errors.flatMap(({ ownDeltas }) => ownDeltas ?? []);
  const size = errorStats(same.map((log) => Math.abs(Math.expm1(log))));
  if (size === undefined) return skipped(id, 'no condor');
  const spread = errorStats(errors.flatMap(({ spreadShare }) => spreadShare ?? []))?.median ?? 0;
  const isAimed = dte === AIM.dte;
  return {
    id,
    value: size.median,
    unit: 'median |model credit / real - 1| of the 16/5-delta condor, same strikes',
    target: isAimed ? `<= ${AIM.error}` : '',
    pass: isAimed && isJudged ? size.median <= AIM.error : null,
    against: `${same.length} real condors ${dte} days out, ${whose}; ${STATE_FROM_QUOTES}`,
    note: `${isAimed && size.median > AIM.error ? 'MISSES THE AIM; ' : ''}same strikes: ${creditNote(same)}; each at its own deltas: ${creditNote(own)}; the legs' half-spreads are ${(100 * spread).toFixed(1)} % of the credit`,
  };
}

/** Smiles and condors of the model beside the real ones. */
export function smileErrorRows(errors: readonly SmileError[]): Row[] {
  const at = (dte: TargetDte, year?: number): readonly SmileError[] =>
    errors.filter((one) => one.target === dte && (year === undefined || one.year === year));
  const byYear = YEARS.flatMap((year) => TARGET_DTES.map((dte) => ({ year, dte })));
  return [
    ...byYear.map(({ year, dte }) => smileRow(at(dte, year), year, dte)),
    ...byYear.map(({ year, dte }) =>
      creditRow(at(dte, year), {
        id: `model.chain.credit.${year}.${dte}`,
        whose: `of ${year}, ${kindOf(year)}`,
        dte,
        isJudged: false,
      }),
    ),
    ...TARGET_DTES.map((dte) =>
      creditRow(at(dte), {
        id: `model.chain.credit.all.${dte}`,
        whose: 'all three years',
        dte,
        isJudged: true,
      }),
    ),
  ];
}
