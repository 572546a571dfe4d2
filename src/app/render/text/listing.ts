import type { Section } from '../content/block.ts';
import { sectionText } from './section-text.ts';
import { SHEET_WIDTH } from './sheet-text.ts';

/** Sections under each other, for commands that list things. */
export const listing = (sections: readonly Section[]): string =>
  `${sections.map((section) => sectionText(section, SHEET_WIDTH).join('\n')).join('\n\n')}\n`;
