import { type Problem, problemLine } from '../../../core/problem.ts';

/** Why a file was refused, without its name, so that many files can share one line. */
export function refusalText(problem: Problem | undefined): string {
  if (problem === undefined) return 'refused';
  const { file: _file, line: _line, ...said } = problem;
  return problemLine(said);
}
