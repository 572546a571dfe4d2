/** Who must act: the person who typed (`usage`, exit 1) or the data that was given (`data`, exit 2). */
export type ProblemKind = 'usage' | 'data';

/** Bad input, located: everything needed to find and mend it. */
export interface Problem {
  readonly kind: ProblemKind;
  /** What is wrong, as a clause: `ask is below bid`. */
  readonly what: string;
  /** What to do about it, as an imperative: `export the file again`. */
  readonly fix: string;
  readonly file?: string;
  /** 1-based line in the (decompressed) file. */
  readonly line?: number;
  readonly field?: string;
  /** The offending text or number, as given. */
  readonly value?: string;
}

const MAX_SHOWN = 60;
const shown = (value: string): string => {
  const flat = [...value].map((c) => (c < ' ' || c === '\u007f' ? ' ' : c)).join('');
  return flat.length > MAX_SHOWN ? `${flat.slice(0, MAX_SHOWN)}...` : flat;
};

/** One line: `file:line: field "value": what. Fix: fix.` */
export function problemLine({ file, line, field, value, what, fix }: Problem): string {
  const place = [file, line].filter((part) => part !== undefined).join(':');
  const subject = [field, value === undefined ? undefined : `"${shown(value)}"`]
    .filter((part) => part !== undefined)
    .join(' ');
  return `${[place, subject, what].filter((part) => part !== '').join(': ')}. Fix: ${fix}.`;
}

/** A problem thrown across many frames of a use case; only `cli` and `server` catch it. */
export class ProblemError extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problemLine(problem));
    this.name = 'ProblemError';
    this.problem = problem;
  }
}
