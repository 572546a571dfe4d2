import type { DaySheet } from '../../../engine/day-sheet.ts';
import { NOT_ADVICE } from '../content/caveats-section.ts';
import { headline, moneyLine } from '../content/headline.ts';
import { passportSentence } from '../content/passport-section.ts';
import { regimeSentence } from '../content/regime-section.ts';
import { sheetSections } from '../content/sheet-sections.ts';
import { scoreSentence } from '../content/signals-section.ts';
import { dateline, planName, quotesWord, strip } from '../content/strip.ts';
import { sectionText } from './section-text.ts';
import { columns, padRight, wrap } from './wrap.ts';

/** Widest line of the note. */
export const SHEET_WIDTH = 100;
/** Stands in front of every line that carries a number when no price on the sheet was ever traded. */
export const SIMULATED = 'SIMULATED ';

const labelled = (label: string, text: string, width: number): readonly string[] => {
  const lead = 9;
  return wrap(text, width - lead).map((line, i) => `${padRight(i === 0 ? label : '', lead)}${line}`);
};

function top(sheet: DaySheet, width: number): readonly string[] {
  const levels = strip(sheet)
    .filter(({ label }) => label !== 'Regime' && label !== 'Score')
    .map(({ label, value, note }) => `${label} ${value}${note === undefined ? '' : ` ${note}`}`)
    .join(', ');
  return [
    ...wrap(`ALVH day sheet  ${dateline(sheet)}`, width),
    ...wrap(`${quotesWord(sheet)}, plan ${planName(sheet)}`, width),
    '='.repeat(width),
    ...wrap(headline(sheet), width),
    ...wrap(moneyLine(sheet), width),
    '',
    ...labelled('Data', `SPX chain: ${passportSentence(sheet)}`, width),
    ...labelled('Market', levels, width),
    ...labelled('Regime', regimeSentence(sheet), width),
    ...labelled('Score', scoreSentence(sheet).replace(/^Score /, ''), width),
  ];
}

function bottom({ hashes }: DaySheet, width: number): readonly string[] {
  return [
    '='.repeat(width),
    `inputs   ${hashes.inputs}`,
    `plan     ${hashes.plan}`,
    `decision ${hashes.decision}`,
    ...wrap(NOT_ADVICE, width),
  ].flatMap((line) => (columns(line) > width ? wrap(line, width) : [line]));
}

/** A line with a number says what the number is; the rest are set in to keep the columns straight. */
export const marked = (line: string): string =>
  /\d/.test(line) ? `${SIMULATED}${line}` : line === '' ? '' : `${' '.repeat(SIMULATED.length)}${line}`;

/** The sheet as a desk note: plain text, at most 100 columns, the same bytes for the same sheet. */
export function sheetText(sheet: DaySheet): string {
  const isSimulated = sheet.quotes === 'simulated';
  const width = isSimulated ? SHEET_WIDTH - SIMULATED.length : SHEET_WIDTH;
  const sections = sheetSections(sheet).flatMap((section) => ['', ...sectionText(section, width)]);
  const lines = [...top(sheet, width), ...sections, '', ...bottom(sheet, width)];
  return `${(isSimulated ? lines.map(marked) : lines).join('\n')}\n`;
}
