import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cents, dollars, type IsoDate } from '../../core/units.ts';
import {
  fixed,
  level,
  listed,
  longDate,
  money,
  moneyExact,
  nearDate,
  percent,
  premium,
  shortHash,
  signed,
  signedMoney,
  signedPercent,
  strike,
} from './format.ts';

const day = (text: string): IsoDate => text as IsoDate;

describe('numbers for the eye', () => {
  it('has thousands commas, fixed decimals and the sign in front of the dollar', () => {
    expect(level(2840.234)).toBe('2,840.23');
    expect(money(dollars(-10_920))).toBe('-$10,920');
    expect(signedMoney(dollars(1_080))).toBe('+$1,080');
    expect(moneyExact(cents(-1_395_720))).toBe('-$13,957.20');
    expect(percent(0.1434)).toBe('14.3%');
    expect(signedPercent(0.0649)).toBe('+6.5%');
    expect(fixed(1_234_567, 0)).toBe('1,234,567');
  });

  it('shows a strike without needless decimals', () => {
    expect([strike(2825), strike(27.5), strike(27.25)]).toEqual(['2825', '27.5', '27.25']);
  });

  it('says on which side a premium is', () => {
    expect([premium(-3.35), premium(1.1), premium(0)]).toEqual(['3.35 cr', '1.10 db', '0.00 db']);
  });

  it('never shows a negative zero, nor a sign on zero', () => {
    fc.assert(
      fc.property(fc.double({ min: -0.0049, max: 0.0049, noNaN: true }), (x) => {
        expect(fixed(x, 2)).toBe('0.00');
        expect(signed(x, 2)).toBe('0.00');
        expect(signedMoney(x)).toBe('$0');
      }),
    );
  });

  it('reads back as the number it shows', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -1e9, max: 1e9, noNaN: true }),
        fc.integer({ min: 0, max: 4 }),
        (x, decimals) => {
          const back = Number(fixed(x, decimals).replaceAll(',', ''));
          expect(Math.abs(back - x)).toBeLessThanOrEqual(0.5 * 10 ** -decimals * (1 + 1e-9) + 1e-6);
        },
      ),
    );
  });
});

describe('dates for the eye', () => {
  it('names the weekday, and the year only when it differs', () => {
    expect(longDate(day('2019-05-20'))).toBe('Mon 20 May 2019');
    expect(nearDate(day('2019-06-21'), day('2019-05-20'))).toBe('21 Jun');
    expect(nearDate(day('2020-06-19'), day('2019-05-20'))).toBe("19 Jun '20");
  });
});

describe('words', () => {
  it('lists as a sentence does', () => {
    expect([listed([]), listed(['a']), listed(['a', 'b']), listed(['a', 'b', 'c'])]).toEqual([
      '',
      'a',
      'a and b',
      'a, b and c',
    ]);
  });

  it('shortens a hash to its ends', () => {
    expect(shortHash(`77a0${'f'.repeat(56)}c2e8`)).toBe('77a0...c2e8');
    expect(shortHash('simulated')).toBe('simulated');
  });
});
