import { type Problem, ProblemError } from '../core/problem.ts';

/** Where and what, without the kind: everything a reader refuses is the data's fault. */
type Refusal = Omit<Problem, 'kind'>;

/**
 * Stops reading one file. Readers are deep and a refusal always means the whole file, so it travels as an exception
 * and `readFile` alone turns it into a value.
 */
export function refuse(refusal: Refusal): never {
  throw new ProblemError({ kind: 'data', ...refusal });
}
