import { PreconditionError } from '../../core/errors.ts';

/** @throws PreconditionError unless `rows` is an integer >= 0 */
export function requireRows(rows: number): void {
  if (!(Number.isSafeInteger(rows) && rows >= 0)) {
    throw new PreconditionError('rows', 'must be an integer >= 0', rows);
  }
}

/** A column for each name. */
export function namedColumns<Name extends string, Column>(
  names: readonly Name[],
  column: (index: number) => Column,
): { readonly [N in Name]: Column } {
  return Object.fromEntries(names.map((name, i) => [name, column(i)])) as { [N in Name]: Column };
}
