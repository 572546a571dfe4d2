import { describe, expect, it } from 'vitest';
import { showInstant } from '../../core/new-york.ts';
import { quotedataInstant } from './quotedata-date.ts';

const noYear = (): undefined => undefined;
const shown = (line: string): string | undefined => {
  const instant = quotedataInstant(line, noYear);
  return instant === undefined ? undefined : showInstant(instant);
};

describe('quotedataInstant', () => {
  it.each([
    ['Date: 5 April 2023, 19:41 UTC\u22124', '2023-04-05 19:41 ET'],
    ['"Date: May 26, 2023 at 5:01 PM EDT"', '2023-05-26 17:01 ET'],
    ['"Date: 23 de marzo de 2022, 10:11 GMT-4"', '2022-03-23 10:11 ET'],
    ['Date: 11 April, 2023 \u00e0 22:23 UTC\u22124', '2023-04-11 22:23 ET'],
    ['Date: 20 May 2023, 11:46 AM EDT"', '2023-05-20 11:46 ET'],
    ['Date: 8 June 2023 7:56 PM EDT', '2023-06-08 19:56 ET'],
    ['Date: 3 d\u00e9cembre 2022 \u00e0 16:20 UTC\u22125', '2022-12-03 16:20 ET'],
    ['Date: 2 ao\u00fbt 2022 \u00e0 09:45 UTC\u22124', '2022-08-02 09:45 ET'],
    ['Date: 14 de agosto de 2022, 12:05 AM EDT', '2022-08-14 00:05 ET'],
    // Read from Europe: the line says the reader's own hour.
    ['Date: 26 May 2023, 23:01 UTC+2', '2023-05-26 17:01 ET'],
  ])('reads %s', (line, instant) => {
    expect(shown(line)).toBe(instant);
  });

  it('asks for the year where the line has none', () => {
    const asked: number[] = [];
    const instant = quotedataInstant('Date: 4 June 4, 3:15 PM EDT', (month, day) => {
      asked.push(month, day);
      return 2023;
    });
    expect(asked).toEqual([6, 4]);
    expect(instant === undefined ? undefined : showInstant(instant)).toBe('2023-06-04 15:15 ET');
  });

  it.each([
    '',
    'Date: ',
    'Date: 31 June 2023, 10:00 EDT',
    'Date: 5 April 2023',
    'Date: 5 April 2023, 25:10',
    'Date: 5 2023, 10:10',
    '19:41',
  ])('gives nothing for "%s"', (line) => {
    expect(quotedataInstant(line, noYear)).toBeUndefined();
  });
});
