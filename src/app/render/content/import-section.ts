import type { FileReport, ImportReport } from '../../import-report.ts';
import { count, fixed } from '../format.ts';
import { type Block, prose, type Section } from './block.ts';
import { grouped, groupLine, placeOf } from './file-groups.ts';
import { refusalText } from './refusal-text.ts';

/** The folder all files are below, with its slash; empty when there is none worth naming. */
function commonFolder(files: readonly string[]): string {
  const [first = '', ...rest] = files;
  let folder = first.slice(0, first.lastIndexOf('/') + 1);
  for (const file of rest) {
    while (folder !== '' && !file.startsWith(folder))
      folder = folder.slice(0, folder.lastIndexOf('/', folder.length - 2) + 1);
  }
  return folder === '/' ? '' : folder;
}

function refusals(files: readonly FileReport[], folder: string): readonly string[] {
  const said = files
    .filter(({ verdict }) => verdict === 'refused')
    .map((report) => {
      const text = refusalText(report.problem);
      return { file: placeOf(report.file.slice(folder.length), report.problem?.line), text, kind: text };
    });
  return grouped(said).map(groupLine);
}

/** Notes that differ in their numbers only are one: the first is shown, the others are counted. */
function notes(files: readonly FileReport[], folder: string): readonly string[] {
  const said = files.flatMap(({ file, verdict, notes: own }) =>
    verdict === 'imported'
      ? own.map((text) => ({
          file: file.slice(folder.length),
          text,
          kind: text.replace(/[\d.,:-]+/g, '#').replace(/\b[A-Z]{3}\b/g, ''),
        }))
      : [],
  );
  return grouped(said).map(({ text, files: of }) => {
    const more = of.length === 1 ? '' : `, and ${count(of.length - 1, 'other')} like it`;
    return `${of[0] ?? ''}: ${text}${more}`;
  });
}

/** What one import did: totals, then what it refused and why, then what it noted. */
export function importSection(report: ImportReport): Section {
  const { imported, unchanged, refused, rows } = report.totals;
  const folder = report.files.length > 1 ? commonFolder(report.files.map(({ file }) => file)) : '';
  const line =
    `${count(imported, 'file')} imported with ${count(rows, 'row')}, ${fixed(unchanged, 0)} unchanged, ` +
    `${fixed(refused, 0)} refused${folder === '' ? '' : `; paths are below ${folder}`}.`;
  const [said, noted] = [refusals(report.files, folder), notes(report.files, folder)];
  const blocks: readonly Block[] = [
    prose(line),
    ...(said.length === 0 ? [] : [prose('Refused:'), { kind: 'list' as const, items: said }]),
    ...(noted.length === 0 ? [] : [prose('Noted:'), { kind: 'list' as const, items: noted }]),
  ];
  return { id: 'import', title: 'Import', note: report.home, blocks };
}
