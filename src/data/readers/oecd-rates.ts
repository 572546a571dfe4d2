import { dayNumber, isIsoDate } from '../../core/dates.ts';
import { numberOrMissing, pastDate } from '../cell.ts';
import type { DatedTable } from '../dated-table.ts';
import type { SeriesItem } from '../read-item.ts';
import type { Reader } from '../reader.ts';
import { refuse } from '../refuse.ts';
import { seriesItem } from '../series-item.ts';
import { eachRow, headerIndex, headerOf, type Sheet } from '../sheet.ts';

const WANTED = ['location', 'indicator', 'frequency', 'time', 'value'] as const;
const isHeader = (names: readonly string[]): boolean => WANTED.every((name) => names.includes(name));
const SHORT_RATE = 'STINT';

interface Point {
  readonly day: number;
  readonly line: number;
  readonly value: number;
}

/** Monthly points of each area, in file order. */
function pointsByArea(
  sheet: Sheet,
  header: number,
  today: Parameters<typeof pastDate>[1],
): ReadonlyMap<string, Point[]> {
  const names = headerOf(sheet.lines[header] ?? '');
  const at = Object.fromEntries(WANTED.map((name) => [name, names.indexOf(name)])) as Record<
    (typeof WANTED)[number],
    number
  >;
  const areas = new Map<string, Point[]>();
  eachRow(sheet, header, (cells, line) => {
    const cell = (name: (typeof WANTED)[number]): string => cells[at[name]] ?? '';
    if (cell('frequency') !== 'M' || cell('indicator') !== SHORT_RATE) return;
    const place = { file: sheet.file, line, field: 'time' };
    const month = `${cell('time')}-01`;
    if (!isIsoDate(month))
      refuse({ ...place, value: cell('time'), what: 'is not a month', fix: 'download the file again' });
    const value = numberOrMissing(cell('value'), { ...place, field: 'value' });
    if (value === undefined) return;
    const area = areas.get(cell('location')) ?? [];
    area.push({ day: dayNumber(pastDate(month, today, place)), line, value });
    areas.set(cell('location'), area);
  });
  return areas;
}

/** @throws ProblemError when an area has two values for one month */
function tableOf(file: string, points: readonly Point[]): DatedTable {
  const sorted = [...points].sort((a, b) => a.day - b.day || a.line - b.line);
  const twice = sorted.find(({ day }, i) => i > 0 && sorted[i - 1]?.day === day);
  if (twice !== undefined) {
    refuse({
      file,
      line: twice.line,
      what: 'a second value for one area and month',
      fix: 'download the file again',
    });
  }
  return {
    file,
    days: sorted.map(({ day }) => day),
    lines: sorted.map(({ line }) => line),
    shut: sorted.map(() => false),
    columns: [sorted.map(({ value }) => value)],
  };
}

/** OECD short-term interest rates, one row per area, frequency and period; only months are read. */
export const oecdRates: Reader = {
  id: 'oecd-rates',
  recognises: (sheet) => headerIndex(sheet, isHeader) === 0,
  read: (sheet, { today, notes }) => {
    const areas = [...pointsByArea(sheet, 0, today)].sort(([a], [b]) => (a < b ? -1 : 1));
    return areas
      .map(([area, points]): SeriesItem | undefined => {
        const plan = { name: `OECD.${area}`, column: 0, field: 'value', source: 'official' as const };
        return seriesItem(tableOf(sheet.file, points), plan, notes);
      })
      .filter((item) => item !== undefined);
  },
};
