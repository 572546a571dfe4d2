import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { bareDay, enterDay, simulatedDay, standAsideDay } from '../../test/fixtures/day-sheet.ts';
import type { IsoDate } from '../core/units.ts';
import type { DaySheet } from '../engine/day-sheet.ts';
import { daySheetSchema, daySheetSchemaText } from './day-sheet-schema.ts';
import { sheetJson } from './render/json/sheet-json.ts';

const COMMITTED = join(import.meta.dirname, '..', '..', 'schema', 'day-sheet.schema.json');

/** A type without its unit tags and `readonly`, so that what the schema infers can be compared with `DaySheet`. */
type Plain<T> = T extends number
  ? number
  : T extends IsoDate
    ? string
    : T extends string | boolean
      ? T
      : { -readonly [K in keyof T]: Plain<T[K]> };

type Parsed = Plain<z.infer<typeof daySheetSchema>>;
type Sheet = Plain<DaySheet>;

describe('the contract of a day sheet', () => {
  it('is in the repository as the schema generates it', () => {
    expect(readFileSync(COMMITTED, 'utf8')).toBe(daySheetSchemaText()); // mend with: npm run schema
  });

  it('has the fields of the type and no others', () => {
    const schemaToType = (parsed: Parsed): Sheet => parsed;
    const typeToSchema = (sheet: Sheet): Parsed => sheet;
    expect([schemaToType, typeToSchema]).toHaveLength(2); // the compiler is the assertion
  });

  it.each([
    ['a day that enters', enterDay()],
    ['a day that stands aside', standAsideDay()],
    ['a simulated day', simulatedDay()],
    ['a day with nothing known', bareDay()],
  ])('accepts the JSON of %s', (_, sheet) => {
    expect(daySheetSchema.parse(JSON.parse(sheetJson(sheet)))).toEqual(JSON.parse(sheetJson(sheet)));
  });

  it('holds at its top level what the issue promises', () => {
    const promised =
      'date quotes passport market signals score regime decisions orders scenarios limits caveats hashes';
    expect(Object.keys(JSON.parse(sheetJson(enterDay())))).toEqual(
      expect.arrayContaining(promised.split(' ')),
    );
  });

  it('refuses a key it does not know, at the top and inside', () => {
    const sheet = JSON.parse(sheetJson(enterDay()));
    expect(daySheetSchema.safeParse({ ...sheet, extra: 1 }).success).toBe(false);
    expect(daySheetSchema.safeParse({ ...sheet, score: { ...sheet.score, mood: 'good' } }).success).toBe(
      false,
    );
  });

  it('refuses a missing field and a fraction of a cent', () => {
    const { hashes: _hashes, ...without } = JSON.parse(sheetJson(enterDay()));
    expect(daySheetSchema.safeParse(without).success).toBe(false);
    const sheet = JSON.parse(sheetJson(enterDay()));
    expect(daySheetSchema.safeParse({ ...sheet, book: { ...sheet.book, nav: 0.5 } }).success).toBe(false);
  });
});
