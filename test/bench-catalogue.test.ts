import { describe, expect, it } from 'vitest';
import { BENCHES, VALIDATION } from '../bench/catalogue.ts';
import { calendarRows } from '../bench/rows/calendar.ts';
import { hedgeRows } from '../bench/rows/hedge.ts';
import { quantRows } from '../bench/rows/quant.ts';

const questions = [...VALIDATION, ...BENCHES].flatMap((group) => group.questions);

describe('the catalogue of rows', () => {
  it('asks each question once, under an area known to the issues', () => {
    const ids = questions.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids)
      expect(id).toMatch(/^(day|kernel|model|backtest|method|evidence|operate|web|release)\./);
    for (const { id, says } of questions) expect(says.length, id).toBeGreaterThan(10);
  });

  it('is answered by the rows that can be computed at once: every id has its question and none fails', () => {
    for (const row of [...quantRows(), ...calendarRows(), ...hedgeRows()]) {
      expect(
        questions.some(({ id }) => row.id === id || row.id.startsWith(`${id}.`)),
        row.id,
      ).toBe(true);
      expect(row.pass, `${row.id} ${row.note}`).not.toBe(false);
    }
  });
});
