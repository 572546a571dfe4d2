import { describe, expect, it } from 'vitest';
import { bareDay, enterDay, simulatedDay, standAsideDay } from '../../../../test/fixtures/day-sheet.ts';
import { dollars, points } from '../../../core/units.ts';
import type { DaySheet } from '../../../engine/day-sheet.ts';
import { SHEET_WIDTH, sheetText } from './sheet-text.ts';
import { columns } from './wrap.ts';

const DAYS: readonly (readonly [string, DaySheet])[] = [
  ['a day that enters', enterDay()],
  ['a day that stands aside', standAsideDay()],
  ['a simulated day', simulatedDay()],
  ['a day with nothing known', bareDay()],
];

const flat = (text: string): string => text.replace(/\s+/g, ' ');

describe.each(DAYS)('the note of %s', (_, sheet) => {
  const text = sheetText(sheet);

  it('fits 100 columns, with no trailing space and no tab', () => {
    expect(text.split('\n').filter((line) => columns(line) > SHEET_WIDTH || /\s$|\t/.test(line))).toEqual([]);
  });

  it('is plain ASCII, so that it survives every terminal and paste', () => {
    expect([...text].filter((letter) => letter > '~' || (letter < ' ' && letter !== '\n'))).toEqual([]);
  });

  it('is the same bytes for the same sheet', () => {
    expect(sheetText(structuredClone(sheet))).toBe(text);
  });

  it('shows no NaN, no undefined, no null and no negative zero', () => {
    expect(text).not.toMatch(/NaN|undefined|null|Infinity|-\$?0(?:\.0+)?(?![\d.])/);
  });

  it('ends with the hashes and the not-advice line', () => {
    const end = flat(text.slice(-600).replaceAll('SIMULATED', ''));
    for (const hash of Object.values(sheet.hashes)) expect(end).toContain(hash);
    expect(end.trim()).toMatch(/Not advice\. Options can lose more .* what comes next\.$/);
  });
});

describe('the condor card', () => {
  const text = flat(sheetText(enterDay()));

  it('carries every number the trader asked for', () => {
    const wanted = [
      'Credit $3.35 x 2 = $670; most you can lose $4,330',
      'Wing width 25 points',
      'Credit / width 13.4%',
      'Break-evens 6,821.65 / 7,203.35',
      'Break-even win rate 86.6%',
      'Profit chance 88.4% lognormal at 13.1% sizing vol',
      'Short deltas -8.1 / +6.4',
      'Distance, sigma 1.51 / 1.51',
      'Distance, EDR 3.21 / 3.21',
      'Theta +$62 a day',
      'Vega -$95 a vol point',
      'Margin, Reg-T $4,330',
      'Events before PPI 15 Mar 08:30 ET',
      'Mid to natural 3.65 to 3.05',
      '+2 6800P -2 6825P -2 7200C +2 7225C',
    ];
    expect(wanted.filter((line) => !text.includes(line))).toEqual([]);
  });

  it('is whole on a day that stands aside, with the failed gates first and marked', () => {
    const note = sheetText(standAsideDay());
    expect(note).toContain('BEST CANDIDATE, NOT TAKEN');
    expect(flat(note)).toContain('Break-even win rate 86.6%');
    expect(note).toMatch(
      /Gate {2}Rule.*\n {2}FAIL {2}R-C2\.regime.*\n {2}FAIL {2}R-C2\.score.*\n\nGATES PASSED {2}3 of 6\n/,
    );
  });

  it('never shows a win rate without its break-even beside it', () => {
    const chances = sheetText(enterDay())
      .split('\n')
      .filter((line) => line.includes('Profit chance'));
    expect(chances.every((line) => line.includes('needs 86.6%'))).toBe(true);
  });

  it('speaks of one contract when the size rule allows none', () => {
    const sheet = standAsideDay();
    const decisions = sheet.decisions.map((decision) =>
      decision.proposal?.kind === 'condor'
        ? { ...decision, proposal: { ...decision.proposal, contracts: 0 } }
        : decision,
    );
    expect(flat(sheetText({ ...sheet, decisions }))).toContain(
      'Credit $3.35 x 1 = $335; most you can lose $2,165',
    );
  });
});

describe('the head of the note', () => {
  it('says what to do in one sentence', () => {
    expect(sheetText(enterDay())).toContain(
      '\nOpen 2 x SPXW 20 Mar 6800/6825/7200/7225 and buy 1 VIX 20 Jun 24C.\n',
    );
    expect(sheetText(standAsideDay())).toContain('\nStand aside. Buy 1 VIX 20 Jun 24C.\n');
    expect(sheetText(bareDay())).toContain('\nNo decision: too little data.\n');
  });

  it('puts the cost beside it', () => {
    expect(flat(sheetText(enterDay()))).toContain(
      'New risk $4,330 at most, 1.73% of NAV. If SPX moves -8% in 1 day the book loses $3,573, 1.43% of NAV; without the hedge $6,120.',
    );
  });

  it('names what the score did without, and why', () => {
    const note = flat(sheetText(enterDay()));
    expect(note).toContain(
      'Signals worth 94 of 100 points could be read, without S11 REER volatility, S13 Bank liquidity.',
    );
    expect(note).toContain('S13 Bank liquidity absent 3 no series imported');
  });
});

describe('the orders', () => {
  it('are the symbols of 21 characters with signed quantities and the limit', () => {
    const note = sheetText(enterDay());
    expect(note).toContain('-2 SPXW  290320P06825000');
    expect(note).toContain('+1 VIX   290620C00024000');
    expect(note).toMatch(/Open 2 x SPXW 20 Mar 6800\/6825\/7200\/7225, condor +3\.65 cr +3\.45 cr +\+\$690/);
  });
});

describe('the limits', () => {
  it('never round a breach away', () => {
    const sheet = enterDay();
    const row = {
      id: 'x',
      label: 'Core max loss',
      used: 10.0004,
      cap: 10,
      left: -0.0004,
      unit: '% NAV',
      within: false,
    } as const;
    expect(flat(sheetText({ ...sheet, limits: [row] }))).toContain(
      'Core max loss 10.0004 10.0000 -0.0004 % NAV OVER',
    );
  });
});

describe('a simulated day', () => {
  it('says SIMULATED on every line that carries a number', () => {
    const bare = sheetText(simulatedDay())
      .split('\n')
      .filter((line) => /\d/.test(line) && !line.includes('SIMULATED'));
    expect(bare).toEqual([]);
  });

  it('says so however long its texts and numbers are', () => {
    const sheet = simulatedDay();
    const long = { ...sheet, caveats: [`${'a very long caveat with the number 17 in it, '.repeat(9)}`] };
    const huge = {
      ...long,
      market: { ...long.market, spx: points(123_456_789.12) },
      book: { ...long.book, nav: dollars(9e9) },
    };
    const lines = sheetText(huge).split('\n');
    expect(lines.filter((line) => /\d/.test(line) && !line.includes('SIMULATED'))).toEqual([]);
    expect(lines.filter((line) => columns(line) > SHEET_WIDTH)).toEqual([]);
  });

  it('is said by no real day', () => {
    expect(sheetText(enterDay())).not.toContain('SIMULATED');
  });
});
