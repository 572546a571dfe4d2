import { describe, expect, it } from 'vitest';
import { asNumber, asPercent, atLeast, atMost, holds, note } from './reasons.ts';
import { wouldChange } from './would-change.ts';

const reasons = [
  atMost('R-C1.open-in-rung', 1, 1, asNumber(0)),
  atLeast('R-C2.score', 66, 60, asNumber(1)), // 10 % inside
  atLeast('R-C4.credit-share', 0.05, 0.04, asPercent(2)), // 25 %
  atMost('R-C4.costs', 0.095, 0.1, asNumber(3, 'pts')), // 5 %
  atLeast('R-S.hurdle', 0.9, 0.1, asPercent(1)), // 800 %
  holds('R-C2.data', true, 'chain verdict ok', 'a usable chain'),
  note('R-H.depth', 'D 1.00'),
];

describe('what would change a decision', () => {
  it('names the three rules of a taken decision with the least relative slack, least first', () => {
    const named = wouldChange(reasons, true).map((sentence) => sentence.split(':')[0]);
    expect(named).toEqual(['R-C4.costs', 'R-C2.score', 'R-C4.credit-share']);
  });

  it('measures slack as a share of the bound, percentages and thousands included', () => {
    expect(wouldChange(reasons, true)[2]).toContain('25 % inside its bound');
    const dollars = holds('R-X1.loss', true, 'costs $1,100', '< $2,200 to hold', 1100);
    expect(wouldChange([dollars], true)[0]).toContain('50 % inside');
    const ticks = holds('R-G', true, '2 ticks', '<= 4 ticks (12 % of mid)', 1);
    expect(wouldChange([ticks], true)[0]).toContain('25 % inside');
  });

  it('skips counting rules, rules without a number and bounds of zero', () => {
    const left = [atMost('R-C1.open-in-rung', 1, 2, asNumber(0)), atLeast('R', 1, 0, asNumber())];
    expect(wouldChange([...left, holds('R', true, 'a', 'b')], true)).toEqual([]);
  });

  it('is never empty for a decision with one numbered rule that passes', () => {
    expect(wouldChange([atLeast('R-S.hurdle', 9, 0.1, asPercent(1))], true)).toHaveLength(1);
  });

  it('names every failing rule of a decision not taken, and no other', () => {
    const failing = atLeast('R-C2.score', 57.3, 60, asNumber(1));
    expect(wouldChange([...reasons.slice(2), failing], false)).toEqual([
      'R-C2.score: 57.3; would pass at >= 60.0',
    ]);
  });
});
