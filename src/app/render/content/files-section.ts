import type { ListedFile } from '../../list-data.ts';
import { count, fixed } from '../format.ts';
import { type Block, cell, left, prose, right, type Section, type Table } from './block.ts';
import { grouped, groupLine, placeOf } from './file-groups.ts';
import { refusalText } from './refusal-text.ts';

const VERDICT = { use: 'use', 'use-with-care': 'with care', refuse: 'REFUSED' } as const;

function readTable(files: readonly ListedFile[]): Table {
  return {
    kind: 'table',
    caption: 'Imported files',
    columns: [
      left('File', { wraps: true }),
      left('Read as', { wraps: true }),
      right('Rows'),
      left('From'),
      left('To'),
      left('Verdict'),
    ],
    rows: files.map(({ file, reader, rows, span, verdict }) => [
      cell(file),
      cell(reader ?? ''),
      cell(fixed(rows, 0)),
      cell(span?.from ?? ''),
      cell(span?.to ?? ''),
      cell(VERDICT[verdict]),
    ]),
  };
}

/** Every file that was ever imported: what was read of it, or why nothing was. */
export function filesSection(files: readonly ListedFile[]): Section {
  const read = files.filter(({ verdict }) => verdict !== 'refuse');
  const refused = files.filter(({ verdict }) => verdict === 'refuse');
  const said = refused.map(({ file, problem }) => ({
    file: placeOf(file, problem?.line),
    text: refusalText(problem),
    kind: refusalText(problem),
  }));
  const blocks: readonly Block[] = [
    ...(read.length === 0 ? [] : [readTable(read)]),
    ...(said.length === 0
      ? []
      : [prose('Refused:'), { kind: 'list' as const, items: grouped(said).map(groupLine) }]),
  ];
  return {
    id: 'files',
    title: 'Data',
    note: `${count(read.length, 'file')} read, ${fixed(refused.length, 0)} refused`,
    blocks: blocks.length === 0 ? [prose('No data yet. `alvh data import PATH...` brings some in.')] : blocks,
  };
}
