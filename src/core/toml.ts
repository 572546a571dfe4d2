import { parse, TomlError } from 'smol-toml';
import { z } from 'zod';
import { closest } from './closest.ts';
import type { Problem } from './problem.ts';
import { fail, ok, type Result } from './result.ts';
import { type TomlPath, tomlLines } from './toml-lines.ts';

/** The schema of the value at `path`; undefined where the schema ends first. */
function schemaAt(schema: z.core.$ZodType, path: TomlPath): z.core.$ZodType | undefined {
  if (schema instanceof z.ZodOptional) return schemaAt(schema.unwrap(), path);
  const [head, ...rest] = path;
  if (head === undefined) return schema;
  if (schema instanceof z.ZodArray) return schemaAt(schema.element, rest);
  const inner =
    schema instanceof z.ZodTuple
      ? schema.def.items[Number(head)]
      : schema instanceof z.ZodObject
        ? schema.shape[String(head)]
        : undefined;
  return inner === undefined ? undefined : schemaAt(inner, rest);
}

const listed = (options: readonly unknown[]): string =>
  options.map((option) => `"${String(option)}"`).join(', ');

/** What a field may hold, in words: `a number in [0, 1]`, `one of "reg-t", "portfolio"`. */
function allowedIn(schema: z.core.$ZodType | undefined): string {
  if (schema instanceof z.ZodNumber) {
    const { isInt, minValue, maxValue } = schema;
    const range = minValue === null || maxValue === null ? '' : ` in [${minValue}, ${maxValue}]`;
    return `${isInt ? 'a whole number' : 'a number'}${range}`;
  }
  if (schema instanceof z.ZodEnum) return `one of ${listed(schema.options)}`;
  if (schema instanceof z.ZodBoolean) return 'true or false';
  if (schema instanceof z.ZodString) return 'a text in quotes';
  if (schema instanceof z.ZodTuple) return `a list of ${schema.def.items.length}`;
  return schema instanceof z.ZodArray ? 'a list' : 'a table';
}

/** What is wrong with a value that is there. */
function faultOf(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'too_small':
      return issue.origin === 'array' ? 'is too short' : `is below ${issue.minimum}`;
    case 'too_big':
      return issue.origin === 'array' ? 'is too long' : `is above ${issue.maximum}`;
    case 'invalid_value':
      return `is not ${issue.values.length === 1 ? listed(issue.values) : 'one of the choices'}`;
    case 'invalid_format':
    case 'custom':
      return issue.message;
    default:
      return 'is of the wrong kind';
  }
}

function valueAt(document: unknown, path: TomlPath): unknown {
  let value = document;
  for (const key of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = Reflect.get(value, key);
  }
  return value;
}

/** The value as a message shows it; tables and lists are shown by their path alone. */
function shownValue(value: unknown): { readonly value?: string } {
  if (value instanceof Date) return { value: value.toISOString() };
  return typeof value === 'object' && value !== null ? {} : { value: String(value) };
}

interface Reading {
  readonly schema: z.core.$ZodType;
  readonly document: unknown;
  readonly file: string;
  readonly lineOf: (path: TomlPath) => number | undefined;
}

type Located = Pick<Problem, 'kind' | 'file' | 'line' | 'field'>;

function located({ file, lineOf }: Reading, path: TomlPath): Located {
  const line = lineOf(path);
  const field = path.map(String).join('.');
  return { kind: 'data', file, ...(line === undefined ? {} : { line }), ...(field === '' ? {} : { field }) };
}

/** The keys a table may have. */
function keysAt({ schema }: Reading, path: TomlPath): readonly string[] {
  const at = schemaAt(schema, path);
  return at instanceof z.ZodObject ? Object.keys(at.shape) : [];
}

function unknownKey(reading: Reading, path: TomlPath, key: string): Problem {
  const known = keysAt(reading, path);
  const meant = closest(key, known);
  const place = located(reading, [...path, key]);
  return meant === undefined
    ? { ...place, what: 'unknown key', fix: `remove it; the keys here are ${known.join(', ')}` }
    : { ...place, what: `unknown key (did you mean ${meant}?)`, fix: `write ${meant}` };
}

function fixOf(issue: z.core.$ZodIssue, allowed: string): string {
  if (issue.code === 'invalid_format') return 'write it in that form';
  if (issue.code !== 'custom') return `set it to ${allowed}`;
  const fix: unknown = issue.params?.['fix'];
  return typeof fix === 'string' ? fix : 'change one of them';
}

function problemsOf(reading: Reading, issue: z.core.$ZodIssue): readonly Problem[] {
  const { path } = issue;
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownKey(reading, path, key));
  const value = valueAt(reading.document, path);
  const allowed = allowedIn(schemaAt(reading.schema, path));
  const place = located(reading, path);
  if (value === undefined) return [{ ...place, what: 'is missing', fix: `add it: ${allowed}` }];
  return [{ ...place, ...shownValue(value), what: faultOf(issue), fix: fixOf(issue, allowed) }];
}

/** A key that is missing because it was misspelt is one mistake, not two. */
function withoutEchoes(problems: readonly Problem[]): readonly Problem[] {
  const misspelt = new Set(
    problems.map(({ field, fix }) => field?.replace(/[^.]*$/, fix.replace(/^write /, ''))),
  );
  return problems.filter(({ what, field }) => what !== 'is missing' || !misspelt.has(field));
}

/** The first line of the parser's complaint, without its drawing of the place. */
function syntaxProblem(error: TomlError, file: string): Problem {
  const what = (error.message.split('\n')[0] ?? '').replace(/^Invalid TOML document: /, '');
  return { kind: 'data', file, line: error.line, what: `not valid TOML: ${what}`, fix: 'correct this line' };
}

function parsed(text: string, file: string): Result<unknown, readonly Problem[]> {
  try {
    return ok(parse(text));
  } catch (error) {
    if (error instanceof TomlError) return fail([syntaxProblem(error, file)]);
    throw error;
  }
}

/**
 * Reads a TOML document strictly: unknown keys, missing keys and values outside their range are refused, all of them at
 * once, each with its line. A refinement may give its own fix as `params: { fix }`.
 *
 * @param file  name shown in problems
 */
export function readToml<S extends z.ZodType>(
  schema: S,
  text: string,
  file: string,
): Result<z.output<S>, readonly Problem[]> {
  const document = parsed(text, file);
  if (!document.ok) return document;
  const checked = schema.safeParse(document.value);
  if (checked.success) return ok(checked.data);
  const reading = { schema, document: document.value, file, lineOf: tomlLines(text) };
  return fail(withoutEchoes(checked.error.issues.flatMap((issue) => problemsOf(reading, issue))));
}
