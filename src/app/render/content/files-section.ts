import type { ListedFile } from '../../list-data.ts';
import { count, fixed } from '../format.ts';
import { cell, left, prose, right, type Section, type Table } from './block.ts';

/** Every file that was ever imported, with what it gave or why it gave nothing. */
export function filesSection(files: readonly ListedFile[]): Section {
  const table: Table = {
    kind: 'table',
    caption: 'Imported files',
    columns: [
      left('File', { wraps: true }),
      left('Read as'),
      right('Rows'),
      left('From'),
      left('To'),
      left('Verdict'),
      left('Why', { wraps: true }),
    ],
    rows: files.map(({ file, reader, rows, span, verdict, problem }) => [
      cell(file),
      cell(reader ?? ''),
      cell(fixed(rows, 0)),
      cell(span?.from ?? ''),
      cell(span?.to ?? ''),
      cell(verdict === 'refuse' ? 'REFUSED' : verdict, verdict === 'refuse' ? 'warn' : undefined),
      cell(problem?.what ?? ''),
    ]),
  };
  return {
    id: 'files',
    title: 'Data',
    note: count(files.length, 'file'),
    blocks: files.length === 0 ? [prose('No data yet. `alvh data import PATH...` brings some in.')] : [table],
  };
}
