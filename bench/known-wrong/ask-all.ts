import type { Skipped } from '../peers/skipped.ts';
import { type Answer, type Answered, apart, type KnownWrong } from './known-wrong.ts';

/** A record with its answers: theirs as just given where the peer could be asked, else as recorded. */
export interface Reported {
  readonly record: KnownWrong;
  readonly theirs: Answer;
  /** Why the peer was not asked; undefined when it was, or when it can only be quoted. */
  readonly notAsked: string | undefined;
  /** Absent while nothing here answers. */
  readonly ours: Answer | undefined;
}

/** Ours is within its tolerance of the truth. */
export const oursHolds = (record: Answered): boolean =>
  apart(record.ours(), record.truth.answer) <= record.tolerance.relative;

/** Theirs is further from the truth than ours may be. */
export const theirsDiffers = (record: Answered, theirs: Answer): boolean =>
  apart(theirs, record.truth.answer) > record.tolerance.relative;

async function report(record: KnownWrong): Promise<Reported> {
  const ours = record.status === 'answered' ? record.ours() : undefined;
  const { recorded, ask } = record.theirs;
  const asked = await ask?.();
  if (asked === undefined) return { record, theirs: recorded, notAsked: undefined, ours };
  return isAnswer(asked)
    ? { record, theirs: asked, notAsked: undefined, ours }
    : { record, theirs: recorded, notAsked: asked.skipped, ours };
}

const isAnswer = (asked: Answer | Skipped): asked is Answer =>
  typeof asked === 'string' || !('skipped' in asked);

/** Asks every peer that can be asked here, one after another. */
export async function askAll(records: readonly KnownWrong[]): Promise<readonly Reported[]> {
  const reported: Reported[] = [];
  for (const record of records) reported.push(await report(record));
  return reported;
}
