import { describe, expect, it } from 'vitest';
import { enterDay, simulatedDay, standAsideDay } from '../../test/fixtures/day-sheet.ts';
import { sheetText } from '../app/render/text/sheet-text.ts';
import { coloured, wantsColour } from './colour.ts';
import type { Terminal } from './terminal.ts';

// biome-ignore lint/suspicious/noControlCharactersInRegex: the codes under test begin with one
const CODES = /\u001b\[\d+m/g;

const terminal = (outIsTty: boolean, env: Terminal['env'] = {}): Terminal => ({
  out: () => {},
  err: () => {},
  env,
  outIsTty,
  errIsTty: false,
  nodeVersion: 'v20.19.0',
});

describe('colour', () => {
  it.each([
    ['enter', enterDay()],
    ['stand-aside', standAsideDay()],
    ['simulated', simulatedDay()],
  ])('adds nothing but codes to the note of a day that is %s', (_, sheet) => {
    const text = sheetText(sheet);
    const tinted = coloured(text);
    expect(tinted).not.toBe(text);
    expect(tinted.replace(CODES, '')).toBe(text);
  });

  it('is for a terminal that did not say no', () => {
    expect(wantsColour(terminal(true), true)).toBe(true);
    expect(wantsColour(terminal(false), true)).toBe(false);
    expect(wantsColour(terminal(true), false)).toBe(false);
    expect(wantsColour(terminal(true, { NO_COLOR: '1' }), true)).toBe(false);
    expect(wantsColour(terminal(true, { NO_COLOR: '' }), true)).toBe(true);
    expect(wantsColour(terminal(true, { TERM: 'dumb' }), true)).toBe(false);
  });
});
