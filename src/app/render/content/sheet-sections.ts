import type { DaySheet } from '../../../engine/day-sheet.ts';
import { aheadSection } from './ahead-section.ts';
import type { Section } from './block.ts';
import { bookSection } from './book-section.ts';
import { shownCondors } from './candidates.ts';
import { caveatsSection } from './caveats-section.ts';
import { changeSection } from './change-section.ts';
import { condorSection } from './condor-section.ts';
import { decisionsSection } from './decisions-section.ts';
import { gatesSection } from './gates.ts';
import { hedgeSection } from './hedge-section.ts';
import { limitsSection } from './limits-section.ts';
import { marketSection } from './market-section.ts';
import { ordersSection } from './orders-section.ts';
import { passportSection } from './passport-section.ts';
import { regimeSection } from './regime-section.ts';
import { rejectedSection } from './rejected-section.ts';
import { signalsSection } from './signals-section.ts';
import { stressSection } from './stress-section.ts';
import { vxSection } from './vx-section.ts';

/** Everything the sheet says, in reading order: what to do, what it costs, why, what else, on which data. */
export function sheetSections(sheet: DaySheet): readonly Section[] {
  return [
    ordersSection(sheet),
    ...shownCondors(sheet).flatMap((shown) => [condorSection(sheet, shown), ...gatesSection(shown.decision)]),
    hedgeSection(sheet),
    stressSection(sheet),
    limitsSection(sheet),
    marketSection(sheet),
    vxSection(sheet),
    regimeSection(sheet),
    signalsSection(sheet),
    decisionsSection(sheet),
    changeSection(sheet),
    rejectedSection(sheet),
    aheadSection(sheet),
    bookSection(sheet),
    passportSection(sheet),
    caveatsSection(sheet),
  ];
}
