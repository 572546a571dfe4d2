import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { RowGroup } from './catalogue.ts';
import { storeReceipt } from './receipts.ts';
import { type Row, skipped } from './row.ts';
import { rowsMarkdown, rowsTable } from './rows-table.ts';

const OPTIONS = {
  json: { type: 'string' },
  only: { type: 'string' },
  docs: { type: 'string' },
  list: { type: 'boolean', default: false },
  full: { type: 'boolean', default: false },
} as const;

const idsOf = ({ questions }: RowGroup): readonly string[] => questions.map(({ id }) => id);
const touches = (id: string, prefix: string): boolean => id.startsWith(prefix) || prefix.startsWith(id);

/** A group that throws is a failed measurement, not a crash: the rows it owed are reported as failed. */
async function runGroup(group: RowGroup, full: boolean): Promise<readonly Row[]> {
  try {
    const rows = await group.run({ full });
    if (full && group.isRemembered === true) storeReceipt(idsOf(group)[0] ?? 'rows', rows);
    return rows;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return idsOf(group).map((id) => ({ ...skipped(id, ''), pass: false, note: `failed: ${reason}` }));
  }
}

/**
 * Runs the rows of a command: `--list` prints ids and sentences, `--only PREFIX` runs a part, `--json FILE` writes the
 * rows, `--docs FILE` the generated page with its appendix, `--full` the sizes an issue states. Exits 1 when a row fails its target.
 */
export async function runRows(
  title: string,
  groups: readonly RowGroup[],
  argv: readonly string[],
  appendix: () => Promise<string> = async () => '',
): Promise<number> {
  const { values } = parseArgs({ args: [...argv], options: OPTIONS });
  const prefix = values.only ?? '';
  const wanted = groups.filter((group) => idsOf(group).some((id) => touches(id, prefix)));
  if (values.list) {
    for (const { id, says } of wanted.flatMap(({ questions }) => questions))
      process.stdout.write(`${id.padEnd(34)} ${says}\n`);
    return 0;
  }
  const rows: Row[] = [];
  for (const group of wanted) {
    const found = (await runGroup(group, values.full)).filter(({ id }) => id.startsWith(prefix));
    process.stdout.write(rowsTable(found));
    rows.push(...found);
  }
  const failed = rows.filter(({ pass }) => pass === false).length;
  const unjudged = rows.filter(({ pass }) => pass === null).length;
  process.stdout.write(
    `${title}: ${rows.length - failed - unjudged} pass, ${failed} fail, ${unjudged} reported or skipped\n`,
  );
  if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(rows, null, 2)}\n`);
  if (values.docs !== undefined) {
    const command = `npm run ${title === 'Bench' ? 'bench' : 'validate'} -- --docs ${values.docs}`;
    writeFileSync(values.docs, `${rowsMarkdown(title, command, rows)}${await appendix()}`);
  }
  return failed > 0 ? 1 : 0;
}
