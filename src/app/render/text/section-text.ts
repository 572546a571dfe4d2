import type { Block, Fact, Section } from '../content/block.ts';
import { tableText } from './table-text.ts';
import { columns, padRight, wrap } from './wrap.ts';

const INDENT = 2;
const GAP = 2;
/** Widest the value column of a fact list gets; longer values push only their own note. */
const WIDEST_VALUE = 30;

/** Label, value and note in three columns; one fact to a line. */
function factsText(facts: readonly Fact[], width: number): readonly string[] {
  const labelWidth = Math.max(0, ...facts.map(({ label }) => columns(label)));
  const values = facts.map(({ value }) => columns(value)).filter((w) => w <= WIDEST_VALUE);
  const valueWidth = Math.max(0, ...values);
  return facts.flatMap(({ label, value, note }) => {
    const lead = padRight(label, labelWidth + GAP);
    const rest = note === undefined ? value : `${padRight(value, valueWidth + GAP)}${note}`;
    return wrap(rest, width - columns(lead)).map(
      (line, i) => `${i === 0 ? lead : ' '.repeat(columns(lead))}${line}`,
    );
  });
}

const listText = (items: readonly string[], width: number): readonly string[] =>
  items.flatMap((item) => wrap(item, width - 2).map((line, i) => `${i === 0 ? '- ' : '  '}${line}`));

function blockText(block: Block, width: number): readonly string[] {
  switch (block.kind) {
    case 'prose':
      return block.lines.flatMap((line) => wrap(line, width));
    case 'list':
      return listText(block.items, width);
    case 'figures':
    case 'facts':
      return factsText(block.facts, width);
    case 'table':
      return tableText(block, width);
  }
}

function titleText({ title, note, provenance }: Section): string {
  const origin = provenance === undefined || provenance === 'real' ? undefined : provenance;
  const rest = [note, origin].filter((part) => part !== undefined).join(', ');
  return rest === '' ? title.toUpperCase() : `${title.toUpperCase()}  ${rest}`;
}

/** Prose runs on; everything else is set off by an empty line. */
const joins = (before: Block, after: Block): boolean => before.kind === 'prose' && after.kind === 'prose';

/** The facts that follow the figures line up with them. */
function merged(blocks: readonly Block[]): readonly Block[] {
  const done: Block[] = [];
  for (const block of blocks) {
    const before = done[done.length - 1];
    if (before?.kind !== 'figures' || block.kind !== 'facts') done.push(block);
    else done[done.length - 1] = { kind: 'facts', facts: [...before.facts, ...block.facts] };
  }
  return done;
}

/** One section of the note: a title in capitals, its blocks indented under it. */
export function sectionText(section: Section, width: number): readonly string[] {
  const pad = ' '.repeat(INDENT);
  const blocks = merged(section.blocks);
  const body = blocks.flatMap((block, i) => {
    const before = blocks[i - 1];
    const lines = blockText(block, width - INDENT);
    return before === undefined || joins(before, block) ? lines : ['', ...lines];
  });
  return [...wrap(titleText(section), width), ...body.map((line) => (line === '' ? '' : `${pad}${line}`))];
}
