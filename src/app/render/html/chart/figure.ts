import type { QuoteKind } from '../../../../market/chain.ts';
import type { Table } from '../../content/block.ts';
import { tableHtml } from '../block-html.ts';
import { element, typeset } from '../markup.ts';
import { label, type Size } from './draw.ts';

/** What a chart says, in words and numbers, for those who cannot see it. */
export interface Chart {
  readonly id: string;
  readonly title: string;
  /** The finding, as a sentence. */
  readonly finding: string;
  readonly draw: (size: Size) => string;
  readonly wide: Omit<Size, 'name'>;
  readonly narrow: Omit<Size, 'name'>;
  readonly legend: readonly { readonly name: string; readonly mark: string }[];
  /** Left out when the card prints the numbers anyway. */
  readonly table?: Table;
}

function drawing(chart: Chart, size: Size, quotes: QuoteKind): string {
  const key = `${chart.id}-${size.name}`;
  const stamp =
    quotes === 'simulated'
      ? label(size.width / 2, size.height / 2, 'SIMULATED', { class: 'stamp', 'text-anchor': 'middle' })
      : '';
  return element(
    'svg',
    {
      class: `chart ${size.name}`,
      viewBox: `0 0 ${size.width} ${size.height}`,
      role: 'img',
      'aria-labelledby': `${key}-title ${key}-finding`,
    },
    element('title', { id: `${key}-title` }, typeset(chart.title)),
    element('desc', { id: `${key}-finding` }, typeset(chart.finding)),
    stamp,
    chart.draw(size),
  );
}

/** A chart at two widths, its legend, its finding in words, and the same numbers as a table. */
export function figure(chart: Chart, quotes: QuoteKind): string {
  const keys = chart.legend.map(({ name, mark }) =>
    element('li', {}, element('span', { class: `key ${mark}` }), typeset(name)),
  );
  return element(
    'figure',
    {},
    drawing(chart, { ...chart.wide, name: 'wide' }, quotes),
    drawing(chart, { ...chart.narrow, name: 'narrow' }, quotes),
    keys.length === 0 ? '' : element('ul', { class: 'legend' }, ...keys),
    element('figcaption', {}, typeset(chart.finding)),
    chart.table === undefined
      ? ''
      : element('details', {}, element('summary', {}, 'Show as table'), tableHtml(chart.table)),
  );
}
