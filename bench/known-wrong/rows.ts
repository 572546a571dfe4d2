import { type Row, skipped } from '../row.ts';
import { askAll, oursHolds, type Reported, theirsDiffers } from './ask-all.ts';
import { apart } from './known-wrong.ts';
import { KNOWN_WRONG } from './records.ts';

/** One row per question: ours must hold; whether theirs still differs is said beside it. */
export const knownWrongRows = async (): Promise<readonly Row[]> => (await allReported()).map(rowOf);

let asking: Promise<readonly Reported[]> | undefined;

/** Every record with its answers; the peers are asked once a run. */
export function allReported(): Promise<readonly Reported[]> {
  asking ??= askAll(KNOWN_WRONG);
  return asking;
}

function rowOf({ record, theirs, notAsked }: Reported): Row {
  const id = `kernel.known-wrong.${record.id}`;
  if (record.status === 'not-yet')
    return { ...skipped(id, ''), note: `not answered here yet: waits for ${record.waitsFor}` };
  const gap = apart(record.ours(), record.truth.answer);
  const standing = theirsDiffers(record, theirs)
    ? 'differs from it'
    : 'no longer differs from it: the record is out of date';
  const asked =
    record.theirs.ask === undefined
      ? 'quoted'
      : notAsked === undefined
        ? 'asked in this run'
        : `as recorded: ${notAsked}`;
  return {
    id,
    value: gap,
    unit: 'relative error of ours, at worst',
    target: `<= ${record.tolerance.relative}`,
    pass: oursHolds(record),
    against: record.truth.why,
    note: `${record.peer} (${asked}) ${standing}`,
  };
}
