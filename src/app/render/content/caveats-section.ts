import type { DaySheet } from '../../../engine/day-sheet.ts';
import { prose, type Section } from './block.ts';

/** The line that closes every page and every note. */
export const NOT_ADVICE =
  'Educational use. Not advice. Options can lose more than the credit received; past results do not say what comes next.';

/** What the numbers above do not know. */
export function caveatsSection(sheet: DaySheet): Section {
  return {
    id: 'caveats',
    title: 'Caveats',
    blocks:
      sheet.caveats.length === 0
        ? [prose('None beyond those above.')]
        : [{ kind: 'list', items: sheet.caveats }],
  };
}
