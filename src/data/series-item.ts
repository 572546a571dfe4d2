import { type DayNumber, dayNumber } from '../core/dates.ts';
import { availabilityColumn } from '../market/availability.ts';
import { checkedSeries } from '../market/history.ts';
import { seriesFacts } from '../market/series-catalogue.ts';
import type { SeriesFacts } from '../market/series-list.ts';
import type { SourceKind } from '../market/source-kind.ts';
import type { DatedTable } from './dated-table.ts';
import type { SeriesItem } from './read-item.ts';
import { refuse } from './refuse.ts';

/** One column of a table and the series it is. */
export interface SeriesPlan {
  readonly name: string;
  readonly column: number;
  /** Header name, for problems. */
  readonly field: string;
  readonly source: SourceKind;
  /** Multiplies every value: 100 turns a fraction into per cent. */
  readonly scale?: number;
  readonly namedByFile?: boolean;
}

const spelt = (count: number, rows: string): string => `${count} ${rows}${count === 1 ? '' : 's'}`;

/** One line per symbol: the four prices of an index would say the same thing four times. */
function note(notes: string[], name: string, text: string): void {
  const line = `${name.split('.')[0] ?? name}: ${text}`;
  if (!notes.includes(line)) notes.push(line);
}

/** Which rows are not this series' own: before its life, or on a day the exchange was shut. */
function droppedRows(
  facts: SeriesFacts,
  { days, shut, columns }: DatedTable,
  column: number,
  notes: string[],
): readonly boolean[] {
  const hasValue = (i: number): boolean => columns[column]?.[i] !== undefined;
  const since = facts.since === undefined ? Number.NEGATIVE_INFINITY : dayNumber(facts.since);
  const early = days.filter((day, i) => day < since && hasValue(i)).length;
  if (early > 0)
    note(notes, facts.name, `${spelt(early, 'row')} before ${facts.since} dropped, not yet a real series`);
  const closed = shut.map((isShut, i) => isShut && facts.calendar === 'session' && (days[i] ?? 0) >= since);
  const count = closed.filter((isClosed, i) => isClosed && hasValue(i)).length;
  if (count > 0) note(notes, facts.name, `${spelt(count, 'row')} on days without a session dropped`);
  return days.map((day, i) => day < since || closed[i] === true);
}

function requirePlausible(
  value: number,
  facts: SeriesFacts,
  place: { file: string; line: number; field: string },
): number {
  const [low, high] = facts.plausible;
  if (value < low || value > high) {
    const what = `cannot be ${facts.name} (${facts.what}), which lies between ${low} and ${high}`;
    refuse({ ...place, value: String(value), what, fix: 'check the file, or say what it holds with --as' });
  }
  return value;
}

/** @throws ProblemError for a name the catalogue does not know */
function knownFacts(file: string, name: string): SeriesFacts {
  const facts = seriesFacts(name);
  if (facts === undefined) {
    const fix = 'say which series it is with --as, for example --as VIX3M';
    refuse({ file, value: name, what: 'is a series nobody here knows', fix });
  }
  return facts;
}

/**
 * One column as a series: absent values gone, availability attached.
 *
 * @param notes  receives what was dropped
 * @returns undefined when nothing is left
 * @throws ProblemError for an unknown series, or a value outside what the series can be
 */
export function seriesItem(table: DatedTable, plan: SeriesPlan, notes: string[]): SeriesItem | undefined {
  const { file, lines } = table;
  const facts = knownFacts(file, plan.name);
  const dropped = droppedRows(facts, table, plan.column, notes);
  const days: DayNumber[] = [];
  const values: number[] = [];
  const column = table.columns[plan.column] ?? [];
  table.days.forEach((day, i) => {
    const value = column[i];
    if (value === undefined || dropped[i] === true) return;
    const place = { file, line: lines[i] ?? 0, field: plan.field };
    days.push(day);
    values.push(requirePlausible(value * (plan.scale ?? 1), facts, place));
  });
  if (days.length === 0) return undefined;
  const column32 = Int32Array.from(days);
  const availableAt = availabilityColumn(facts.availability, column32);
  const series = {
    name: facts.name,
    days: column32,
    values: Float64Array.from(values),
    availableAt,
    tags: facts.tags,
  };
  return {
    kind: 'series',
    source: plan.source,
    namedByFile: plan.namedByFile ?? false,
    ...checkedSeries(series),
  };
}

/** Every planned column that has a value, in the order given. */
export const seriesItems = (table: DatedTable, plans: readonly SeriesPlan[], notes: string[]): SeriesItem[] =>
  plans.map((plan) => seriesItem(table, plan, notes)).filter((item) => item !== undefined);
