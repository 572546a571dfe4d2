import { refuse } from './refuse.ts';

/** A text file as lines; `lines[0]` is line 1. */
export interface Sheet {
  readonly file: string;
  readonly lines: readonly string[];
}

/** Cboe's put/call archives open with a Latin-1 disclaimer; below these lines every byte must be UTF-8. */
const PREAMBLE_LINES = 3;
const NEWLINE = 0x0a;

/** 1-based line of a byte offset. */
function lineOfByte(bytes: Uint8Array, offset: number): number {
  let line = 1;
  for (let i = 0; i < offset; i++) if (bytes[i] === NEWLINE) line += 1;
  return line;
}

const isUtf8 = (bytes: Uint8Array): boolean => {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
};

/** Start of the first line whose bytes are not UTF-8, among those after the preamble; undefined when all are. */
function firstBadLine(bytes: Uint8Array): number | undefined {
  let start = 0;
  for (let line = 1; start < bytes.length; line++) {
    const found = bytes.indexOf(NEWLINE, start);
    const end = found === -1 ? bytes.length : found;
    if (line > PREAMBLE_LINES && !isUtf8(bytes.subarray(start, end))) return line;
    start = end + 1;
  }
  return undefined;
}

function decoded(file: string, bytes: Uint8Array): string {
  if (isUtf8(bytes)) return new TextDecoder().decode(bytes); // drops a byte-order mark
  const line = firstBadLine(bytes);
  if (line !== undefined) {
    refuse({
      file,
      line,
      what: 'bytes that are not UTF-8 text',
      fix: 'save or download the file again as UTF-8 text',
    });
  }
  return new TextDecoder('latin1').decode(bytes);
}

/**
 * Text of a file as lines, whatever the line ends.
 *
 * @throws ProblemError when the bytes are not text, not UTF-8, or there are none
 */
export function sheetOf(file: string, bytes: Uint8Array): Sheet {
  const nul = bytes.indexOf(0);
  if (nul !== -1) {
    const line = lineOfByte(bytes, nul);
    refuse({
      file,
      line,
      what: 'a NUL byte: not a text file',
      fix: 'give a CSV file, or one compressed by gzip or tar',
    });
  }
  const lines = decoded(file, bytes).split(/\r\n|\n|\r/);
  while (lines.length > 0 && lines.at(-1)?.trim() === '') lines.pop();
  if (lines.length === 0) refuse({ file, what: 'the file is empty', fix: 'download it again' });
  return { file, lines };
}

/** Fields of one line; quotes as in RFC 4180. No format read here has a line break inside a field. */
export function cellsOf(line: string): string[] {
  if (!line.includes('"')) return line.split(',');
  const cells: string[] = [];
  let cell = '';
  let quoted = false;
  for (let i = 0; i < line.length; i++) {
    const c = line[i] ?? '';
    if (c === '"' && quoted && line[i + 1] === '"') {
      cell += '"';
      i += 1;
    } else if (c === '"') quoted = !quoted;
    else if (c === ',' && !quoted) {
      cells.push(cell);
      cell = '';
    } else cell += c;
  }
  cells.push(cell);
  return cells;
}

/** Header names as compared: trimmed, lower case. */
export const headerOf = (line: string): string[] => cellsOf(line).map((cell) => cell.trim().toLowerCase());

/** How far down a table may begin: disclaimers, titles, terminal preambles. */
const HEADER_SEARCH_LINES = 10;

/** Index of the first line whose header names satisfy a test; undefined when none of the first ten does. */
export function headerIndex(
  sheet: Sheet,
  matches: (names: readonly string[]) => boolean,
): number | undefined {
  const i = sheet.lines.slice(0, HEADER_SEARCH_LINES).findIndex((line) => matches(headerOf(line)));
  return i === -1 ? undefined : i;
}

/** Nothing on the line, or nothing but commas, as spreadsheets end their exports. */
const isBlank = (text: string): boolean => /^[\s,]*$/.test(text);

/**
 * Calls `each` with the cells of every row below a header.
 *
 * @throws ProblemError when a row has fewer cells than the header, or more that are not empty
 */
export function eachRow(
  sheet: Sheet,
  header: number,
  each: (cells: readonly string[], line: number) => void,
): void {
  const { file, lines } = sheet;
  const width = headerOf(lines[header] ?? '').length;
  for (let i = header + 1; i < lines.length; i++) {
    const text = lines[i] ?? '';
    if (isBlank(text)) continue;
    const cells = cellsOf(text);
    const line = i + 1;
    if (cells.length < width) {
      const what = `row has ${cells.length} of ${width} fields: the file is cut or damaged here`;
      refuse({ file, line, value: text, what, fix: 'download or copy the file again' });
    }
    if (cells.length > width && cells.slice(width).some((cell) => cell.trim() !== '')) {
      const what = `row has ${cells.length} fields where the header has ${width}`;
      refuse({ file, line, value: text, what, fix: 'export the file again with one field per column' });
    }
    each(cells, line);
  }
}
