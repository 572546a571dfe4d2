import { canonicalJson } from '../../../core/hash.ts';
import type { DaySheet } from '../../../engine/day-sheet.ts';

/** The sheet as JSON: keys in order, two spaces, the same bytes for the same sheet. The contract is schema/day-sheet.schema.json. */
export const sheetJson = (sheet: DaySheet): string =>
  `${JSON.stringify(JSON.parse(canonicalJson(sheet)), null, 2)}\n`;
