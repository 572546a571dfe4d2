import { type Comparison, comparisonRows, timesFaster } from '../peers/compare/comparison.ts';
import { type Row, skipped } from '../row.ts';

/** How many times as fast as a baseline of the same run one of our kernels has to be. */
export interface RatioTarget {
  readonly id: string;
  readonly our: string;
  readonly peer: string;
  readonly must: number;
  readonly aim?: number;
  readonly note?: string;
}

/** The target judged on a comparison; skipped, with the reason, where the baseline is absent. */
function ratioRow(comparison: Comparison, { id, our, peer, must, aim, note = '' }: RatioTarget): Row {
  const ratio = timesFaster(comparison, our, peer);
  if (ratio === undefined) {
    const reason = comparison.absent.map((one) => one.reason).join('; ');
    return skipped(id, reason === '' ? `no ${our} or no ${peer} in the run` : reason);
  }
  return {
    id,
    value: ratio,
    unit: `x as fast as ${peer}`,
    target: `>= ${must}${aim === undefined ? '' : `, aim ${aim}`}`,
    pass: ratio >= must,
    against: `${peer}, timed in turns with ours in the same run (per ${comparison.item})`,
    note,
  };
}

/** Targets first, then what everyone took. */
export const judgedRows = (comparison: Comparison, targets: readonly RatioTarget[]): readonly Row[] => [
  ...targets.map((target) => ratioRow(comparison, target)),
  ...comparisonRows(comparison),
];
