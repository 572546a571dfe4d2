import { type DayNumber, dateOfDay, dayNumber, isoDate } from '../core/dates.ts';
import type { DatedTable } from './dated-table.ts';
import type { ReadContext } from './reader.ts';
import { refuse } from './refuse.ts';

/**
 * Published closes of days people remember, enough to tell the indices apart: their files carry no symbol. Public
 * facts of Cboe and S&P Dow Jones (2008-11-20 crisis peak, 2011-08-08 downgrade, 2015-08-24 flash crash, 2017-11-03
 * record low, 2018-02-05 "Volmageddon", 2020-03-16 record, 2023-03-17 bank week, 2024-08-05 and 2025-04-08 spikes).
 */
const FIXED_POINTS: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  SPX: {
    '1987-10-19': 224.84,
    '2008-11-20': 752.44,
    '2011-08-08': 1119.46,
    '2018-02-05': 2648.94,
    '2020-03-16': 2386.13,
    '2024-08-05': 5186.33,
    '2025-04-08': 4982.77,
  },
  VIX: {
    '1990-01-02': 17.24,
    '2008-11-20': 80.86,
    '2015-08-24': 40.74,
    '2017-11-03': 9.14,
    '2020-03-16': 82.69,
    '2023-03-17': 25.51,
    '2024-08-05': 38.57,
    '2025-04-08': 52.33,
  },
  VIX9D: {
    '2018-02-05': 59.34,
    '2020-03-16': 106.66,
    '2023-03-17': 27.01,
    '2024-08-05': 42.79,
    '2025-04-08': 67.63,
  },
  VIX3M: {
    '2018-02-05': 28.13,
    '2020-03-16': 67.7,
    '2023-03-17': 27.42,
    '2024-08-05': 33.71,
    '2025-04-08': 41.5,
  },
  VIX6M: {
    '2018-02-05': 24.55,
    '2020-03-16': 55.4,
    '2023-03-17': 28.23,
    '2024-08-05': 30.28,
    '2025-04-08': 35.77,
  },
  VVIX: { '2018-02-05': 177.34, '2020-03-16': 207.59, '2024-08-05': 173.32, '2025-04-08': 170.92 },
};

/** Half a cent: published closes have two decimals, copies carry float noise. */
const TOLERANCE = 0.0055;

/** Names other vendors give the same index. */
const SPELLINGS: Readonly<Record<string, string>> = {
  GSPC: 'SPX',
  INX: 'SPX',
  SP500: 'SPX',
  SP500TR: 'SPTR',
  VXV: 'VIX3M',
  VXST: 'VIX9D',
};

const symbolOf = (hint: string): string => SPELLINGS[hint] ?? hint;

interface Agreement {
  readonly matches: number;
  /** The first fixed point the values contradict. */
  readonly contradiction?: { readonly row: number; readonly expected: number };
}

function agreement(
  symbol: string,
  rowOf: ReadonlyMap<DayNumber, number>,
  closes: DatedTable['columns'][number],
): Agreement {
  let matches = 0;
  for (const [date, expected] of Object.entries(FIXED_POINTS[symbol] ?? {})) {
    const row = rowOf.get(dayNumber(isoDate(date)));
    const value = row === undefined ? undefined : closes[row];
    if (row === undefined || value === undefined) continue;
    if (Math.abs(value - expected) > TOLERANCE) return { matches, contradiction: { row, expected } };
    matches += 1;
  }
  return { matches };
}

/** Which symbol a table of closes holds, and whether its values prove it. */
export interface Identity {
  readonly symbol: string;
  readonly proved: boolean;
}

/**
 * The symbol of a table that does not name it: proved by published closes where it covers one, else the person's word
 * or the file name, which the values must not contradict.
 *
 * @param close  position of the close among the table's columns
 * @returns undefined when neither content nor name decides
 * @throws ProblemError when the person's word, or the only hint there is, contradicts the values
 */
export function identify(table: DatedTable, close: number, context: ReadContext): Identity | undefined {
  const { file, days, lines } = table;
  const closes = table.columns[close] ?? [];
  const rowOf = new Map(days.map((day, i) => [day, i]));
  const proved = Object.keys(FIXED_POINTS).find((symbol) => {
    const { matches, contradiction } = agreement(symbol, rowOf, closes);
    return matches > 0 && contradiction === undefined;
  });
  const said = context.as === undefined ? undefined : symbolOf(context.as);
  const hint = said ?? symbolOf(context.stem);
  if (proved !== undefined) {
    if (said !== undefined && said !== proved) {
      refuse({
        file,
        value: said,
        what: `holds ${proved}, by its published closes`,
        fix: `leave --as out, or say --as ${proved}`,
      });
    }
    if (hint !== proved)
      context.notes.push(`read as ${proved}, by its published closes, whatever the file is called`);
    return { symbol: proved, proved: true };
  }
  const { contradiction } = agreement(hint, rowOf, closes);
  if (contradiction !== undefined) {
    const { row, expected } = contradiction;
    const what = `is not ${hint}, which closed at ${expected} on ${dateOfDay(days[row] ?? 0)}`;
    const fix = 'say what the file holds with --as, or download it again';
    refuse({ file, line: lines[row] ?? 0, field: 'close', value: String(closes[row]), what, fix });
  }
  return hint === '' ? undefined : { symbol: hint, proved: false };
}
