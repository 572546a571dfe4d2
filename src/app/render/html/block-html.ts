import type { Block, Cell, Column, Fact, Table } from '../content/block.ts';
import { barSvg } from './bar-svg.ts';
import { element, typeset } from './markup.ts';

const classes = (...names: readonly (string | false | undefined)[]): string | undefined => {
  const kept = names.filter((name) => typeof name === 'string' && name !== '');
  return kept.length === 0 ? undefined : kept.join(' ');
};

const columnClass = ({ align, wraps, minor, only }: Column): readonly (string | false)[] => [
  align === 'right' && 'r',
  wraps !== true && 'nw',
  minor === true && 'minor',
  only === 'page' && 'picture',
];

const second = (text: string | undefined, name?: string): string =>
  text === undefined || text === '' ? '' : element('small', { class: name }, typeset(text));

/** Tints of a heat map: so many steps of either colour. */
export const HEAT_STEPS = 10;

/** `h-loss4`, `h-now`: the tint of a heat cell and what sets it off. */
function heatClasses({ heat, mark }: Cell): readonly (string | false)[] {
  const step = Math.round(Math.abs(heat ?? 0) * HEAT_STEPS);
  const side = (heat ?? 0) < 0 ? 'loss' : 'gain';
  return [heat !== undefined && `h h-${side}${step}`, mark !== undefined && `h-${mark}`];
}

function cellHtml(shown: Cell, column: Column): string {
  const { text, tone, sub, narrowSub, bar, code } = shown;
  const content =
    bar === undefined ? (code === true ? element('code', {}, typeset(text)) : typeset(text)) : barSvg(bar);
  return element(
    'td',
    { class: classes(...columnClass(column), ...heatClasses(shown), tone !== undefined && `t-${tone}`) },
    content,
    second(sub),
    second(narrowSub, 'slim'),
  );
}

/** A row whose first cell is empty goes on from the one above. */
function rowHtml(row: readonly Cell[], columns: readonly Column[]): string {
  const isContinued = row[0]?.text === '' && row[0].bar === undefined && row.length > 1;
  const cells = row.flatMap((cell, i) => {
    const column = columns[i];
    return column === undefined || column.only === 'note' ? [] : [cellHtml(cell, column)];
  });
  return element('tr', { class: isContinued ? 'more' : undefined }, ...cells);
}

/** A table with its caption for those who cannot see what is around it. */
export function tableHtml({ caption, columns, rows }: Table): string {
  const shown = columns.filter(({ only }) => only !== 'note');
  const head = shown.map((column) =>
    element('th', { scope: 'col', class: classes(...columnClass(column)) }, typeset(column.title)),
  );
  const table = element(
    'table',
    {},
    element('caption', {}, typeset(caption)),
    element('thead', {}, element('tr', {}, ...head)),
    element('tbody', {}, ...rows.map((row) => rowHtml(row, columns))),
  );
  return element('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': caption }, table);
}

function factHtml({ label, value, note, tone }: Fact): string {
  return element(
    'div',
    {},
    element('dt', {}, typeset(label)),
    element('dd', { class: tone === undefined ? undefined : `t-${tone}` }, typeset(value)),
    note === undefined ? '' : element('dd', { class: 'note' }, typeset(note)),
  );
}

export function blockHtml(block: Block): string {
  switch (block.kind) {
    case 'prose': {
      const tone = block.tone === undefined ? undefined : `t-${block.tone}`;
      return block.lines.map((line) => element('p', { class: tone }, typeset(line))).join('');
    }
    case 'list':
      return element('ul', {}, ...block.items.map((item) => element('li', {}, typeset(item))));
    case 'figures':
    case 'facts':
      return element('dl', { class: block.kind }, ...block.facts.map(factHtml));
    case 'table':
      return tableHtml(block);
  }
}
