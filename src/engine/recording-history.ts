import { sha256 } from '../core/hash.ts';
import type { History, Series } from '../market/history.ts';

/** A history that remembers which series were asked for, so that the inputs hash covers what was used and no more. */
export interface RecordingHistory extends History {
  readonly asked: () => readonly string[];
}

export function recordingHistory(past: History): RecordingHistory {
  const asked = new Set<string>();
  return {
    ...past,
    series: (name) => {
      asked.add(name);
      return past.series(name);
    },
    asked: () => [...asked].sort(),
  };
}

const bytesOf = (column: Float64Array | Int32Array): Uint8Array =>
  new Uint8Array(column.buffer, column.byteOffset, column.byteLength);

/** Content of a series: its days and values, whatever file they came from. */
export const seriesHash = ({ days, values }: Series): string =>
  sha256(`${sha256(bytesOf(days))}${sha256(bytesOf(values))}`);
