import { describe, expect, it } from 'vitest';
import { handChain, strikesFrom } from '../../test/hand-chain.ts';
import { isoDate } from '../core/dates.ts';
import { calendarArbitrage } from './calendar-arbitrage.ts';
import { optionsClose } from './session-calendar.ts';
import { readSurface } from './surface.ts';

const session = isoDate('2019-05-09');
const asOf = optionsClose(session);
const surface = (vols: Readonly<Record<string, number>>) =>
  readSurface({
    underlying: 'SPX',
    session,
    asOf,
    timeRecorded: true,
    quotes: 'real',
    source: 'test',
    chains: Object.entries(vols).map(([expiration, vol]) =>
      handChain({
        root: 'SPXW',
        expiration,
        asOf,
        forward: 2871,
        rate: 0.025,
        strikes: strikesFrom(2500, 3200, 10),
        vol: () => vol,
        halfSpread: 0.1,
      }),
    ),
  });

describe('calendarArbitrage', () => {
  it('finds nothing where total variance grows', () => {
    const check = calendarArbitrage(surface({ '2019-05-17': 0.2, '2019-05-24': 0.18, '2019-06-07': 0.17 }));
    expect(check).toEqual({ pairs: 2, pointsChecked: 42, violations: 0, worst: 0 });
  });

  it('counts the points where a longer expiration holds less, and by how much at worst', () => {
    // 0.30^2 x 8 days > 0.12^2 x 29 days, so every point fails; sqrt(0.3^2 x 8/29) - 0.12 = 0.0376.
    const check = calendarArbitrage(surface({ '2019-05-17': 0.3, '2019-06-07': 0.12 }));
    expect(check).toMatchObject({ pairs: 1, pointsChecked: 21, violations: 21 });
    expect(check.worst).toBeCloseTo(0.0376, 2);
  });

  it('has nothing to check with fewer than two smiles', () => {
    expect(calendarArbitrage(surface({ '2019-06-07': 0.17 }))).toMatchObject({ pairs: 0, pointsChecked: 0 });
  });
});
