import type { Skipped } from '../peers/skipped.ts';

/** What a question is answered with: numbers in a fixed order (NaN where it was refused), or words. */
export type Answer = readonly number[] | string;

interface Asked {
  /** Stable and short: `npm-xirr-loss`. */
  readonly id: string;
  /** With the version that answered. */
  readonly peer: string;
  /** The thread, or where the version asked can be had. */
  readonly link: string;
  /** When the thread was opened, or when the peer was asked; ISO date. */
  readonly dated: string;
  /** One sentence, with every input. */
  readonly question: string;
}

/** What another library answers. */
export interface Theirs {
  /** As its thread says or as it answered when this record was written. */
  readonly recorded: Answer;
  /** Where `recorded` comes from. */
  readonly how: string;
  /** Asks again, where the peer can be installed here. */
  readonly ask?: () => Promise<Answer | Skipped>;
}

/** A question another library answers wrongly, with our answer and the true one. */
export interface Answered extends Asked {
  readonly status: 'answered';
  /** What each number is, in order; empty where the answer is words. */
  readonly labels: readonly string[];
  readonly theirs: Theirs;
  readonly ours: () => Answer;
  readonly truth: { readonly answer: Answer; readonly why: string };
  /** How far ours may be from the truth: relative, and why that far. */
  readonly tolerance: { readonly relative: number; readonly why: string };
  /** Who is right, and how much it matters, in a sentence or two. */
  readonly verdict: string;
}

/** A question on the list that nothing here answers yet: no claim is made. */
export interface NotYet extends Asked {
  readonly status: 'not-yet';
  readonly theirs: Theirs;
  /** What has to exist first. */
  readonly waitsFor: string;
}

export type KnownWrong = Answered | NotYet;

/** Largest relative difference of two answers: 0 for equal words, infinite for differing ones and for refusals. */
export function apart(answer: Answer, truth: Answer): number {
  if (typeof answer === 'string' || typeof truth === 'string')
    return answer === truth ? 0 : Number.POSITIVE_INFINITY;
  if (answer.length !== truth.length) return Number.POSITIVE_INFINITY;
  return truth.reduce((worst, right, i) => {
    const gap = Math.abs((answer[i] as number) - right) / Math.abs(right === 0 ? 1 : right);
    return Number.isNaN(gap) ? Number.POSITIVE_INFINITY : Math.max(worst, gap);
  }, 0);
}
