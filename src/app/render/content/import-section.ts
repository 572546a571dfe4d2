import { problemLine } from '../../../core/problem.ts';
import type { FileReport, ImportReport } from '../../import-report.ts';
import { count, fixed } from '../format.ts';
import { type Block, prose, type Section } from './block.ts';

const refusal = ({ file, problem }: FileReport): string =>
  problem === undefined ? `${file}: refused` : problemLine({ ...problem, file: problem.file ?? file });

/** What one import did: totals, then every file it refused and why. */
export function importSection(report: ImportReport): Section {
  const { imported, unchanged, refused, rows } = report.totals;
  const refusals = report.files.filter(({ verdict }) => verdict === 'refused').map(refusal);
  const noted = report.files.flatMap(({ file, verdict, notes }) =>
    verdict === 'imported' ? notes.map((note) => `${file}: ${note}`) : [],
  );
  const line = `${count(imported, 'file')} imported with ${count(rows, 'row')}, ${fixed(unchanged, 0)} unchanged, ${fixed(refused, 0)} refused.`;
  const blocks: readonly Block[] = [
    prose(line),
    ...(refusals.length === 0 ? [] : [prose('Refused:'), { kind: 'list' as const, items: refusals }]),
    ...(noted.length === 0 ? [] : [prose('Noted:'), { kind: 'list' as const, items: noted }]),
  ];
  return { id: 'import', title: 'Import', note: report.home, blocks };
}
