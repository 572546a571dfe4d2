import type { Pass } from './best-of.ts';

/** A library at work on one input. */
export interface PeerRun {
  /** What is timed. */
  readonly pass: Pass;
  /** Its answers as columns in the input's order, NaN where it has none: what its accuracy is judged on. */
  readonly answers: () => readonly Float64Array[];
}

/** One library at one task. */
export interface Peer<Input> {
  /** With version. */
  readonly name: string;
  /** What is said of it beside its numbers. */
  readonly note: string;
  readonly start: (input: Input) => PeerRun;
}

/** A run that fills columns row by row; the same work is timed and judged. */
export function rowByRow(
  rows: number,
  columns: number,
  fill: (row: number, out: readonly Float64Array[]) => void,
): PeerRun {
  const out = Array.from({ length: columns }, () => new Float64Array(rows));
  const pass = (): number => {
    for (let row = 0; row < rows; row++) fill(row, out);
    return rows;
  };
  return {
    pass,
    answers: () => {
      pass();
      return out;
    },
  };
}

export function put(out: readonly Float64Array[], row: number, values: readonly number[]): void {
  for (let c = 0; c < values.length; c++) {
    const column = out[c];
    if (column !== undefined) column[row] = values[c] ?? Number.NaN;
  }
}
