import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { draftImport } from '../../../src/app/draft-import.ts';
import type { IsoDate } from '../../../src/core/units.ts';
import { readFile, readings } from '../../../src/data/read-file.ts';
import type { FileReading } from '../../../src/data/read-item.ts';
import type { ChainSnapshot, Underlying } from '../../../src/market/chain.ts';
import { checkChain } from '../../../src/market/chain-check.ts';
import type { ImportDraft } from '../../../src/store/store-import.ts';
import { GATHERED } from '../../shared-root.ts';

/** One held file, or the members of an archive, through the product's own readers, as an import would store it. */
export async function heldDraft(root: string, ...path: readonly string[]): Promise<ImportDraft> {
  const name = join(root, 'data', ...path);
  const bytes = readFileSync(name);
  const read: FileReading[] = [];
  for await (const reading of readings({ name, bytes, today: GATHERED })) read.push(reading);
  return draftImport({ name, bytes }, read);
}

/** A held chain that its passport does not refuse. */
export interface HeldChain {
  readonly file: string;
  readonly snapshot: ChainSnapshot;
}

/** Which of the held chains. */
export interface ChainChoice {
  readonly underlying: Underlying;
  /** As the files are named; every file when absent. */
  readonly sessions?: readonly IsoDate[];
}

const FOLDERS = ['spx_2019_cboe_delayed', 'cboe_quotedata'] as const;

function isChosen(file: string, { underlying, sessions }: ChainChoice): boolean {
  const digits = file.replaceAll('-', '');
  const isOfSession = (session: IsoDate): boolean => digits.includes(session.replaceAll('-', ''));
  return file.startsWith(`${underlying}_`) && (sessions === undefined || sessions.some(isOfSession));
}

/** Held chains that may be used, one file after the other, ascending by session. */
export async function* heldChains(root: string, choice: ChainChoice): AsyncGenerator<HeldChain> {
  for (const folder of FOLDERS) {
    const directory = join(root, 'data', 'options', folder);
    for (const file of readdirSync(directory).sort()) {
      if (!isChosen(file, choice)) continue;
      const name = join(directory, file);
      const { items } = await readFile({ name, bytes: readFileSync(name), today: GATHERED });
      for (const item of items) {
        if (item.kind !== 'chain' || item.snapshot.underlying !== choice.underlying) continue;
        if (checkChain(item.snapshot, item.counts, file).passport.verdict === 'refuse') continue;
        yield { file, snapshot: item.snapshot };
      }
    }
  }
}
