import type { QuoteKind } from '../../../market/chain.ts';
import type { Section } from '../content/block.ts';
import { badge } from './badge.ts';
import { blockHtml } from './block-html.ts';
import { element, typeset } from './markup.ts';

/** A card. On a simulated day every card says so, whatever it shows. */
export function sectionHtml(section: Section, quotes: QuoteKind, picture = ''): string {
  const { id, title, note, provenance, blocks } = section;
  const safeId = id.replace(/[^\w-]/g, '-');
  const origin = quotes === 'simulated' ? 'simulated' : provenance;
  const heading = element(
    'h2',
    { id: `${safeId}-title` },
    typeset(title),
    note === undefined ? '' : ` ${element('span', { class: 'note' }, typeset(note))}`,
  );
  return element(
    'section',
    { class: `card c-${safeId.replace(/^condor-.*/, 'condor')}`, 'aria-labelledby': `${safeId}-title` },
    element('header', {}, heading, origin === undefined ? '' : badge(origin)),
    picture,
    ...blocks.map(blockHtml),
  );
}
