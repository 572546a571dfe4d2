import type { QuoteKind } from '../../../market/chain.ts';
import type { Fact } from '../content/block.ts';
import { NOT_ADVICE } from '../content/caveats-section.ts';
import { shortHash } from '../format.ts';
import { badge } from './badge.ts';
import { element, escaped, typeset } from './markup.ts';
import { STYLE } from './style.ts';

/** Nothing may be fetched: a page is one file, and a browser enforces it. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

/** What every self-contained page has around its cards. */
export interface Page {
  readonly quotes: QuoteKind;
  /** What the banner of a modelled page says, where it is not the quotes that are modelled. */
  readonly modelled?: string;
  /** Of the window, without the word for what quotes it rests on. */
  readonly title: string;
  /** The bar on top: the day, and what else belongs there. */
  readonly day: string;
  readonly beside: string;
  readonly strip: readonly Fact[];
  readonly headline: string;
  readonly leads: readonly string[];
  /** The cards, as markup. */
  readonly cards: string;
  readonly hashes: Readonly<Record<string, string>>;
}

/** Cards in a row of twelve columns: ids by column, a column with several is stacked. */
export type CardRow = readonly (readonly [width: 'w5' | 'w7' | 'w12', ids: readonly string[]])[];

/** Cards in their rows; a column without a card leaves its room to the other. */
export function cardGrid(rows: readonly CardRow[], drawn: ReadonlyMap<string, string>): string {
  const columns = rows.flatMap((row) => {
    const filled = row.map(([width, ids]) => ({
      width,
      body: ids.map((id) => drawn.get(id) ?? '').join(''),
    }));
    const present = filled.filter(({ body }) => body !== '');
    return present.map(({ width, body }) =>
      element('div', { class: `stack ${present.length === 1 ? 'w12' : width}` }, body),
    );
  });
  return element('div', { class: 'cards' }, ...columns);
}

function banner({ quotes, modelled }: Page): string {
  switch (quotes) {
    case 'real':
      return '';
    case 'modelled':
      return element(
        'p',
        { class: 'banner modelled' },
        modelled ?? 'MODELLED QUOTES. The chain of this day was computed, not quoted.',
      );
    case 'simulated':
      return element(
        'p',
        { class: 'banner simulated' },
        'SIMULATED MARKET. No price on this page was ever traded.',
      );
  }
}

function stripHtml(strip: readonly Fact[]): string {
  const facts = strip.map(({ label, value, note }) =>
    element(
      'div',
      {},
      element('dt', {}, typeset(label)),
      element('dd', {}, typeset(value)),
      note === undefined ? '' : element('dd', { class: 'note' }, typeset(note)),
    ),
  );
  return element('dl', { class: 'strip' }, ...facts);
}

function footer({ hashes, quotes }: Page): string {
  const named = Object.entries(hashes).map(([name, hash]) =>
    element('code', { title: hash }, `${name} ${typeset(shortHash(hash))}`),
  );
  const marked = quotes === 'simulated' ? 'SIMULATED. ' : '';
  return element('footer', {}, element('span', {}, `${marked}${typeset(NOT_ADVICE)}`), ...named);
}

function head({ quotes, title }: Page): string {
  const marked = quotes === 'real' ? '' : `${quotes.toUpperCase()} `;
  return [
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<meta http-equiv="Content-Security-Policy" content="${escaped(POLICY)}">`,
    element('title', {}, typeset(`${marked}ALVH ${title}`)),
    element('style', {}, STYLE),
  ].join('\n');
}

/** One self-contained page: no script, no network, both themes; the same bytes for the same content. */
export function pageHtml(page: Page): string {
  const top = element(
    'header',
    { class: 'top' },
    element('b', {}, 'ALVH'),
    element('span', {}, typeset(page.day)),
    element('span', { class: 'long' }, typeset(page.beside)),
    badge(page.quotes),
  );
  const main = element(
    'main',
    {},
    banner(page),
    element('h1', {}, typeset(page.headline)),
    ...page.leads.map((lead) => element('p', { class: 'lead' }, typeset(lead))),
    page.cards,
  );
  return `<!doctype html>\n<html lang="en">\n<head>\n${head(page)}\n</head>\n<body>\n${top}\n${stripHtml(page.strip)}\n${main}\n${footer(page)}\n</body>\n</html>\n`;
}
