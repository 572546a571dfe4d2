import { PreconditionError, requireFinite, requirePositive } from '../../core/errors.ts';
import type { Black76Chain } from './columns.ts';

export type Rule = 'positive' | 'finite' | 'sign';

/** What each column must hold. Columns not named here must be finite and > 0. */
const RULES: Readonly<Record<string, Rule>> = {
  sign: 'sign',
  rate: 'finite',
  yield: 'finite',
  logStrike: 'finite',
};

/** A quoted premium may be 0 or, in a broken feed, negative: that is the quote's failure, not the caller's. */
const QUOTE_RULES: Readonly<Record<string, Rule>> = { ...RULES, premium: 'finite' };

/** Looks over all columns of a batch at once: true when every row keeps its rule, false when one does not or it cannot tell. */
export type ColumnScan = (columns: readonly Float64Array[], rules: readonly Rule[], rows: number) => boolean;

/** Named columns, as the interfaces of `columns.ts` say them. */
export type NamedColumns<Name extends string> = { readonly [N in Name]: { readonly length: number } };

interface ColumnsToCheck<In extends string, Out extends string> {
  readonly names: readonly In[];
  readonly input: { readonly [N in In]: Float64Array };
  readonly outNames: readonly Out[];
  readonly output: NamedColumns<Out>;
  readonly rules?: 'options' | 'quotes';
  readonly scan?: ColumnScan;
}

/**
 * Refuses a batch before anything is written: input columns of one length, outputs at least that long, and every number
 * within its rule.
 *
 * @returns the number of rows, which may be 0
 * @throws PreconditionError naming the column, or the row as `vol[17]`, the rule and the value
 */
export function checkColumns<In extends string, Out extends string>({
  names,
  input,
  outNames,
  output,
  rules = 'options',
  scan,
}: ColumnsToCheck<In, Out>): number {
  for (const name of names) requireColumn(name, input[name]);
  for (const name of outNames) requireColumn(name, output[name]);
  const [first] = names;
  const rows = first === undefined ? 0 : input[first].length;
  for (const name of names) {
    if (input[name].length !== rows)
      throw new PreconditionError(name, `must have ${rows} rows, as ${first}`, input[name].length);
  }
  for (const name of outNames) {
    if (output[name].length < rows)
      throw new PreconditionError(name, `must have room for ${rows} rows`, output[name].length);
  }
  const ruleOf = rules === 'quotes' ? QUOTE_RULES : RULES;
  const wanted = names.map((name) => ruleOf[name] ?? 'positive');
  const isFine = scan?.(
    names.map((name) => input[name]),
    wanted,
    rows,
  );
  if (isFine === true) return rows;
  names.forEach((name, i) => {
    const rule = wanted[i] ?? 'positive';
    if (!keeps(input[name], rule)) refuse(name, input[name], rule);
  });
  return rows;
}

/** A caller without types may forget one. */
function requireColumn(name: string, column: { readonly length: number } | undefined): void {
  if (column === undefined) throw new PreconditionError(name, 'must be a column', column);
}

/** @throws PreconditionError unless forward, anchor, discount and expiry are finite and > 0 */
export function checkChain({ forward, anchor, discount, expiry }: Black76Chain): void {
  requirePositive('forward', forward);
  requirePositive('anchor', anchor);
  requirePositive('discount', discount);
  requirePositive('expiry', expiry);
}

function keeps(column: Float64Array, rule: Rule): boolean {
  let good = true;
  if (rule === 'positive') {
    for (let i = 0; i < column.length; i++) {
      const x = column[i] as number;
      good = good && x > 0 && x <= Number.MAX_VALUE;
    }
  } else if (rule === 'finite') {
    for (let i = 0; i < column.length; i++) good = good && Math.abs(column[i] as number) <= Number.MAX_VALUE;
  } else {
    for (let i = 0; i < column.length; i++) good = good && Math.abs(column[i] as number) === 1;
  }
  return good;
}

/** Says which row broke the rule. */
function refuse(name: string, column: Float64Array, rule: Rule): void {
  column.forEach((x, i) => {
    const row = `${name}[${i}]`;
    if (rule === 'positive') requirePositive(row, x);
    else if (rule === 'finite') requireFinite(row, x);
    else if (Math.abs(x) !== 1) throw new PreconditionError(row, 'must be 1 (call) or -1 (put)', x);
  });
}
